import GraphModel

/// The relationships of one type in one direction, as compressed sparse rows: those of a node stand together, by neighbour
/// and id. Parts of it are read when they are first needed.
final class BaseAdjacency {
  /// How much of a part is in memory; each step includes the ones before.
  enum Need: UInt8 {
    case degrees = 1
    case neighbours = 2
    case relationships = 3
  }

  let type: RelationshipTypeID
  let count: Int
  private let isOutgoing: Bool
  private let nodeLimit: Int
  private let relationshipLimit: Int
  private let chunks: ChunkSource
  /// Where each part of the nodes begins, and the end of the last.
  private let partStarts: [Int]
  /// How much of each part is in memory, as a ``Need``.
  private let levels: LazyBuffer<UInt8>
  /// Where the relationships of each node begin; those of the next node end them.
  let offsets: LazyBuffer<UInt32>
  let neighbours: LazyBuffer<UInt32>
  /// Nil where the relationship at a place is the first one and the place.
  let stored: LazyBuffer<UInt32>?
  let first: Int

  init(
    _ entry: BaseDirectory.TypeEntry, isOutgoing: Bool, _ directory: BaseDirectory, _ chunks: ChunkSource
  ) throws(StoreError) {
    type = entry.type
    count = entry.count
    self.isOutgoing = isOutgoing
    self.chunks = chunks
    nodeLimit = directory.nodeLimit
    relationshipLimit = directory.relationshipLimit
    first = entry.first
    let parts = BasePart.count(limit: nodeLimit)
    partStarts = try Self.partStarts(entry, isOutgoing, parts, chunks)
    levels = try LazyBuffer(count: parts)
    offsets = try LazyBuffer(count: nodeLimit + 2)
    neighbours = try LazyBuffer(count: entry.count)
    stored = isOutgoing && entry.first > 0 ? nil : try LazyBuffer(count: entry.count)
  }

  private static func partStarts(
    _ entry: BaseDirectory.TypeEntry, _ isOutgoing: Bool, _ parts: Int, _ chunks: ChunkSource
  ) throws(StoreError) -> [Int] {
    var reader = try chunks.require(
      ChunkKey(kind: isOutgoing ? .outgoingParts : .incomingParts, member: entry.type.rawValue))
    let numbers = try PackedNumbers(&reader, count: parts + 1)
    var starts: [Int] = []
    numbers.each(reader.bytes) { _, start in starts.append(Int(truncatingIfNeeded: start)) }
    guard starts.first == 0, starts.last == entry.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw RecordReader.damage
    }
    return starts
  }

  // MARK: Asking

  /// Reads the part of a node, up to the need, where that has not been done.
  @inline(__always)
  func prepare(_ node: Int, _ need: Need) throws(StoreError) {
    let part = BasePart.of(node)
    if levels[part] < need.rawValue { try load(part, need) }
  }

  /// The places of the relationships of a node whose part is prepared.
  @inline(__always)
  func range(_ node: Int) -> Range<Int> {
    let start = Int(offsets[node])
    return start..<max(start, Int(offsets[node + 1]))
  }

  /// The relationship at a place of a part that is prepared.
  @inline(__always)
  func relationship(_ at: Int) -> Int {
    if let stored { return Int(stored[at]) }
    return first + at
  }

  /// The node to which the relationship at a place belongs. Cost: logarithmic.
  func node(at place: Int) throws(StoreError) -> Int {
    var (low, high) = (0, partStarts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if partStarts[middle] <= place { low = middle } else { high = middle }
    }
    let ids = BasePart.ids(low, limit: nodeLimit)
    try prepare(ids.lowerBound, .degrees)
    (low, high) = (ids.lowerBound, ids.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(offsets[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: Reading parts

  private func load(_ part: Int, _ need: Need) throws(StoreError) {
    let places = partStarts[part]..<partStarts[part + 1]
    if levels[part] < Need.degrees.rawValue {
      try loadDegrees(part, places)
      levels[part] = Need.degrees.rawValue
    }
    if need.rawValue >= Need.neighbours.rawValue, levels[part] < Need.neighbours.rawValue {
      try fill(neighbours, isOutgoing ? .outgoingNeighbours : .incomingNeighbours, part, places, limit: nodeLimit)
      levels[part] = Need.neighbours.rawValue
    }
    if need == .relationships, levels[part] < need.rawValue {
      if let stored {
        try fill(
          stored, isOutgoing ? .outgoingRelationships : .incomingRelationships, part, places, limit: relationshipLimit)
      }
      levels[part] = need.rawValue
    }
  }

  private func loadDegrees(_ part: Int, _ places: Range<Int>) throws(StoreError) {
    let ids = BasePart.ids(part, limit: nodeLimit)
    var place = places.lowerBound
    if places.isEmpty {
      for id in ids { offsets[id] = UInt32(place) }
    } else {
      var reader = try chunks.require(key(isOutgoing ? .outgoingDegrees : .incomingDegrees, part))
      try PackedNumbers(&reader, count: ids.count).each(reader.bytes) { at, degree in
        offsets[ids.lowerBound + at] = UInt32(truncatingIfNeeded: place)
        place &+= Int(truncatingIfNeeded: degree)
      }
    }
    guard place == places.upperBound else { throw RecordReader.damage }
    offsets[ids.upperBound] = UInt32(place)
  }

  private func fill(
    _ buffer: LazyBuffer<UInt32>, _ kind: ChunkKey.Kind, _ part: Int, _ places: Range<Int>, limit: Int
  ) throws(StoreError) {
    guard !places.isEmpty else { return }
    var reader = try chunks.require(key(kind, part))
    var highest: Int64 = 0
    try PackedNumbers(&reader, count: places.count).each(reader.bytes) { at, number in
      highest = max(highest, number)
      buffer[places.lowerBound + at] = UInt32(truncatingIfNeeded: number)
    }
    guard highest <= limit else { throw RecordReader.damage }
  }

  private func key(_ kind: ChunkKey.Kind, _ part: Int) -> ChunkKey {
    ChunkKey(kind: kind, member: type.rawValue, part: part)
  }
}
