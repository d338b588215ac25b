import GraphModel

/// Which labels the nodes of the base have, or of base and rows as one: for each node the number of its label set.
final class LabelSets {
  private let directory: BaseDirectory
  private let merging: Merging?
  private let chunks: ChunkSource
  private let numbers: LazyBuffer<UInt16>
  /// 1 where a part is in memory.
  private let isLoaded: LazyBuffer<UInt8>
  /// For each part, the label sets that occur in it; empty before it was loaded.
  private var present: [[UInt16]]
  /// For each label set a bit for each label: whether it is in.
  private let membership: [[Bool]]

  /// `directory`: which label sets there are and up to which node; the nodes of it that are not in the file are those of `merging`.
  init(_ directory: BaseDirectory, _ chunks: ChunkSource, _ merging: Merging? = nil) throws(StoreError) {
    self.directory = directory
    self.merging = merging
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

  /// For each label set, whether it is that of a node and has all of some labels.
  func with(_ labels: [LabelID]) -> [Bool] {
    var isWanted = membership.indices.map { $0 > 0 }
    for label in labels { isWanted = zip(isWanted, sets(with: label)).map { $0 && $1 } }
    return isWanted
  }

  /// Appends the nodes above `after`, ascending, up to `limit`, whose label set is wanted.
  ///
  /// Cost: a look at each node of the parts in which a wanted set occurs.
  func scan(
    _ isWanted: [Bool], after: Int, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError) {
    var left = limit
    guard after < directory.nodeLimit, isWanted.contains(true) else { return }
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
    if let merging { try merge(part, of: merging) } else { try read(part) }
    isLoaded[part] = 1
  }

  private func read(_ part: Int) throws(StoreError) {
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
  }
}

extension LabelSets {
  /// The label sets of a base, if there is one, and what rows say instead, by ascending id; set 0 for nodes that are gone.
  struct Merging {
    let base: LabelSets?
    let ids: [Int]
    let sets: [UInt16]
  }

  private func merge(_ part: Int, of merging: Merging) throws(StoreError) {
    let ids = BasePart.ids(part, limit: directory.nodeLimit)
    if let base = merging.base, ids.lowerBound <= base.directory.nodeLimit {
      let held = BasePart.ids(part, limit: base.directory.nodeLimit)
      _ = try base.number(held.lowerBound)
      numbers.take(held, of: base.numbers)
    }
    var at = merging.ids.firstPlace(notBelow: ids.lowerBound)
    while at < merging.ids.count, merging.ids[at] < ids.upperBound {
      numbers[merging.ids[at]] = merging.sets[at]
      at += 1
    }
    var occurs = [Bool](filledWith: false, count: directory.labelSets.count)
    for id in ids { occurs[Int(numbers[id])] = true }
    present[part] = occurs.indices.filter { occurs[$0] }.map { UInt16(truncatingIfNeeded: $0) }
  }
}
