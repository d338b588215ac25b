import GraphModel

/// Finds nodes by the ids of a table.
enum NodeIndex: Sendable {
  /// The place of the node with the id `first`, and so on; ``none`` where there is none.
  case dense(first: Int64, places: [UInt32])
  case integers(IntegerIndex)
  case texts(TextIndex)

  private static let none = UInt32.max

  /// An index of ids, and the first two places with the same id, if there are such.
  static func make(_ ids: PropertyValues) -> (index: NodeIndex, repeated: (first: Int, second: Int)?) {
    switch ids {
    case .integers(let ids): make(ids)
    case .texts(let ids): make(ids)
    default: (.texts(TextIndex()), nil)
    }
  }

  private static func make(_ ids: [Int64]) -> (index: NodeIndex, repeated: (first: Int, second: Int)?) {
    guard let first = ids.min(), let last = ids.max() else { return (.dense(first: 0, places: []), nil) }
    let (span, isOver) = last.subtractingReportingOverflow(first)
    guard !isOver, span < ids.count * 4 + 1024 else {
      let (index, repeated) = IntegerIndex.make(ids)
      return (.integers(index), repeated)
    }
    var places = [UInt32](repeating: none, count: Int(span) + 1)
    var repeated: (Int, Int)?
    for (place, id) in ids.enumerated() {
      let known = places[Int(id - first)]
      if known == none { places[Int(id - first)] = UInt32(place) } else { repeated = repeated ?? (Int(known), place) }
    }
    return (.dense(first: first, places: places), repeated)
  }

  private static func make(_ ids: TextColumn) -> (index: NodeIndex, repeated: (first: Int, second: Int)?) {
    let index = TextIndex(ids)
    for place in 0..<ids.count {
      let range = ids.range(place)
      if let first = index.place(of: ids.bytes, range.lowerBound, range.upperBound), first != place {
        return (.texts(index), (first, place))
      }
    }
    return (.texts(index), nil)
  }

  /// The place of the node whose id is the field that a scanner has found; nil where there is none.
  @inline(__always)
  func place(of field: borrowing FieldScanner) -> UInt32? {
    switch self {
    case .dense(let first, let places):
      guard let id = FieldNumber.integer(field.bytes, field.start, field.end) else { return nil }
      let (at, isOver) = id.subtractingReportingOverflow(first)
      guard !isOver, at >= 0, at < places.count, places[Int(at)] != Self.none else { return nil }
      return places[Int(at)]
    case .integers(let index):
      return FieldNumber.integer(field.bytes, field.start, field.end).flatMap { index.place(of: $0) }
    case .texts(let index):
      if field.hasDoubledQuotes {
        let content = Array(field.content)
        return index.place(of: content, 0, content.count).map { UInt32($0) }
      }
      return index.place(of: field.bytes, field.start, field.end).map { UInt32($0) }
    }
  }
}

/// Integers and where each stands: a hash table with open addressing.
struct IntegerIndex: Sendable {
  private var keys: [Int64] = []
  /// Counted from 1; 0 is free.
  private var places: [UInt32] = []

  /// An index, and the first two places with the same integer, if there are such.
  static func make(_ integers: [Int64]) -> (index: IntegerIndex, repeated: (first: Int, second: Int)?) {
    var index = IntegerIndex()
    var size = 16
    while size < integers.count * 2 { size *= 2 }
    index.keys = [Int64](repeating: 0, count: size)
    index.places = [UInt32](repeating: 0, count: size)
    var repeated: (Int, Int)?
    for (place, integer) in integers.enumerated() {
      let slot = index.slot(of: integer)
      if index.places[slot] == 0 {
        index.keys[slot] = integer
        index.places[slot] = UInt32(place + 1)
      } else {
        repeated = repeated ?? (Int(index.places[slot]) - 1, place)
      }
    }
    return (index, repeated)
  }

  func place(of integer: Int64) -> UInt32? {
    let slot = slot(of: integer)
    return places[slot] == 0 ? nil : places[slot] - 1
  }

  private func slot(of integer: Int64) -> Int {
    let mixed = UInt64(bitPattern: integer) &* 0x9e37_79b9_7f4a_7c15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & (keys.count - 1)
    while places[slot] != 0, keys[slot] != integer { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
