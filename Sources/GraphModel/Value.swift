/// A value of openCypher.
///
/// A node or relationship is its id: labels and properties are read from the graph where they are asked for, a batch at a
/// time. `1` and `1.0` are different values that compare equal.
@frozen
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([Value])
  case map(ValueMap)
  case node(NodeID)
  case relationship(RelationshipID)
  case path(Path)
  case date(CalendarDate)
  case localTime(LocalTime)
  case time(OffsetTime)
  case localDateTime(LocalDateTime)
  indirect case dateTime(ZonedDateTime)
  indirect case duration(CalendarDuration)

  @inlinable
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}

/// An alternation of nodes and relationships: one node more than relationships.
@frozen
public struct Path: Hashable, Sendable {
  public var nodes: [NodeID]
  public var relationships: [RelationshipID]

  @inlinable
  public init(nodes: [NodeID], relationships: [RelationshipID]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

/// The keys and values of a map, in the order in which they were written. A key stands once; the last writing counts.
public struct ValueMap: Sendable {
  public private(set) var keys: [String]
  public private(set) var values: [Value]
  /// Only for maps of more than eight keys: where each key stands.
  private var index: [String: Int] = [:]

  public init() {
    keys = []
    values = []
  }

  /// Keys that are known to differ from one another, with as many values. Cost: none, for few keys.
  public init(distinctKeys keys: [String], values: [Value]) {
    self.keys = keys
    self.values = values
    reindex()
  }

  public init(_ pairs: some Sequence<(String, Value)>) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }

  public var count: Int { keys.count }
  public var isEmpty: Bool { keys.isEmpty }

  /// The value of a key; nil where the map has no such key (a key may hold `.null`). Setting nil removes the key.
  public subscript(key: String) -> Value? {
    get { position(of: key).map { values[$0] } }
    set {
      switch (position(of: key), newValue) {
      case (let at?, let value?): values[at] = value
      case (let at?, nil):
        keys.remove(at: at)
        values.remove(at: at)
        reindex()
      case (nil, let value?):
        keys.append(key)
        values.append(value)
        if keys.count > 8 {
          if index.isEmpty { reindex() } else { index[key] = keys.count - 1 }
        }
      case (nil, nil): break
      }
    }
  }

  /// The same for one map of many that are mostly alike: `place` is where the key stood in the one before.
  public func value(of key: String, near place: inout Int) -> Value? {
    if place < keys.count, keys[place] == key { return values[place] }
    guard let found = position(of: key) else { return nil }
    place = found
    return values[found]
  }

  private func position(of key: String) -> Int? {
    keys.count > 8 ? index[key] : keys.firstIndex(of: key)
  }

  private mutating func reindex() {
    index = [:]
    guard keys.count > 8 else { return }
    for (position, key) in keys.enumerated() { index[key] = position }
  }
}

extension Value {
  /// What a map holds under a key, or null; nil for anything else. `place` is where the key stood in the map before, as in
  /// ``ValueMap/value(of:near:)``.
  public func member(_ key: String, near place: inout Int) -> Value? {
    guard case .map(let map) = self else { return nil }
    return map.value(of: key, near: &place) ?? .null
  }
}

extension ValueMap: Sequence {
  public func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator {
    zip(keys, values).makeIterator()
  }
}
