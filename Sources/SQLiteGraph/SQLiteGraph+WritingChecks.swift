import GraphModel

/// What is checked of labels and properties before anything is written.
extension SQLiteGraph {
  func check(_ label: LabelID) throws(StoreError) {
    guard state.labels.holds(label.rawValue) else {
      throw StoreError(.misuse, "there is no label with number \(label.rawValue)")
    }
  }

  /// The properties without nulls, by ascending key; of a key that is given twice, the last.
  func checked(
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    for (key, value) in properties { try check(key, value) }
    let areInOrder = zip(properties, properties.dropFirst()).allSatisfy { $0.key < $1.key }
    if areInOrder, !properties.contains(where: { $0.value.isNull }) { return properties }
    var kept: [(key: PropertyKeyID, value: Value)] = []
    kept.reserveCapacity(properties.count)
    for (key, value) in properties {
      // Mostly the keys come in order, and this appends.
      var at = kept.count
      while at > 0, kept[at - 1].key >= key { at -= 1 }
      if at < kept.count, kept[at].key == key { kept.remove(at: at) }
      if !value.isNull { kept.insert((key: key, value: value), at: at) }
    }
    return kept
  }

  func check(_ key: PropertyKeyID, _ value: Value) throws(StoreError) {
    try check(key)
    guard value.isNull || value.isStorable else { throw unstorable(key) }
  }

  /// The same for columns.
  func check(_ properties: PropertyColumns) throws(StoreError) {
    for (key, column) in zip(properties.keys, properties.columns) {
      try check(key)
      switch column {
      case .integers, .floats, .booleans, .strings, .coded: break
      case .nodes, .relationships, .values:
        for row in 0..<column.count where !column[row].isNull && !column[row].isStorable { throw unstorable(key) }
      }
    }
  }

  private func check(_ key: PropertyKeyID) throws(StoreError) {
    guard state.keys.holds(key.rawValue) else {
      throw StoreError(.misuse, "there is no property key with number \(key.rawValue)")
    }
  }

  private func unstorable(_ key: PropertyKeyID) -> StoreError {
    StoreError(.unstorable, "the value of `\(name(of: key))` cannot be stored as a property")
  }

  /// Null removes. The properties ascend by key.
  static func replace(
    _ key: PropertyKeyID, in properties: inout [(key: PropertyKeyID, value: Value)], by value: Value
  ) {
    let at = properties.firstIndex { $0.key >= key } ?? properties.count
    let isThere = at < properties.count && properties[at].key == key
    if value.isNull {
      if isThere { properties.remove(at: at) }
    } else if isThere {
      properties[at].value = value
    } else {
      properties.insert((key: key, value: value), at: at)
    }
  }
}
