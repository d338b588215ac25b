import GraphModel

/// Which labels the nodes of the base have: for each node the number of its label set.
final class LabelSets {
  private let directory: BaseDirectory
  private let chunks: ChunkSource
  private let numbers: LazyBuffer<UInt16>
  /// 1 where a part is in memory.
  private let isLoaded: LazyBuffer<UInt8>
  /// For each part, the label sets that occur in it; empty before it was loaded.
  private var present: [[UInt16]]
  /// For each label set a bit for each label: whether it is in.
  private let membership: [[Bool]]

  init(_ directory: BaseDirectory, _ chunks: ChunkSource) throws(StoreError) {
    self.directory = directory
    self.chunks = chunks
    let parts = BasePart.count(limit: directory.nodeLimit)
    numbers = try LazyBuffer(count: directory.nodeLimit + 1)
    isLoaded = try LazyBuffer(count: parts)
    present = Array(filledWith: [], count: parts)
    let labels = Int((directory.labelSets.joined().max()?.rawValue ?? -1) + 1)
    membership = directory.labelSets.map { set in
      var has = [Bool](filledWith: false, count: labels)
      for label in set where label.rawValue >= 0 { has[Int(label.rawValue)] = true }
      return has
    }
  }

  /// The number of the label set of a node; 0 where there is no such node.
  @inline(__always)
  func number(_ node: Int) throws(StoreError) -> Int {
    let part = BasePart.of(node)
    if isLoaded[part] == 0 { try load(part) }
    return Int(numbers[node])
  }

  func labels(_ node: Int) throws(StoreError) -> [LabelID] { directory.labelSets[try number(node)] }

  /// For each label set, whether it has the label.
  func sets(with label: LabelID) -> [Bool] { membership.map { $0.indices.contains(Int(label.rawValue)) && $0[Int(label.rawValue)] } }

  /// Appends the nodes above `after`, ascending, up to `limit`, whose label set is wanted.
  ///
  /// Cost: a look at each node of the parts in which a wanted set occurs.
  func scan(
    _ isWanted: [Bool], after: Int, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var left = limit
    guard after < directory.nodeLimit else { return }
    for part in BasePart.of(after + 1)..<isLoaded.count where left > 0 {
      if isLoaded[part] == 0 { try load(part) }
      guard present[part].contains(where: { isWanted[Int($0)] }) else { continue }
      let ids = BasePart.ids(part, limit: directory.nodeLimit)
      var id = max(ids.lowerBound, after + 1)
      if present[part].allSatisfy({ isWanted[Int($0)] }) {
        let count = min(left, ids.upperBound - id)
        nodes.append(addingCapacity: count) { all in
          for place in id..<id + count { all.append(NodeID(Int64(place))) }
        }
        left -= count
        continue
      }
      while id < ids.upperBound, left > 0 {
        if isWanted[Int(numbers[id])] {
          nodes.append(NodeID(Int64(id)))
          left -= 1
        }
        id += 1
      }
    }
  }

  private func load(_ part: Int) throws(StoreError) {
    let ids = BasePart.ids(part, limit: directory.nodeLimit)
    var reader = try chunks.require(ChunkKey(kind: .labelSets, part: part))
    let sets = try PackedNumbers(&reader, limit: directory.labelSets.count)
    var occurring: [UInt16] = []
    sets.each(reader.bytes) { _, set in occurring.append(UInt16(truncatingIfNeeded: set)) }
    guard !occurring.isEmpty, occurring.allSatisfy({ Int($0) < directory.labelSets.count }) else {
      throw RecordReader.damage
    }
    var isWhole = true
    try PackedNumbers(&reader, count: ids.count).each(reader.bytes) { at, number in
      if number >= 0, number < occurring.count { numbers[ids.lowerBound + at] = occurring[Int(number)] } else { isWhole = false }
    }
    guard isWhole else { throw RecordReader.damage }
    present[part] = occurring
    isLoaded[part] = 1
  }
}
