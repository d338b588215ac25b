/// A number with 18 decimal places, in which the parts of a duration are worked out without rounding.
struct FixedPoint {
  static let one: Int128 = 1_000_000_000_000_000_000

  var units: Int128

  init(units: Int128) { self.units = units }
  init(_ whole: Int64) { units = Int128(whole) * FixedPoint.one }

  /// The decimal number that the float is written as; digits beyond the 18th place are dropped. Nil for what is not
  /// finite or has more than 19 digits before the point.
  init?(_ number: Double) {
    guard let decimal = DecimalDigits(number), decimal.exponent <= 19 else { return nil }
    var units: Int128 = 0
    for digit in decimal.digits { units = units * 10 + Int128(digit) }
    var shift = decimal.exponent - decimal.digits.count + 18
    while shift > 0 {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = product
      shift -= 1
    }
    while shift < 0, units != 0 {
      units /= 10
      shift += 1
    }
    self.units = decimal.isNegative ? -units : units
  }

  /// The sum; nil if it is too large.
  func plus(_ other: FixedPoint) -> FixedPoint? {
    let (sum, overflow) = units.addingReportingOverflow(other.units)
    return overflow ? nil : FixedPoint(units: sum)
  }

  /// A whole multiple; nil if it is too large.
  func times(_ factor: Int64) -> FixedPoint? {
    let (product, overflow) = units.multipliedReportingOverflow(by: Int128(factor))
    return overflow ? nil : FixedPoint(units: product)
  }

  /// What stands before the point, cut towards zero.
  var whole: Int128 { units / FixedPoint.one }

  /// So many units of another measure that is `size` times smaller, cut towards zero. The size is at most 10^16.
  func inSmaller(_ size: Int128) -> Int128 {
    whole * size + (units % FixedPoint.one) * size / FixedPoint.one
  }
}
