import GraphModel

/// Between which numbers those of each part of a column are, so that a scan need not read parts in which nothing passes.
///
/// Floats are numbered in their order. NaN passes no comparison and counts for nothing.
struct PartBounds {
  private var lows: [Int64] = []
  private var highs: [Int64] = []

  init() {}

  /// Takes the numbers of the next part.
  mutating func append(_ numbers: some Sequence<Int64>) {
    var bounds: ClosedRange<Int64>?
    for number in numbers {
      guard let known = bounds else {
        bounds = number...number
        continue
      }
      if number < known.lowerBound { bounds = number...known.upperBound }
      if number > known.upperBound { bounds = known.lowerBound...number }
    }
    lows.append(bounds?.lowerBound ?? 0)
    highs.append(bounds?.upperBound ?? -1)
  }

  /// Further parts, without a number, up to so many.
  mutating func lengthen(to parts: Int) {
    let missing = max(0, parts - lows.count)
    lows += Array(filledWith: 0, count: missing)
    highs += Array(filledWith: -1, count: missing)
  }

  /// A part has a further number.
  mutating func widen(_ part: Int, to number: Int64) {
    let isEmpty = lows[part] > highs[part]
    lows[part] = isEmpty ? number : min(lows[part], number)
    highs[part] = isEmpty ? number : max(highs[part], number)
  }

  /// Whether a number of the part may be in a range.
  @inline(__always)
  func overlaps(_ part: Int, _ range: ClosedRange<Int64>) -> Bool {
    lows[part] <= highs[part] && lows[part] <= range.upperBound && highs[part] >= range.lowerBound
  }

  // MARK: In a chunk

  var encoded: RecordWriter {
    var writer = RecordWriter()
    PackedNumbers.append(lows, to: &writer)
    PackedNumbers.append(highs, to: &writer)
    return writer
  }

  init(decoding reader: RecordReader, parts: Int) throws(StoreError) {
    var reader = reader
    let (lows, highs) = (try PackedNumbers(&reader, count: parts), try PackedNumbers(&reader, count: parts))
    lows.each(reader.bytes) { _, low in self.lows.append(low) }
    highs.each(reader.bytes) { _, high in self.highs.append(high) }
  }

  /// The place of a float in the order of all floats; both zeros have one.
  static func number(_ float: Double) -> Int64 {
    let bits = Int64(bitPattern: float.bitPattern)
    return bits >= 0 ? bits : .min &- bits
  }
}
