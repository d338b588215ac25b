/// Numbers and truth values out of the bytes of a field.
enum FieldNumber {
  /// A whole number; nil for anything else, and for what 64 bits cannot hold.
  static func integer(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int64? {
    var at = start
    let isNegative = at < end && bytes[at] == minus
    if at < end, isNegative || bytes[at] == plus { at += 1 }
    guard at < end else { return nil }
    var number: Int64 = 0
    while at < end {
      let digit = bytes[at] &- zero
      guard digit <= 9 else { return nil }
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.subtractingReportingOverflow(Int64(digit))
      if isTooLarge || isOver { return nil }
      number = sum
      at += 1
    }
    if isNegative { return number }
    return number == .min ? nil : -number
  }

  /// A decimal number, with or without a point and an exponent; nil for anything else, and for what is beyond the largest float.
  static func float(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Double? {
    var at = start
    let isNegative = at < end && bytes[at] == minus
    if at < end, isNegative || bytes[at] == plus { at += 1 }
    var digits = 0
    var mantissa: UInt64 = 0
    var exponent = 0
    var isBehindPoint = false
    while at < end {
      let byte = bytes[at]
      let digit = byte &- zero
      if digit <= 9 {
        digits += 1
        if mantissa < 1 << 59 { mantissa = mantissa * 10 + UInt64(digit) } else { return slowFloat(bytes, start, end) }
        if isBehindPoint { exponent -= 1 }
      } else if byte == point, !isBehindPoint {
        isBehindPoint = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if at < end {
      guard bytes[at] | 0x20 == UInt8(ascii: "e"), let given = integer(bytes, at + 1, end), abs(given) < 1000 else {
        return nil
      }
      exponent += Int(given)
    }
    // Both are exact in these bounds, so that one rounding is left (Clinger, "How to read floating point numbers
    // accurately", 1990).
    guard mantissa < 1 << 53, abs(exponent) <= 22 else { return slowFloat(bytes, start, end) }
    let size = exponent < 0 ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
    return isNegative ? -size : size
  }

  /// Whether a number is written as it would be written again: without a plus and without zeros in front.
  static func isPlain(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    let first = bytes[start] == minus ? start + 1 : start
    guard first < end, bytes[first] &- zero <= 9 else { return false }
    if bytes[first] != zero { return true }
    if first + 1 == end { return first == start }
    return bytes[first + 1] &- zero > 9
  }

  /// Whether it has a point or an exponent.
  static func hasFraction(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].contains { $0 == point || $0 | 0x20 == UInt8(ascii: "e") }
  }

  static func boolean(_ bytes: ArraySlice<UInt8>) -> Bool? {
    if bytes.elementsEqual("true".utf8) || bytes.elementsEqual("TRUE".utf8) || bytes.elementsEqual("True".utf8) {
      return true
    }
    if bytes.elementsEqual("false".utf8) || bytes.elementsEqual("FALSE".utf8) || bytes.elementsEqual("False".utf8) {
      return false
    }
    return nil
  }

  /// What a column of floats may hold where its header says that it is one: a number, or `Infinity`, `inf` or `NaN` in so many letters.
  static func declaredFloat(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Double? {
    if let number = float(bytes, start, end) { return number }
    guard let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)) else { return nil }
    return number.isFinite || isNamed(bytes, start, end) ? number : nil
  }

  /// Whether a float is given by a name and not by digits, of which none has an `n`.
  private static func isNamed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].contains { $0 | 0x20 == UInt8(ascii: "n") }
  }

  /// Whether a field is a number beyond the largest float.
  static func isTooLarge(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    Double(String(decoding: bytes[start..<end], as: UTF8.self))?.isInfinite == true && !isNamed(bytes, start, end)
  }

  private static func slowFloat(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Double? {
    let isDecimal = bytes[start..<end].allSatisfy {
      $0 &- zero <= 9 || $0 == point || $0 == minus || $0 == plus || $0 | 0x20 == UInt8(ascii: "e")
    }
    guard isDecimal, let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)) else { return nil }
    return number.isFinite ? number : nil
  }

  private static let zero = UInt8(ascii: "0")
  private static let minus = UInt8(ascii: "-")
  private static let plus = UInt8(ascii: "+")
  private static let point = UInt8(ascii: ".")
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
    1e22,
  ]
}
