import GraphModel

/// The relationships of consecutive nodes in one direction, as compressed sparse rows: those of a node stand together, by
/// type, neighbour and id.
final class AdjacencyPage: CachedPage {
  /// Where the relationships of a slot start; the next slot ends them.
  private let offsets: [Int32]
  let types: [RelationshipTypeID]
  let neighbours: [NodeID]
  let relationships: [RelationshipID]

  var byteCount: Int { 20 * types.count + 4 * offsets.count + 128 }

  /// Reads rows of type, neighbour, id and node, ascending by node, type, neighbour and id.
  init(_ ids: ClosedRange<Int64>, from rows: Statement) throws(StoreError) {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(Int(PageSpan.count) + 1)
    var types: [RelationshipTypeID] = []
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    rows.bind(1, ids.lowerBound).bind(2, ids.upperBound)
    defer { rows.reset() }
    while try rows.step() {
      let slot = Int(rows.integer(3) - ids.lowerBound)
      while offsets.count <= slot { offsets.append(Int32(truncatingIfNeeded: types.count)) }
      types.append(RelationshipTypeID(Int32(truncatingIfNeeded: rows.integer(0))))
      neighbours.append(NodeID(rows.integer(1)))
      relationships.append(RelationshipID(rows.integer(2)))
    }
    while offsets.count <= Int(PageSpan.count) { offsets.append(Int32(truncatingIfNeeded: types.count)) }
    self.offsets = offsets
    self.types = types
    self.neighbours = neighbours
    self.relationships = relationships
  }

  @inline(__always)
  func range(_ slot: Int) -> Range<Int> { Int(offsets[slot])..<Int(offsets[slot + 1]) }

  /// Those of a type within the relationships of one node.
  @inline(__always)
  func range(of type: RelationshipTypeID, in range: Range<Int>) -> Range<Int> {
    if range.count <= 8 {
      var from = range.lowerBound
      while from < range.upperBound, types[from] < type { from += 1 }
      var to = from
      while to < range.upperBound, types[to] == type { to += 1 }
      return from..<to
    }
    let from = firstIndex(notBelow: type.rawValue, in: range)
    return from..<firstIndex(notBelow: type.rawValue &+ 1, in: from..<range.upperBound)
  }

  private func firstIndex(notBelow type: Int32, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if types[middle].rawValue < type { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
