/// The keys and values of a map, in the order in which they were written. A key stands once; the last writing counts.
///
/// A map has its values itself, or is a row of a ``MapTable``.
public struct ValueMap: Sendable {
  private enum Contents {
    case own(MapKeys, [Value])
    case row(MapTable, Int)
  }

  private var contents: Contents

  public init() { contents = .own(.none, []) }

  /// `values`: as many as keys, in their order.
  public init(_ keys: MapKeys, _ values: [Value]) { contents = .own(keys, values) }

  public init(row: Int, of table: MapTable) { contents = .row(table, row) }

  public init(_ pairs: some Sequence<(String, Value)>) {
    var keys = KeyPlaces()
    var values: [Value] = []
    for (key, value) in pairs {
      if let place = keys[key] {
        values[place] = value
      } else {
        keys.append(key)
        values.append(value)
      }
    }
    self.init(MapKeys(keys), values)
  }

  public var keys: [String] {
    switch contents {
    case .own(let keys, _): keys.names
    case .row(let table, _): table.keys.names
    }
  }

  /// Cost: linear where the map is a row of a table.
  public var values: [Value] {
    switch contents {
    case .own(_, let values): values
    case .row(let table, let row): table.columns.map { $0[row] }
    }
  }

  public var count: Int { keys.count }
  public var isEmpty: Bool { keys.isEmpty }

  /// The table of which this is a row, and which row.
  public var place: (table: MapTable, row: Int)? {
    if case .row(let table, let row) = contents { (table, row) } else { nil }
  }

  /// Which row of a table this is; nil where it is none.
  fileprivate func row(of table: MapTable) -> Int? {
    if case .row(let own, let row) = contents, own === table { row } else { nil }
  }

  /// The value of a key; nil where the map has no such key (a key may hold `.null`). Setting nil removes the key. Cost of setting what is
  /// not there yet, and of removing: linear.
  public subscript(key: String) -> Value? {
    get {
      switch contents {
      case .own(let keys, let values): keys.place(of: key).map { values[$0] }
      case .row(let table, let row): table.keys.place(of: key).map { table.columns[$0][row] }
      }
    }
    set {
      let keys: MapKeys
      var values: [Value]
      switch contents {
      case .own(let known, let held): (keys, values) = (known, held)
      case .row(let table, _): (keys, values) = (table.keys, self.values)
      }
      // What is changed is held once only, and not copied.
      contents = .own(.none, [])
      let place = keys.place(of: key)
      if let newValue {
        if let place { values[place] = newValue } else { values.append(newValue) }
        contents = .own(place == nil ? MapKeys(distinct: keys.names + [key]) : keys, values)
      } else if let place {
        values.remove(at: place)
        contents = .own(MapKeys(distinct: keys.names.filter { $0 != key }), values)
      } else {
        contents = .own(keys, values)
      }
    }
  }

  /// The same for one map of many that are mostly alike: `place` is where the key stood in the one before.
  fileprivate func value(of key: String, near place: inout Int) -> Value? {
    guard case .own(let keys, let values) = contents else { return self[key] }
    if place < values.count, keys.names[place] == key { return values[place] }
    guard let found = keys.place(of: key) else { return nil }
    place = found
    return values[found]
  }
}

extension ValueMap: Sequence {
  public func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator { zip(keys, values).makeIterator() }
}

extension Value {
  /// Which row of a table this is; nil where it is none.
  func row(of table: MapTable) -> Int? {
    if case .map(let map) = self { map.row(of: table) } else { nil }
  }

  /// What each of some maps holds under a key, or null; nil where something else is among them.
  public static func members(_ key: String, of maps: [Value]) -> [Value]? {
    var values: [Value] = []
    values.reserveCapacity(maps.count)
    var place = 0
    for at in maps.indices {
      guard case .map(let map) = maps[at] else { return nil }
      values.append(map.value(of: key, near: &place) ?? .null)
    }
    return values
  }
}
