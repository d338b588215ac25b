public import Diagnostics

/// A type as `IS :: …` asks for it: one or several of which a value has any.
public struct TypeExpression: Hashable, Sendable {
  /// `LIST<INTEGER NOT NULL>`.
  public struct Alternative: Hashable, Sendable {
    public var name: TypeName
    /// What the elements of a list are; nil for other types and for lists of anything.
    public var element: TypeExpression?
    public var excludesNull: Bool
  }

  /// At least one.
  public var alternatives: [Alternative]
  @Placed public var span: SourceSpan
}

/// The types of ISO GQL that have a name.
public enum TypeName: String, Hashable, Sendable, CaseIterable {
  case boolean = "BOOLEAN"
  case string = "STRING"
  case integer = "INTEGER"
  case float = "FLOAT"
  case date = "DATE"
  case localTime = "LOCAL TIME"
  case zonedTime = "ZONED TIME"
  case localDateTime = "LOCAL DATETIME"
  case zonedDateTime = "ZONED DATETIME"
  case duration = "DURATION"
  case point = "POINT"
  case node = "NODE"
  case relationship = "RELATIONSHIP"
  case map = "MAP"
  case path = "PATH"
  case list = "LIST"
  case any = "ANY"
  /// What a property may hold.
  case propertyValue = "PROPERTY VALUE"
  /// No value at all, not even null.
  case nothing = "NOTHING"
  case null = "NULL"

  /// The names that mean it beside its own.
  private var synonyms: [String] {
    switch self {
    case .boolean: ["BOOL"]
    case .string: ["VARCHAR"]
    case .integer: ["INT", "SIGNED INTEGER"]
    case .localTime: ["TIME WITHOUT TIME ZONE", "TIME WITHOUT TIMEZONE"]
    case .zonedTime: ["TIME WITH TIME ZONE", "TIME WITH TIMEZONE"]
    case .localDateTime: ["TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP WITHOUT TIMEZONE"]
    case .zonedDateTime: ["TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH TIMEZONE"]
    case .node: ["ANY NODE", "VERTEX", "ANY VERTEX"]
    case .relationship: ["ANY RELATIONSHIP", "EDGE", "ANY EDGE"]
    case .map: ["ANY MAP"]
    case .path: ["ANY PATH"]
    case .list: ["ARRAY"]
    case .any: ["ANY VALUE"]
    case .propertyValue: ["ANY PROPERTY VALUE"]
    case .float, .date, .duration, .point, .nothing, .null: []
    }
  }

  /// Every spelling, in capitals with one space between words.
  static let bySpelling: [String: TypeName] = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { name in ([name.rawValue] + name.synonyms).map { ($0, name) } })
}
