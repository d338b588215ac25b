/// The shortest decimal digits that stand for a finite float: 0.d₁d₂d₃… × 10^exponent.
///
/// Rounding and text both start from here, so that both see the number that a person wrote (1.005 and not
/// 1.00499999999999989…).
public struct DecimalDigits: Sendable, Hashable {
  public var isNegative: Bool
  /// From 0 to 9 each, without zeros at either end; none for zero.
  public var digits: [UInt8]
  public var exponent: Int

  /// Nil for NaN and the infinities.
  public init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number.sign == .minus
    digits = []
    exponent = 0
    var written = 0
    var pointSeen = false
    var text = number.magnitude.description.utf8.makeIterator()
    while let byte = text.next() {
      switch byte {
      case UInt8(ascii: "."): pointSeen = true
      case UInt8(ascii: "e"):
        var tail = ""
        while let next = text.next() { tail.unicodeScalars.append(Unicode.Scalar(next)) }
        written += Int(tail) ?? 0
      default:
        digits.append(byte - UInt8(ascii: "0"))
        if !pointSeen { written += 1 }
      }
    }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent = written - leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The float that is nearest to the digits.
  public var value: Double {
    let text = digits.isEmpty ? "0" : "0." + Self.text(digits) + "e\(exponent)"
    return Double((isNegative ? "-" : "") + text) ?? .nan
  }

  static func text(_ digits: some Sequence<UInt8>) -> String {
    var text = ""
    for digit in digits { text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + digit)) }
    return text
  }
}

extension Double {
  /// The float as openCypher writes it: `1.0`, `0.001`, `1.0E-9`, `1.2345E10`, `NaN`, `Infinity`.
  ///
  /// Numbers from 0.001 up to, not including, ten million are written out; others have one digit before the point and an
  /// exponent. The shortest digits that read back as the same number are used.
  public var cypherText: String {
    guard let decimal = DecimalDigits(self) else {
      return isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity"
    }
    let sign = decimal.isNegative ? "-" : ""
    let (digits, exponent) = (decimal.digits, decimal.exponent)
    if digits.isEmpty { return sign + "0.0" }
    if exponent > 7 || exponent < -2 {
      let rest = DecimalDigits.text(digits.dropFirst())
      return sign + DecimalDigits.text(digits.prefix(1)) + "." + (rest.isEmpty ? "0" : rest) + "E\(exponent - 1)"
    }
    if exponent <= 0 {
      return sign + "0." + String(repeating: "0", count: -exponent) + DecimalDigits.text(digits)
    }
    let whole = DecimalDigits.text(digits.prefix(exponent)) + String(repeating: "0", count: max(0, exponent - digits.count))
    let fraction = DecimalDigits.text(digits.dropFirst(exponent))
    return sign + whole + "." + (fraction.isEmpty ? "0" : fraction)
  }
}
