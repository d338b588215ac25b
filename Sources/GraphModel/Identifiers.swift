// GraphModel is the language that the rooms speak to each other: values, ids, batches, and the two interfaces
// to a graph. It imports nothing and does no input or output.

/// A node of one database. Ids are never reused while a database lives.
@frozen
public struct NodeID: Hashable, Comparable, Sendable {
  public let rawValue: Int64
  @inlinable public init(_ rawValue: Int64) { self.rawValue = rawValue }
  @inlinable public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// A relationship of one database.
@frozen
public struct RelationshipID: Hashable, Comparable, Sendable {
  public let rawValue: Int64
  @inlinable public init(_ rawValue: Int64) { self.rawValue = rawValue }
  @inlinable public static func < (a: RelationshipID, b: RelationshipID) -> Bool { a.rawValue < b.rawValue }
}

/// The number that a database gives a label.
@frozen
public struct LabelID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }
  @inlinable public static func < (a: LabelID, b: LabelID) -> Bool { a.rawValue < b.rawValue }
}

/// The number that a database gives a relationship type.
@frozen
public struct RelationshipTypeID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }
  @inlinable public static func < (a: RelationshipTypeID, b: RelationshipTypeID) -> Bool { a.rawValue < b.rawValue }
}

/// The number that a database gives a property name.
@frozen
public struct PropertyKeyID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }
  @inlinable public static func < (a: PropertyKeyID, b: PropertyKeyID) -> Bool { a.rawValue < b.rawValue }
}
