import Testing

@testable import CypherEngine

@Suite("The reader of CSV")
struct CSVReaderTests {
  /// Random records, written in a random style and read in pieces of random length, come back as they were.
  @Test(arguments: 1...200)
  func whatIsWrittenIsRead(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let terminator = random.pick([",", ";", "\t", "|"])
    let lineEnd = random.pick(["\n", "\r\n", "\r"])
    let records: [[String?]] = (0..<random.below(20)).map { _ in
      let fields = (0...random.below(5)).map { _ in random.field() }
      // A record of one empty field is an empty line, which is left out.
      return fields.count == 1 && fields[0] == nil ? ["x"] : fields
    }
    var text = random.below(4) == 0 ? "\u{FEFF}" : ""
    for (at, record) in records.enumerated() {
      if random.below(8) == 0 { text += lineEnd }
      text += record.map { random.written($0 ?? "", terminator) }.joined(separator: terminator)
      if at < records.count - 1 || random.below(2) == 0 { text += lineEnd }
    }
    #expect(try read(text, terminator, &random) == records, "seed \(seed): \(text.debugDescription)")
  }

  private func read(_ text: String, _ terminator: String, _ random: inout Seeded) throws -> [[String?]] {
    var pieces: [[UInt8]] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = min(rest.count, random.below(7))
      pieces.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    var next = 0
    var reader = CSVReader(terminator: Array(terminator.utf8)[0]) { () throws(FileFailure) -> [UInt8]? in
      guard next < pieces.count else { return nil }
      next += 1
      return pieces[next - 1]
    }
    var found: [[String?]] = []
    while let record = try reader.record() { found.append(record) }
    return found
  }

  @Test func aFailureOfTheSourceHasItsPlace() throws {
    var pieces: [[UInt8]?] = [Array("a,b\nc".utf8)]
    var reader = CSVReader(terminator: UInt8(ascii: ",")) { () throws(FileFailure) -> [UInt8]? in
      guard let piece = pieces.popLast() else { throw FileFailure("the disk is gone") }
      return piece
    }
    #expect(try reader.record() == ["a", "b"])
    do throws(CSVFault) {
      _ = try reader.record()
      Issue.record("it read on")
    } catch { #expect(error == CSVFault(message: "the disk is gone", line: 2, column: 2)) }
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func pick(_ items: [String]) -> String { items[below(items.count)] }

  mutating func field() -> String? {
    let text = (0..<below(6)).map { _ in pick(["a", "é", "日", "😀", " ", "\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "\u{0}"]) }.joined()
    return text.isEmpty ? nil : text
  }

  /// In quotes where it must be, and sometimes where it need not.
  mutating func written(_ text: String, _ terminator: String) -> String {
    let mustQuote = text.unicodeScalars.contains { "\"\n\r".unicodeScalars.contains($0) } || text.contains(terminator)
    guard mustQuote || below(3) == 0 else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
