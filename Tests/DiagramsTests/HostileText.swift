/// Names that try to break out of where they are written.
enum HostileText {
  static let samples: [String] = [
    "", " ", "\"", "\\", "\\\\", "\\N", "C:\\New\\Graph", "a\nb", "a\r\nb", "tab\there", "<b>bold</b>", "<", ">", "&", "&amp;",
    "&eacute;", "&#38;", "&#x3c;script&#x3e;", "<script>alert(1)</script>", "]]>", "-->", "<!--", "/* */", "// x", "#",
    "node", "graph", "digraph", "subgraph", "edge", "strict", "NODE", "3e", "-.5", "a -> b", "a;b", "{", "}", "[", "]", "=",
    "\u{0}", "a\u{0}b", "\u{1}\u{8}\u{1F}\u{7F}\u{9F}", "\u{FEFF}bom", scalar(0xFFFE), scalar(0xFFFF), "x" + scalar(0xFDD0), scalar(0x1FFFF) + "y",
    "\u{202E}evil\u{202C}", "\u{2066}x\u{2069}", "\u{200B}zero\u{200B}width", "عربي", "עברית", "日本語の名前は長いので折り返す必要がある",
    "🚗", "👨‍👩‍👧‍👦", "🇫🇷", "e\u{301}", String(repeating: "\u{301}", count: 500), String(repeating: "x", count: 10_000),
    String(repeating: "é ", count: 5_000), String(repeating: "&", count: 10_000), String(repeating: "\"\\", count: 5_000),
    String(repeating: "日本", count: 5_000), "'single' `back`", "${HOME}", "$(id)", "%s%n", "\\l\\r\\G\\E\\T\\L", "|a|b|", "{a|b}",
    "Cléon", "L’usine « Cléon »", "javascript:alert(1)", "http://x/", "//x/y", "/e?y=\"2\"&z=<", "\u{2028}line\u{2029}",
    "<TABLE></TABLE>", "<BR/>", "<IMG SRC=\"/etc/passwd\"/>", "\u{85}", "a\u{2060}b", "\u{1B}[31mred", "+", "a+b", "\"+\"",
  ]

  /// A scalar that Swift does not take in a literal.
  private static func scalar(_ value: UInt32) -> String { Unicode.Scalar(value).map(String.init) ?? "" }
}

/// A generator that gives the same numbers for the same seed on every machine (SplitMix64; Steele, Lea and Flood, 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
