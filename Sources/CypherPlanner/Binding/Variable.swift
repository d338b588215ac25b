/// A variable of a bound query: every declaration has a number of its own, so that two variables of one name in different
/// scopes are never confused.
public struct Variable: Hashable, Sendable {
  public let id: Int
  /// As written, or a name in angle brackets for one that the planner made.
  public let name: String

  public init(id: Int, name: String) {
    self.id = id
    self.name = name
  }

  /// Whether a person wrote it.
  public var isNamed: Bool { !name.hasPrefix("<") }

  public static func == (a: Variable, b: Variable) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
