/// Writes text that comes from data into DOT so that it stays text: nothing in a name can end a string, open a tag, name a
/// file or run as a script.
///
/// The rules were found by trying Graphviz 2.43: `&eacute;` is decoded in plain strings, `\N` is expanded, control characters
/// reach the SVG and make it invalid, and a single stretch of more than 16 KiB is a syntax error.
enum DOTText {
  /// More scalars than this in one grapheme are dropped: a name may not pile up combining marks without end.
  private static let scalarsPerGrapheme = 16

  /// Text without what must not be drawn: control characters, overrides of the writing direction, zero-width marks and
  /// noncharacters. Tabs become spaces, every line end becomes "\n". Joiners stay, because emoji and scripts need them.
  /// Cut after so many graphemes or bytes of UTF-8, with "…" at the end.
  static func cleaned(_ text: String, graphemes: Int = 200, bytes: Int = 1_200) -> String {
    var result = ""
    var count = 0
    var size = 0
    for character in text {
      let kept = cleaned(character)
      guard !kept.isEmpty else { continue }
      count += 1
      size += kept.utf8.count
      if count > graphemes || size > bytes { return result + "…" }
      result += kept
    }
    return result
  }

  private static func cleaned(_ character: Character) -> String {
    var result = String.UnicodeScalarView()
    for scalar in character.unicodeScalars.prefix(scalarsPerGrapheme) {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0x0D where character == "\r\n": break
      case 0x0A, 0x0D, 0x2028, 0x2029: result.append("\n")
      case 0x00...0x1F, 0x7F...0x9F: break
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: break
      case 0xFDD0...0xFDEF: break
      case let value where value & 0xFFFE == 0xFFFE: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Text on one line: line ends become spaces.
  static func oneLine(_ text: String, graphemes: Int = 200, bytes: Int = 1_200) -> String {
    cleaned(text, graphemes: graphemes, bytes: bytes)
      .split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }

  /// A quoted DOT string. The text must have been cleaned.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Text inside an HTML-like label. The text must have been cleaned. Besides the signs of markup, `\N` is expanded here too,
  /// whatever the manual says, and a lone `]` is a syntax error.
  static func html(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "]": result += "&#93;"
      case "\\": result += "\\\\"
      case "\n": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A link as Graphviz may write it into SVG, which it does without escaping: a path on this site, or an address with
  /// `https://` or `http://`; nil for anything else, such as a script.
  static func url(_ link: String) -> String? {
    var bytes = Array(link.utf8)
    guard bytes.count <= 1_000 else { return nil }
    for scheme in ["https://", "http://"] where link.hasPrefix(scheme) && bytes.count > scheme.utf8.count {
      bytes.removeFirst(scheme.utf8.count)
      return scheme + escaped(bytes)
    }
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    if bytes.count > 1, bytes[1] == UInt8(ascii: "/") || bytes[1] == UInt8(ascii: "\\") { return nil }
    return escaped(bytes)
  }

  /// The bytes that an address may have as they stand, `&` as markup has it, every other byte in hexadecimal digits.
  private static func escaped(_ bytes: [UInt8]) -> String {
    var result = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "#"),
        UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ":"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "&"): result += "&amp;"
      default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// A name for `id` and `class` attributes: ASCII letters, digits and hyphens; every other byte as two hexadecimal digits
  /// after an underscore, so that two names never become one.
  static func slug(_ text: String) -> String {
    var result = ""
    for byte in text.utf8.prefix(120) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return result
  }
}
