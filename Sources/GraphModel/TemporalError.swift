/// Why a point in time or a duration cannot be made.
public struct TemporalError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// The text is not in a form that is known.
    case unreadable
    /// A component is missing, unknown, or not a value that it can have.
    case invalidField
    /// The time zone is unknown, or the offset is not one that it has.
    case invalidZone
    /// A value of a type that this cannot be made from.
    case wrongType
    /// The result is outside the range of its type.
    case overflow
    case divisionByZero
  }

  public var kind: Kind
  /// One line for a person, without a full stop.
  public var message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }

  static func overflow(_ what: String) -> TemporalError {
    TemporalError(.overflow, "\(what) is out of range")
  }
}

/// The types of points in time, named as the functions that make them.
public enum TemporalType: String, Hashable, Sendable, CaseIterable {
  case date
  case localTime = "localtime"
  case time
  case localDateTime = "localdatetime"
  case dateTime = "datetime"

  var hasDate: Bool { self == .date || self == .localDateTime || self == .dateTime }
  var hasTime: Bool { self != .date }
  var hasZone: Bool { self == .time || self == .dateTime }
}
