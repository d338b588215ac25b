import GraphModel

/// Relationships that stand in buffers, those of a node in one run.
protocol NodeRuns {
  /// The places of the relationships of each node, all read up to the need; none for a node above a limit.
  func ranges(_ nodes: [NodeID], upTo limit: Int, _ need: BaseAdjacency.Need) throws(StoreError) -> [Range<Int>]
  /// What is there to be read by several threads, as far as it is prepared.
  var buffers: RunBuffers { get }
}

extension BaseAdjacency: NodeRuns {
  /// Reads all parts, up to the need.
  fileprivate func prepareAll(_ need: Need) throws(StoreError) {
    for part in 0..<BasePart.count(limit: nodeLimit) { try prepare(part << BasePart.bits, need) }
  }
}

/// What several adjacencies lead to, with one run for each node, so that a node of ten types is not looked up twenty times.
///
/// The run of a node has what ``BaseWays/expand(_:_:into:)`` gives, in that order: a loop that two of them know is there once. Cost: a pass
/// over all relationships, and 4 bytes for each, once more where these themselves are asked for.
final class JoinedRuns: NodeRuns {
  let nodeLimit: Int
  /// For each node where its run starts and, in the higher half, ends.
  let runs: LazyBuffer<UInt64>
  let neighbours: LazyBuffer<UInt32>
  private let relationships: LazyBuffer<UInt32>?

  /// Above so many relationships nothing is joined, for the sake of memory.
  private static var most: Int { 16_000_000 }

  /// Nil where there are too many relationships.
  init?(_ ways: BaseWays, _ need: BaseAdjacency.Need) throws(StoreError) {
    nodeLimit = ways.limit
    runs = try LazyBuffer(count: nodeLimit + 1)
    // Loops are told by the neighbours.
    for way in ways.all { try way.prepareAll(need == .degrees ? .neighbours : need) }
    var total = 0
    for node in 0...nodeLimit {
      let start = total
      ways.eachPiece(of: node) { total += $1.count }
      guard total <= Self.most else { return nil }
      runs[node] = UInt64(start) | UInt64(total) << 32
    }
    neighbours = try LazyBuffer(count: total)
    relationships = need == .relationships ? try LazyBuffer(count: total) : nil
    var place = 0
    for node in 0...nodeLimit {
      ways.eachPiece(of: node) { way, piece in
        neighbours.copy(piece, of: way.neighbours, to: place)
        if let relationships {
          for at in 0..<piece.count {
            relationships[place + at] = UInt32(truncatingIfNeeded: way.relationship(piece.lowerBound + at))
          }
        }
        place += piece.count
      }
    }
  }

  var buffers: RunBuffers { RunBuffers(neighbours: neighbours, relationships: relationships, first: 0) }

  @inline(__always)
  func range(_ node: NodeID) -> Range<Int> {
    let id = node.place
    guard id > 0, id <= nodeLimit else { return 0..<0 }
    let run = runs[id]
    return Int(run & 0xffff_ffff)..<Int(run >> 32)
  }

  func ranges(_ nodes: [NodeID], upTo limit: Int, _ need: BaseAdjacency.Need) throws(StoreError) -> [Range<Int>] {
    nodes.map(range)
  }

  func has(_ need: BaseAdjacency.Need) -> Bool { need.rawValue < BaseAdjacency.Need.relationships.rawValue || relationships != nil }
}

/// Joins the adjacencies of a selection once so much was asked of them that this pays.
final class JoinedWays {
  private var joined: JoinedRuns?
  private var isTooLarge = false
  /// Of how many nodes neighbours, and relationships, were asked for.
  private var asked = (neighbours: 0, relationships: 0)

  /// Nil where not much was asked for yet. `count`: how many nodes are asked for now.
  func runs(of ways: BaseWays, _ count: Int, _ need: BaseAdjacency.Need) throws(StoreError) -> JoinedRuns? {
    if let joined, joined.has(need) { return joined }
    if isTooLarge { return nil }
    if need == .relationships { asked.relationships += count } else { asked.neighbours += count }
    guard (need == .relationships ? asked.relationships : asked.neighbours) > ways.limit / 4 else { return nil }
    joined = try JoinedRuns(ways, need)
    isTooLarge = joined == nil
    return joined
  }
}
