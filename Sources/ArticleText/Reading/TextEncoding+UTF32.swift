import Diagnostics

extension TextEncoding {
  /// Why a text of UTF-32 is not read; nil for any other. It bears a mark, or two NULs in all of its first sets of four bytes tell it. Cost: the
  /// first bytes.
  static func utf32Fault(_ raw: [UInt8], _ name: String) -> Diagnostic? {
    guard let isLittle = isLittleUTF32(raw) else { return nil }
    let encoding = isLittle ? "UTF-32LE" : "UTF-32BE"
    return Diagnostic(
      .articleEncoding, "the text of `\(name)` is \(encoding), which is not read", source: "", span: .beginning,
      hint: "convert it with: iconv -f \(encoding) -t UTF-8")
  }

  private static func isLittleUTF32(_ raw: [UInt8]) -> Bool? {
    if raw.starts(with: [0xFF, 0xFE, 0, 0]) { return true }
    if raw.starts(with: [0, 0, 0xFE, 0xFF]) { return false }
    let fours = stride(from: 0, to: min(raw.count / 4 * 4, 4096), by: 4)
    guard raw.count >= 16, raw[0] == 0 || raw[3] == 0 else { return nil }
    func areScalars(_ high: Int, _ next: Int, _ others: (Int, Int)) -> Bool {
      fours.allSatisfy { raw[$0 + high] == 0 && raw[$0 + next] <= 0x10 && (raw[$0 + others.0] != 0 || raw[$0 + others.1] != 0) }
    }
    if areScalars(3, 2, (0, 1)) { return true }
    return areScalars(0, 1, (2, 3)) ? false : nil
  }
}
