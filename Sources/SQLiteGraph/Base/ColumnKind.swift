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

// A difference is negative where an id is out of bounds, and so is what differences have set together: no id costs a decision.
extension Collection where Element: StoredID {
  /// Whether no id is above a limit, far from the highest number. Cost: next to none for each.
  @inline(__always)
  func areAll(upTo limit: Int) -> Bool {
    var rests = 0
    for id in self { rests |= limit &- id.place }
    return rests >= 0
  }

  /// Whether all ids are in a range.
  @inline(__always)
  func areAll(in range: Range<Int>) -> Bool {
    var rests = 0
    for id in self { rests |= (range.upperBound &- 1 &- id.place) | (id.place &- range.lowerBound) }
    return rests >= 0
  }
}
