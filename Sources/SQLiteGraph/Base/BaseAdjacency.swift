import GraphModel

/// The relationships of one type in one direction, as runs of neighbours: those of a node stand together, by neighbour
/// and id. Parts of it are read when they are first needed.
///
/// The runs of the base follow one another as compressed sparse rows. With the changes that it is given it tells of base and
/// rows as one: the run of a node that a change concerns is made anew behind all others.
final class BaseAdjacency {
  /// How much of a part is in memory; each step includes the ones before.
  enum Need: UInt8 {
    case degrees = 1
    case neighbours = 2
    case relationships = 3
  }

  let type: RelationshipTypeID
  /// The highest id of a node that it can tell of.
  let nodeLimit: Int
  private let isOutgoing: Bool
  private let directory: BaseDirectory
  private let chunks: ChunkSource
  /// Where each part of the nodes begins, and the end of the last.
  private let partStarts: [Int]
  /// How much of each part was read, as a ``Need``.
  private let levels: LazyBuffer<UInt8>
  /// The same; nothing of a part with changes that it does not have yet.
  let ready: LazyBuffer<UInt8>
  /// For each node where its run starts and, in the higher half, ends.
  let runs: LazyBuffer<UInt64>
  private(set) var neighbours: LazyBuffer<UInt32>
  /// Nil where the relationship at a place is the first one and the place.
  private(set) var stored: LazyBuffer<UInt32>?
  let first: Int
  private var waiting = WaitingChanges()
  /// By part, what the runs were of which only the length is true now.
  private var promised: [Int: [(node: Int, run: UInt64)]] = [:]
  /// Where the next run can be made.
  private var end: Int
  /// How much before is of no use any more.
  private var wasted = 0

  /// `changesUpTo`: the highest id of a node of which changes will tell; nil where there will be none.
  init(
    _ entry: BaseDirectory.TypeEntry, isOutgoing: Bool, _ directory: BaseDirectory, _ chunks: ChunkSource,
    changesUpTo limit: Int?
  ) throws(StoreError) {
    type = entry.type
    self.isOutgoing = isOutgoing
    self.directory = directory
    self.chunks = chunks
    nodeLimit = max(limit ?? 0, directory.nodeLimit)
    first = entry.first
    end = entry.count
    partStarts = try Self.partStarts(entry, isOutgoing, BasePart.count(limit: directory.nodeLimit), chunks)
    let parts = BasePart.count(limit: nodeLimit)
    levels = try LazyBuffer(count: parts)
    ready = try LazyBuffer(count: parts)
    runs = try LazyBuffer(count: nodeLimit + 1)
    let places = limit == nil ? entry.count : 2 * entry.count + 1_024
    neighbours = try LazyBuffer(count: places)
    stored = limit == nil && isOutgoing && entry.first > 0 ? nil : try LazyBuffer(count: places)
  }

  private static func partStarts(
    _ entry: BaseDirectory.TypeEntry, _ isOutgoing: Bool, _ parts: Int, _ chunks: ChunkSource
  ) throws(StoreError) -> [Int] {
    guard entry.count > 0 else { return Array(filledWith: 0, count: parts + 1) }
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
    if ready[part] < need.rawValue { try load(part, need) }
  }

  /// The same for many nodes; nothing for those above a limit.
  func prepare(_ nodes: [NodeID], upTo limit: Int, _ need: Need) throws(StoreError) {
    for node in nodes where node.place > 0 && node.place <= limit { try prepare(node.place, need) }
  }

  /// The places of the relationships of a node whose part is prepared.
  @inline(__always)
  func range(_ node: Int) -> Range<Int> {
    let run = runs[node]
    let start = Int(run & 0xffff_ffff)
    return start..<max(start, Int(run >> 32))
  }

  /// The places of the relationships of each node, all read up to the need; none for a node above a limit.
  func ranges(_ nodes: [NodeID], upTo limit: Int, _ need: Need) throws(StoreError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(nodes.count)
    for node in nodes {
      let id = node.place
      guard id > 0, id <= limit else {
        ranges.append(0..<0)
        continue
      }
      try prepare(id, need)
      ranges.append(range(id))
    }
    return ranges
  }

  /// What is there to be read by several threads, as far as it is prepared.
  var buffers: RunBuffers { RunBuffers(neighbours: neighbours, relationships: stored, first: first) }

  /// The relationship at a place of a part that is prepared.
  @inline(__always)
  func relationship(_ at: Int) -> Int {
    if let stored { return Int(stored[at]) }
    return first + at
  }

