public import GraphModel

/// A type that a constraint asks of a property: one of several kinds of value.
public struct PropertyType: Hashable, Sendable, CustomStringConvertible {
  public indirect enum Kind: Hashable, Sendable {
    case boolean, string, integer, float, date, localTime, zonedTime, localDateTime, zonedDateTime, duration
    /// The elements are of a type, and never null.
    case list(of: PropertyType)
  }

  /// At least one.
  public var kinds: [Kind]

  /// Reads the words of a type, such as `INTEGER | LIST < STRING NOT NULL >`, in capitals and with blanks between the
  /// words and signs; nil where they name no type that a property can have.
  public init?(words: String) {
    var reader = TypeWords(words)
    guard let type = reader.type(), reader.isAtEnd else { return nil }
    self = type
  }

  init(_ kinds: [Kind]) { self.kinds = kinds }

  public var description: String { kinds.map(\.name).joined(separator: " | ") }

  /// Whether a value that is not null is of the type.
  public func accepts(_ value: Value) -> Bool { kinds.contains { $0.accepts(value) } }
}

extension PropertyType.Kind {
  /// All names of the kinds that are no lists, the usual one first.
  fileprivate static let names: [(kind: PropertyType.Kind, names: [String])] = [
    (.boolean, ["BOOLEAN", "BOOL"]), (.string, ["STRING", "VARCHAR"]),
    (.integer, ["INTEGER", "INT", "SIGNED INTEGER"]), (.float, ["FLOAT"]), (.date, ["DATE"]),
    (.localTime, ["LOCAL TIME", "TIME WITHOUT TIMEZONE", "TIME WITHOUT TIME ZONE"]),
    (.zonedTime, ["ZONED TIME", "TIME WITH TIMEZONE", "TIME WITH TIME ZONE"]),
    (.localDateTime, ["LOCAL DATETIME", "TIMESTAMP WITHOUT TIMEZONE", "TIMESTAMP WITHOUT TIME ZONE"]),
    (.zonedDateTime, ["ZONED DATETIME", "TIMESTAMP WITH TIMEZONE", "TIMESTAMP WITH TIME ZONE"]),
    (.duration, ["DURATION"]),
  ]

  var name: String {
    if case .list(let element) = self {
      return element.kinds.count == 1 ? "LIST<\(element) NOT NULL>" : "LIST<ANY<\(element)> NOT NULL>"
    }
    return Self.names.first { $0.kind == self }?.names.first ?? ""
  }

  fileprivate func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.boolean, .boolean), (.string, .string), (.integer, .integer), (.float, .float), (.date, .date),
      (.localTime, .localTime), (.zonedTime, .time), (.localDateTime, .localDateTime), (.zonedDateTime, .dateTime),
      (.duration, .duration):
      true
    case (.list(let element), .list(let items)): items.allSatisfy(element.accepts)
    default: false
    }
  }
}

/// Reads a type from words and signs that are separated by blanks.
private struct TypeWords {
  private let words: [String]
  private var at = 0

  init(_ text: String) { words = text.split(separator: " ").map(String.init) }

  var isAtEnd: Bool { at == words.count }

  private mutating func accept(_ wanted: String...) -> Bool {
    guard words[at...].starts(with: wanted) else { return false }
    at += wanted.count
    return true
  }

  /// Kinds with bars between them.
  mutating func type() -> PropertyType? {
    var kinds: [PropertyType.Kind] = []
    repeat {
      guard let more = alternative() else { return nil }
      for kind in more where !kinds.contains(kind) { kinds.append(kind) }
    } while accept("|")
    return PropertyType(kinds)
  }

  private mutating func alternative() -> [PropertyType.Kind]? {
    if accept("ANY", "<") {
      guard let inner = type(), accept(">") else { return nil }
      return inner.kinds
    }
    if accept("LIST", "<") || accept("ARRAY", "<") {
      guard let element = type(), accept("NOT", "NULL"), accept(">") else { return nil }
      let isFlat = element.kinds.allSatisfy { if case .list = $0 { false } else { true } }
      return isFlat ? [.list(of: element)] : nil
    }
    var best: (kind: PropertyType.Kind, length: Int)?
    for (kind, names) in PropertyType.Kind.names {
      for name in names {
        let wanted = name.split(separator: " ").map(String.init)
        if words[at...].starts(with: wanted), wanted.count > best?.length ?? 0 { best = (kind, wanted.count) }
      }
    }
    guard let best else { return nil }
    at += best.length
    return [best.kind]
  }
}
