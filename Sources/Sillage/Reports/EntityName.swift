public import ResultFormats

/// How an entity is called in reports.
public struct EntityName: Hashable, Sendable {
  /// The id in `graph-data`, such as `cleon-plant`.
  public var id: String
  public var name: String
  /// The labels, the most specific first.
  public var types: [String]

  public init(id: String, name: String, types: [String]) {
    self.id = id
    self.name = name
    self.types = types
  }

  public var json: JSONValue {
    .object([
      JSONMember("id", .string(id)), JSONMember("name", .string(name)),
      JSONMember("types", .array(types.map { .string($0) })),
    ])
  }
}

extension JSONMember {
  /// A member for a text that may be missing.
  init(_ name: String, optional text: String?) { self.init(name, text.map { .string($0) } ?? .null) }
}