  /// The part in which a place of the base is.
  private func part(at place: Int) -> Int {
    var (low, high) = (0, partStarts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if partStarts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// Reads the neighbours of the part in which a place of the base is; without changes only. Gives the place at which the part ends.
  func prepareNeighbours(at place: Int) throws(StoreError) -> Int {
    let part = part(at: place)
    if ready[part] < Need.neighbours.rawValue { try load(part, .neighbours) }
    return partStarts[part + 1]
  }

  /// The node to which the relationship at a place of the base belongs; without changes only. Cost: logarithmic.
  func node(at place: Int) throws(StoreError) -> Int {
    let ids = BasePart.ids(part(at: place), limit: directory.nodeLimit)
    try prepare(ids.lowerBound, .degrees)
    var (low, high) = (ids.lowerBound, ids.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if range(middle).lowerBound <= place { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: Changes

  /// Takes a change of a node up to the limit into account from now on. Cost: constant; with the next question about the
  /// part, the length of the node's run.
  func add(_ change: EdgeChange) {
    waiting.add(change)
    ready[BasePart.of(Int(change.node))] = 0
  }

  /// Whether most of its memory are runs that were made anew since.
  var isWasteful: Bool { wasted > 1_000_000 + end / 2 }

  private func makeRun(of node: Int, _ changes: ArraySlice<EdgeChange>) throws(StoreError) {
    guard let stored else { throw RecordReader.damage }
    let run = range(node)
    let places = try room(for: run.count + changes.count)
    let start = end
    var from = run.lowerBound
    func keep(_ neighbour: UInt32, _ relationship: UInt32) {
      places.neighbours[end] = neighbour
      places.stored[end] = relationship
      end += 1
    }
    for change in changes {
      while from < run.upperBound,
        (neighbours[from], stored[from]) < (change.neighbour, change.relationship)
      {
        keep(neighbours[from], stored[from])
        from += 1
      }
      if from < run.upperBound, neighbours[from] == change.neighbour, stored[from] == change.relationship { from += 1 }
      if !change.isGone { keep(change.neighbour, change.relationship) }
    }
    for at in from..<run.upperBound { keep(neighbours[at], stored[at]) }
    (neighbours, self.stored) = (places.neighbours, places.stored)
    setRun(of: node, start, end)
    wasted += run.count
  }

  /// The buffers, or longer ones with what is in them.
  private func room(
    for more: Int
  ) throws(StoreError) -> (neighbours: LazyBuffer<UInt32>, stored: LazyBuffer<UInt32>) {
    guard let stored, end + more <= Int(UInt32.max) else {
      throw StoreError(.inputOutput, "there are too many relationships of one type")
    }
    if end + more <= neighbours.count { return (neighbours, stored) }
    let count = min(2 * (end + more), Int(UInt32.max))
    return (try LazyBuffer(count: count, startingAs: neighbours), try LazyBuffer(count: count, startingAs: stored))
  }

  private func setRun(of node: Int, _ start: Int, _ end: Int) {
    runs[node] = UInt64(UInt32(truncatingIfNeeded: start)) | UInt64(UInt32(truncatingIfNeeded: end)) << 32
  }

  // MARK: Reading parts

  private func load(_ part: Int, _ need: Need) throws(StoreError) {
    ready[part] = 0
    for (node, run) in promised.removeValue(forKey: part) ?? [] { runs[node] = run }
    if need == .degrees, levels[part] <= need.rawValue, let more = waiting.additions(part) {
      return try loadDegrees(part, more)
    }
    let changes = waiting.inOrder(part)
    if part < partStarts.count - 1 {
      try read(part, changes.isEmpty ? need : .relationships)
    } else {
      levels[part] = Need.relationships.rawValue
    }
    var at = 0
    while at < changes.count {
      let node = changes[at].node
      let end = changes[at...].firstIndex { $0.node != node } ?? changes.count
      try makeRun(of: Int(node), changes[at..<end])
      at = end
    }
    waiting.remove(part)
    ready[part] = levels[part]
  }

  /// Where relationships only came: how many a node has is known before its run is made.
  private func loadDegrees(_ part: Int, _ more: [UInt32: Int]) throws(StoreError) {
    if part < partStarts.count - 1 { try read(part, .degrees) }
    for (node, count) in more {
      let node = Int(node)
      promised[part, default: []].append((node, runs[node]))
      setRun(of: node, 0, range(node).count + count)
    }
    ready[part] = Need.degrees.rawValue
  }

  private func read(_ part: Int, _ need: Need) throws(StoreError) {
    let places = partStarts[part]..<partStarts[part + 1]
    if levels[part] < Need.degrees.rawValue {
      try readDegrees(part, places)
      levels[part] = Need.degrees.rawValue
    }
    if need.rawValue >= Need.neighbours.rawValue, levels[part] < Need.neighbours.rawValue {
      try fill(
        neighbours, isOutgoing ? .outgoingNeighbours : .incomingNeighbours, part, places, limit: directory.nodeLimit)
      levels[part] = Need.neighbours.rawValue
    }
    if need == .relationships, levels[part] < need.rawValue {
      if let stored {
        if isOutgoing, first > 0 {
          for place in places { stored[place] = UInt32(truncatingIfNeeded: first + place) }
        } else {
          try fill(
            stored, isOutgoing ? .outgoingRelationships : .incomingRelationships, part, places,
            limit: directory.relationshipLimit)
        }
      }
      levels[part] = need.rawValue
    }
  }

  private func readDegrees(_ part: Int, _ places: Range<Int>) throws(StoreError) {
    let ids = BasePart.ids(part, limit: directory.nodeLimit)
    guard !places.isEmpty else { return }
    var place = places.lowerBound
    var isSound = true
    var reader = try chunks.require(key(isOutgoing ? .outgoingDegrees : .incomingDegrees, part))
    try PackedNumbers(&reader, count: ids.count).each(reader.bytes) { at, degree in
      let end = place &+ Int(truncatingIfNeeded: degree)
      if end < place || end > places.upperBound { isSound = false }
      setRun(of: ids.lowerBound + at, place, end)
      place = end
    }
    guard isSound, place == places.upperBound else { throw RecordReader.damage }
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
