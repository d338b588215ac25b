/// The text of an article, addressed in any unit of offsets.
struct AnchoredText {
  private let bytes: [UInt8]
  /// For each Unicode scalar, and for the end: its byte offset and its offset in UTF-16.
  private let scalarStarts: [Int]
  private let utf16Starts: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var starts: [Int] = []
    var wide: [Int] = []
    var byte = 0
    var unit = 0
    for scalar in text.unicodeScalars {
      starts.append(byte)
      wide.append(unit)
      byte += UTF8.width(scalar)
      unit += UTF16.width(scalar)
    }
    scalarStarts = starts + [byte]
    utf16Starts = wide + [unit]
  }

  static func length(of text: String, in unit: OffsetUnit) -> Int {
    switch unit {
    case .scalar: text.unicodeScalars.count
    case .utf8: text.utf8.count
    case .utf16: text.utf16.count
    }
  }

  func length(in unit: OffsetUnit) -> Int {
    switch unit {
    case .scalar: scalarStarts.count - 1
    case .utf8: bytes.count
    case .utf16: utf16Starts[utf16Starts.count - 1]
    }
  }

  /// The text of a range; nil where it goes beyond the end or cuts a character in two.
  func text(_ range: Range<Int>, in unit: OffsetUnit) -> String? {
    guard let start = byteOffset(range.lowerBound, in: unit), let end = byteOffset(range.upperBound, in: unit) else {
      return nil
    }
    return String(validating: bytes[start..<end], as: UTF8.self)
  }

  private func byteOffset(_ offset: Int, in unit: OffsetUnit) -> Int? {
    switch unit {
    case .scalar: scalarStarts.indices.contains(offset) ? scalarStarts[offset] : nil
    case .utf8: (0...bytes.count).contains(offset) ? offset : nil
    case .utf16: Self.position(of: offset, in: utf16Starts).map { scalarStarts[$0] }
    }
  }

  private func offset(ofByte byte: Int, in unit: OffsetUnit) -> Int? {
    switch unit {
    case .utf8: byte
    case .scalar: Self.position(of: byte, in: scalarStarts)
    case .utf16: Self.position(of: byte, in: scalarStarts).map { utf16Starts[$0] }
    }
  }

  /// Where a number stands in an ascending list.
  private static func position(of number: Int, in list: [Int]) -> Int? {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low] == number ? low : nil
  }

  /// Says where the quote really stands: the place nearest to the one that was given.
  func hint(for evidence: Evidence) -> String {
    let quote = Array(evidence.quote.value.utf8)
    var nearest: Int?
    let wanted = evidence.anchor.value.lowerBound
    for start in bytes.indices where bytes[start...].starts(with: quote) {
      guard let offset = offset(ofByte: start, in: evidence.unit) else { continue }
      if nearest.map({ abs($0 - wanted) > abs(offset - wanted) }) ?? true { nearest = offset }
    }
    guard let nearest else { return "these words do not stand in the article; check apostrophes and spaces" }
    let end = nearest + Self.length(of: evidence.quote.value, in: evidence.unit)
    return "it stands at `at: \(nearest)-\(end)`"
  }
}
