/// What a schema says about relationship types, by name: which is the inverse of which, and which read the same both ways.
///
/// The text states each fact once. A pattern that names a type with an inverse also finds the inverse, the other way round,
/// and a symmetric type is found in both directions.
public struct RelationshipTraits: Hashable, Sendable {
  /// From a name to the name of the opposite direction. Both directions are listed.
  public var inverses: [String: String]
  public var symmetric: Set<String>

  public init(inverses: [String: String] = [:], symmetric: Set<String> = []) {
    self.inverses = inverses
    self.symmetric = symmetric
  }
}
