import GraphModel

/// How the floats of a part are stored: as whole numbers of tenths, hundredths and so on where that is exact for all of
/// them, else as their bits.
struct FloatScale {
  private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
  /// The place of the power; nil: bits.
  private let exponent: Int?

  /// The smallest power that is exact for all numbers.
  init(for floats: [Double]) {
    exponent = Self.powers.indices.first { exponent in floats.allSatisfy { Self.whole($0, exponent) != nil } }
  }

  init(_ reader: inout RecordReader) throws(StoreError) {
    let number = try reader.bounded(by: Self.powers.count)
    exponent = number == Self.powers.count ? nil : number
  }

  func write(to writer: inout RecordWriter) { writer.unsigned(UInt64(exponent ?? Self.powers.count)) }

  func number(_ float: Double) -> Int64 {
    guard let exponent else { return Int64(bitPattern: float.bitPattern) }
    return Self.whole(float, exponent) ?? 0
  }

  @inline(__always)
  func float(_ number: Int64) -> Double {
    guard let exponent else { return Double(bitPattern: UInt64(bitPattern: number)) }
    return Double(number) / Self.powers[exponent]
  }

  /// The float in units of the power, where reading gives exactly the same bits again. Negative zero never does, since whole numbers
  /// have no zero but one.
  private static func whole(_ float: Double, _ exponent: Int) -> Int64? {
    let scaled = (float * powers[exponent]).rounded()
    guard scaled.magnitude < 1e15 else { return nil }
    let number = Int64(scaled)
    return (Double(number) / powers[exponent]).bitPattern == float.bitPattern ? number : nil
  }
}
