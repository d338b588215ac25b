/// What a store may fail with.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Hashable, Sendable {
    /// The file is not there, or cannot be opened.
    case cannotOpen
    /// The file is no database, or one of another program.
    case notADatabase
    /// The file has the format of another version.
    case otherVersion
    /// The file is damaged.
    case damaged
    /// Another process holds the lock for longer than the time allowed.
    case busy
    /// The disk is full, or reading or writing failed.
    case inputOutput
    /// The connection may only read.
    case readOnly
    /// The node still has relationships.
    case nodeHasRelationships
    /// The node or relationship does not exist.
    case notFound
    /// The value cannot be stored as a property.
    case unstorable
    /// Another node already has the value that an index says is unique.
    case notUnique
    /// What was written does not keep a constraint.
    case constraintViolated
    /// The work was interrupted from outside.
    case interrupted
    /// A fault of this program.
    case misuse
  }

  public var kind: Kind
  /// One line for a person, without a full stop.
  public var message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }
}
