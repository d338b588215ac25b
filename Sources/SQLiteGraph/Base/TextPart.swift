import GraphModel

/// The texts of one part of a column: each once with a code for each row where they repeat, else one behind the other after
/// what they all begin with.
struct TextPart {
  enum Form {
    case codes([UInt16], [String])
    /// Where in the bytes, which are those of the chunk, the text of each row begins and the last one ends.
    case plain(prefix: [UInt8], bytes: [UInt8], bounds: [UInt32])
  }

  let form: Form

  /// Reads the texts of the rows that have one.
  init(_ reader: inout RecordReader, isValid: [Bool]?, rows: Int) throws(StoreError) {
    let count = isValid?.count { $0 } ?? rows
    if try reader.unsigned() == 1 {
      let texts = try reader.list { reader throws(StoreError) in try reader.text() }
      let codes = try PackedNumbers(&reader, count: count).all(reader.bytes) { UInt16(truncatingIfNeeded: min(max(0, $0), 0xffff)) }
      guard codes.allSatisfy({ Int($0) < texts.count }) else { throw RecordReader.damage }
      form = .codes(Self.spread(codes, isValid, empty: { _ in 0 }), texts.isEmpty ? [""] : texts)
      return
    }
    let prefix = Array(try reader.text().utf8)
    let lengths = try PackedNumbers(&reader, count: count)
    let start = UInt32(truncatingIfNeeded: reader.at)
    var end = Int64(reader.at)
    let ends = lengths.all(reader.bytes) { length in
      end &+= max(0, length)
      return UInt32(truncatingIfNeeded: end)
    }
    guard end <= reader.end else { throw RecordReader.damage }
    form = .plain(prefix: prefix, bytes: reader.bytes, bounds: [start] + Self.spread(ends, isValid, empty: { $0 ?? start }))
  }

  /// A number for each row out of those of the rows that are valid.
  private static func spread<Number>(
    _ numbers: [Number], _ isValid: [Bool]?, empty: (_ last: Number?) -> Number
  ) -> [Number] {
    guard let isValid else { return numbers }
    var all: [Number] = []
    all.reserveCapacity(isValid.count)
    var at = 0
    for isValid in isValid {
      if isValid {
        all.append(numbers[at])
        at += 1
      } else {
        all.append(empty(all.last))
      }
    }
    return all
  }

  subscript(row: Int) -> String {
    switch form {
    case .codes(let codes, let texts): return texts[Int(codes[row])]
    case .plain(let prefix, let bytes, let bounds):
      let range = Int(bounds[row])..<Int(bounds[row + 1])
      return String(joining: prefix, with: bytes[range])
    }
  }

  /// Whether the text of a row is this one; cheaper than making it.
  func equals(_ row: Int, _ wanted: [UInt8]) -> Bool {
    switch form {
    case .codes(let codes, let texts): return texts[Int(codes[row])].utf8.elementsEqual(wanted)
    case .plain(let prefix, let bytes, let bounds):
      let range = Int(bounds[row])..<Int(bounds[row + 1])
      guard prefix.count + range.count == wanted.count else { return false }
      for at in prefix.indices where prefix[at] != wanted[at] { return false }
      for at in range where bytes[at] != wanted[at - range.lowerBound + prefix.count] { return false }
      return true
    }
  }
}
