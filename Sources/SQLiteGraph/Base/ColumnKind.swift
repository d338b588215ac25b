import GraphModel

/// What kind of values a property has in the base. The numbers stand in files.
enum ColumnKind: UInt64 {
  case integers = 1
  case floats = 2
  case booleans = 3
  case texts = 4
  /// Anything: each value is stored as ``RecordWriter`` encodes it.
  case mixed = 5
  /// Dates, as days since 1970-01-01.
  case dates = 6
}

/// An id of either kind, as a place in the base.
protocol StoredID: Sendable {
  var rawValue: Int64 { get }

  init(_ rawValue: Int64)
}

extension NodeID: StoredID {}
extension RelationshipID: StoredID {}

extension StoredID {
  @inline(__always) var place: Int { Int(truncatingIfNeeded: rawValue) }
}
