/// Which of the two nodes of a relationship are asked for.
public struct RelationshipSides: OptionSet, Sendable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let start = RelationshipSides(rawValue: 1)
  public static let end = RelationshipSides(rawValue: 2)
}
