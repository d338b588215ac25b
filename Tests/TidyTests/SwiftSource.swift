/// Just enough of Swift to tell code from comments and strings, and to measure functions.
struct SwiftSource {
  /// The text with comments and the insides of strings blanked; lines stay where they were.
  let code: String

  init(_ text: String) {
    code = Self.blanked(Array(text.utf8))
  }

  struct Function: Equatable {
    var name: String
    /// Counted from 1.
    var line: Int
    /// From the line of the name to that of the closing brace.
    var length: Int
  }

  /// All functions and initialisers with a body, nested ones too.
  var functions: [Function] {
    var found: [Function] = []
    let bytes = Array(code.utf8)
    var line = 1
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0A { line += 1 }
      let begins = at == 0 || !Self.isWord(bytes[at - 1])
      if begins, let name = Self.functionName(bytes, at), let end = Self.endOfBody(bytes, at) {
        found.append(Function(name: name, line: line, length: bytes[at..<end].count { $0 == 0x0A } + 1))
      }
      at += 1
    }
    return found
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: ".")
  }

  private static func functionName(_ bytes: [UInt8], _ at: Int) -> String? {
    let rest = bytes[at...]
    if rest.starts(with: "func ".utf8) {
      return String(decoding: rest.dropFirst(5).prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "<") }, as: UTF8.self)
    }
    for start in ["init(", "init<", "init?("] where rest.starts(with: start.utf8) { return "init" }
    return nil
  }

  /// The offset behind the brace that closes the body; nil for a requirement of a protocol or a call.
  private static func endOfBody(_ bytes: [UInt8], _ start: Int) -> Int? {
    var parentheses = 0
    var at = start
    var seenParameters = false
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        parentheses -= 1
        if parentheses < 0 { return nil }
        if parentheses == 0 { seenParameters = true }
      case UInt8(ascii: "{") where parentheses == 0: return endOfBlock(bytes, at)
      case UInt8(ascii: "}") where parentheses == 0: return nil
      case 0x0A where parentheses == 0 && seenParameters:
        let next = bytes[at...].drop { $0 == 0x0A || $0 == 0x20 }
        let goesOn = ["{", "->", "throws", "rethrows", "async", "where", ")"].contains { next.starts(with: $0.utf8) }
        let before = bytes[start..<at].last { $0 != 0x20 }
        let open = before == UInt8(ascii: ",") || before == UInt8(ascii: ">") || before == UInt8(ascii: ":")
        if !goesOn && !open { return nil }
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func endOfBlock(_ bytes: [UInt8], _ opening: Int) -> Int? {
    var depth = 0
    for at in opening..<bytes.count {
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return at + 1 }
      }
    }
    return nil
  }

  // MARK: Comments and strings

  private static func blanked(_ bytes: [UInt8]) -> String {
    var out = bytes
    var at = 0
    func blank(_ end: Int) {
      for position in at..<min(end, bytes.count) where bytes[position] != 0x0A { out[position] = 0x20 }
      at = min(end, bytes.count)
    }
    while at < bytes.count {
      let rest = bytes[at...]
      if rest.starts(with: "//".utf8) {
        blank(rest.firstIndex(of: 0x0A) ?? bytes.count)
      } else if rest.starts(with: "/*".utf8) {
        blank(endOfComment(bytes, at))
      } else if let end = endOfString(bytes, at) {
        blank(end)
      } else {
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
    var depth = 0
    var at = start
    while at + 1 < bytes.count {
      if bytes[at...].starts(with: "/*".utf8) {
        depth += 1
        at += 2
      } else if bytes[at...].starts(with: "*/".utf8) {
        depth -= 1
        at += 2
        if depth == 0 { return at }
      } else {
        at += 1
      }
    }
    return bytes.count
  }

  /// The end of the string literal that starts here, interpolations included; nil where none starts.
  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int? {
    let hashes = bytes[start...].prefix { $0 == UInt8(ascii: "#") }.count
    var at = start + hashes
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
    let quotes = bytes[at...].starts(with: "\"\"\"".utf8) ? 3 : 1
    let closing = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    at += quotes
    while at < bytes.count {
      if bytes[at...].starts(with: closing) { return at + closing.count }
      if bytes[at...].starts(with: escape) {
        at += escape.count
        if at < bytes.count, bytes[at] == UInt8(ascii: "(") { at = endOfInterpolation(bytes, at) } else { at += 1 }
      } else if quotes == 1, bytes[at] == 0x0A {
        return at
      } else {
        at += 1
      }
    }
    return bytes.count
  }

  private static func endOfInterpolation(_ bytes: [UInt8], _ opening: Int) -> Int {
    var depth = 0
    var at = opening
    while at < bytes.count {
      if let end = endOfString(bytes, at) {
        at = end
        continue
      }
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      at += 1
      if depth == 0 { return at }
    }
    return bytes.count
  }
}
