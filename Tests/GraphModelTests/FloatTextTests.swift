import GraphModel
import Testing

@Suite struct FloatTextTests {
  @Test(
    arguments: [
      (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (-1.5, "-1.5"), (2.3, "2.3"), (100, "100.0"), (0.001, "0.001"),
      (0.0009, "9.0E-4"), (9_999_999, "9999999.0"), (1e7, "1.0E7"), (12_345_678.9, "1.23456789E7"), (1e-9, "1.0E-9"),
      (1e21, "1.0E21"), (1.7976931348623157e308, "1.7976931348623157E308"), (.leastNonzeroMagnitude, "5.0E-324"),
      (0.30000000000000004, "0.30000000000000004"),
      (.nan, "NaN"), (.infinity, "Infinity"), (-.infinity, "-Infinity"), (123.456, "123.456"), (1e6, "1000000.0"),
    ] as [(Double, String)])
  func floats(number: Double, text: String) { #expect(number.cypherText == text) }

  @Test func digitsReadBackAsTheSameNumber() {
    var random = RandomValues(seed: 3)
    for _ in 0..<20_000 {
      let bits = UInt64(random.below(1 << 32)) << 32 | UInt64(random.below(1 << 32))
      let number = Double(bitPattern: bits)
      guard number.isFinite else { continue }
      #expect(DecimalDigits(number)?.value == number)
      #expect(Double(number.cypherText) == number)
    }
  }
}
