/// An address of a page: only what HTTP and HTTPS need, and written back from its parts, so that no two programs can read two
/// hosts out of it.
struct WebAddress: Hashable {
  var isSecure: Bool
  var host: String
  var port: Int
  /// The path and the query, from the slash on.
  var path: String

  /// Why a text is no such address.
  enum Fault: Error {
    case scheme(String)
    case user, host, port, characters
  }

  init(_ text: String) throws(Fault) {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }) else {
      throw .characters
    }
    let lower = text.lowercased()
    let rest: Substring
    if lower.hasPrefix("https://") {
      isSecure = true
      rest = text.dropFirst(8)
    } else if lower.hasPrefix("http://") {
      isSecure = false
      rest = text.dropFirst(7)
    } else {
      throw .scheme(String(text.prefix { $0 != ":" }))
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let target = rest.dropFirst(authority.count).prefix { $0 != "#" }
    if authority.contains("@") { throw .user }
    let (name, digits) = try Self.split(authority)
    guard !name.isEmpty, name.count < 254, name.utf8.allSatisfy(Self.isHostByte) || Self.isBracketed(name) else { throw .host }
    host = name.lowercased()
    port = digits.map { Int($0) ?? 0 } ?? (isSecure ? 443 : 80)
    guard (1...65_535).contains(port) else { throw .port }
    path = target.hasPrefix("/") ? String(target) : "/" + target
  }

  private static func split(_ authority: Substring) throws(Fault) -> (Substring, Substring?) {
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { throw .host }
      let after = authority[authority.index(after: close)...]
      guard after.isEmpty || after.hasPrefix(":") else { throw .host }
      return (authority[...close], after.isEmpty ? nil : after.dropFirst())
    }
    guard let colon = authority.firstIndex(of: ":") else { return (authority, nil) }
    return (authority[..<colon], authority[authority.index(after: colon)...])
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  private static func isBracketed(_ host: Substring) -> Bool {
    host.hasPrefix("[") && host.hasSuffix("]")
      && host.dropFirst().dropLast().utf8.allSatisfy { isHostByte($0) && $0 != 0x2D && $0 != 0x5F || $0 == 0x3A }
  }

  /// The host as the resolver takes it, without the brackets of a number.
  var hostName: String { host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }

  var text: String {
    let isUsual = port == (isSecure ? 443 : 80)
    return (isSecure ? "https://" : "http://") + host + (isUsual ? "" : ":\(port)") + path
  }

  /// The address that a redirection from this one leads to.
  func following(_ location: String) throws(Fault) -> WebAddress {
    if location.contains("://") { return try WebAddress(location) }
    var next = self
    if location.hasPrefix("//") { return try WebAddress((isSecure ? "https:" : "http:") + location) }
    let plain = String(location.prefix { $0 != "#" })
    if plain.hasPrefix("/") {
      next.path = plain
    } else if plain.hasPrefix("?") {
      next.path = path.prefix { $0 != "?" } + plain
    } else {
      let folder = path.prefix { $0 != "?" }
      next.path = folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)] + plain
    }
    return try WebAddress(next.text)
  }
}
