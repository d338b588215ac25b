/// How well one colour stands out from another (WCAG 2.1, relative luminance and contrast ratio).
public enum ColourContrast {
  /// Of words on a fill: the least for text of any size.
  public static let least = 4.5

  /// The relative luminance of "#RRGGBB", from 0 to 1; nil for anything else.
  public static func luminance(_ colour: String) -> Double? {
    let digits = Array(colour.utf8)
    guard digits.count == 7, digits.first == UInt8(ascii: "#"), let value = Int(colour.dropFirst(), radix: 16), value >= 0 else {
      return nil
    }
    let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { linear(Double($0) / 255) }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// From 1, no difference, to 21, black and white.
  public static func ratio(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// The inverse of the transfer function of sRGB (IEC 61966-2-1).
  private static func linear(_ share: Double) -> Double {
    guard share > 0.04045 else { return share / 12.92 }
    return power12Fifths((share + 0.055) / 1.055)
  }

  /// x^2.4 = x^2 · (x^2)^(1/5), the fifth root by Newton's method.
  private static func power12Fifths(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
