import Foundation
import GraphModel
import Sillage
import Testing

@testable import Interchange

/// The two readers of CSV, that of an import and that of `LOAD CSV`, agree on every table.
@Suite("What an import reads is what LOAD CSV reads")
struct TableAgreementTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }

    mutating func field() -> String {
      let parts = ["a", "é", "\"", ",", "\n", "\r\n", " ", "🚗", ";", "7", ""]
      return (0..<Int.random(in: 0...4, using: &self)).map { _ in parts.randomElement(using: &self) ?? "" }.joined()
    }

    mutating func written(_ field: String) -> String {
      let mustQuote = field.contains { $0 == "\"" || $0 == "," || $0.isNewline }
      guard mustQuote || Bool.random(using: &self) else { return field }
      return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
  }

  @Test(arguments: 1...60)
  func randomTables(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-agreement-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &dice) ?? "\n"
    let fields = (0..<Int.random(in: 0...30, using: &dice)).map { _ in (dice.field(), dice.field()) }
    var text = (Bool.random(using: &dice) ? "\u{FEFF}" : "") + "id:int,label,x:string,y:string" + lineEnd
    for (row, (x, y)) in fields.enumerated() {
      text += "\(row),N," + dice.written(x) + "," + dice.written(y) + lineEnd
      if Int.random(in: 0..<5, using: &dice) == 0 { text += lineEnd }
    }
    let path = folder.appendingPathComponent("n.csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)

    let contents = try GraphTables(nodes: [path], relationships: []).contents()
    var options = QueryOptions()
    options.csvFolder = folder.path
    let answer = try GraphDatabase.inMemory().query(
      "LOAD CSV FROM 'n.csv' AS row RETURN coalesce(row[2], ''), coalesce(row[3], '') SKIP 1", options: options)
    let loaded = answer.rows.map { $0.map(\.cellText) }
    #expect(loaded == fields.map { [$0.0, $0.1] }, "seed \(seed): \(text.debugDescription)")
    #expect(loaded.indices.map { row in [Self.text(contents, "x", row), Self.text(contents, "y", row)] } == loaded)
    #expect(contents.nodes.count == fields.count)
  }

  /// The text of a property; a missing one is empty, as `coalesce` makes it.
  private static func text(_ contents: BulkContents, _ key: String, _ row: Int) -> String {
    guard let column = contents.nodes.properties.first(where: { $0.key == key }), column.valid?[row] != false,
      case .texts(let texts) = column.values
    else { return "" }
    return texts[row]
  }
}
