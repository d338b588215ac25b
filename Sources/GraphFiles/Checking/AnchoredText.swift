/// The text of an article, addressed in any unit of offsets. Cost of making it: a pass over the text.
public struct AnchoredText: Sendable {
  private let bytes: [UInt8]
  /// For each Unicode scalar, and for the end: its byte offset and its offset in UTF-16.
  private let scalarStarts: [Int]
  private let utf16Starts: [Int]

  public init(_ text: String) {
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

  /// How long the text is.
  public func length(in unit: OffsetUnit) -> Int {
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

  // MARK: Finding

  /// Where some words stand, as ranges of the unit, in the order of the text.
  func places(of words: String, in unit: OffsetUnit) -> [Range<Int>] {
    let wanted = Array(words.utf8)
    guard let first = wanted.first else { return [] }
    var found: [Range<Int>] = []
    for start in bytes.indices where bytes[start] == first && bytes[start...].starts(with: wanted) {
      guard let from = offset(ofByte: start, in: unit), let to = offset(ofByte: start + wanted.count, in: unit) else { continue }
      found.append(from..<to)
    }
    return found
  }

  /// Whether `prefix` and `suffix`, where they are given, stand around a range.
  public func surrounds(_ range: Range<Int>, of evidence: Evidence) -> Bool {
    guard let start = byteOffset(range.lowerBound, in: evidence.unit), let end = byteOffset(range.upperBound, in: evidence.unit)
    else { return false }
    let before = Array((evidence.prefix?.value ?? "").utf8)
    let after = Array((evidence.suffix?.value ?? "").utf8)
    return bytes[..<start].suffix(before.count).elementsEqual(before) && bytes[end...].prefix(after.count).elementsEqual(after)
  }

  /// The range of a unit for a range of Unicode scalars.
  public func range(ofScalars range: Range<Int>, in unit: OffsetUnit) -> Range<Int>? {
    guard let from = offset(ofByte: scalarStarts[range.lowerBound], in: unit),
      let to = offset(ofByte: scalarStarts[range.upperBound], in: unit)
    else { return nil }
    return from..<to
  }

  /// The whole text as Unicode scalars.
  public func scalars() -> [Unicode.Scalar] { Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) }

  /// A position of the unit in Unicode scalars; nil beyond the end and inside a character.
  public func scalarPosition(_ offset: Int, in unit: OffsetUnit) -> Int? {
    byteOffset(offset, in: unit).flatMap { Self.position(of: $0, in: scalarStarts) }
  }
}
