/// Values by key, in the order of the keys: for the few that a query needs before it can start, which are sooner in such a table than in a
/// dictionary, and whose order does not change from run to run.
///
/// Cost: a look-up is a binary search; a new key moves the values behind it.
@frozen
public struct SortedTable<Key: Comparable, Value> {
  @usableFromInline var entries: [(key: Key, value: Value)] = []

  @inlinable public init() {}

  @inlinable public var count: Int { entries.count }

  /// Nil takes the key out.
  @inlinable public subscript(key: Key) -> Value? {
    get {
      let place = place(of: key)
      return holds(key, at: place) ? entries[place].value : nil
    }
    set {
      let place = place(of: key)
      switch (newValue, holds(key, at: place)) {
      case (let value?, true): entries[place].value = value
      case (let value?, false): entries.insert((key, value), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  @inlinable func holds(_ key: Key, at place: Int) -> Bool { place < entries.count && entries[place].key == key }

  /// Where the key is, or would be.
  @inlinable func place(of key: Key) -> Int {
    if let last = entries.last, last.key < key { return entries.count }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SortedTable: Sequence {
  @inlinable public func makeIterator() -> IndexingIterator<[(key: Key, value: Value)]> { entries.makeIterator() }
}

extension SortedTable: Equatable where Value: Equatable {
  @inlinable public static func == (a: SortedTable, b: SortedTable) -> Bool {
    a.entries.elementsEqual(b.entries) { $0.key == $1.key && $0.value == $1.value }
  }
}

extension SortedTable: Sendable where Key: Sendable, Value: Sendable {}
