import GraphModel

/// Two breadth-first searches that go towards each other until they meet, or one that goes to a node.
///
/// Cost: the relationships within half the distance of each end; the side goes on from which fewer lead on.
struct MeetingSearch {
  private let search: LevelSearch
  private let isTwoSided: Bool
  private(set) var forward: Side
  private(set) var backward: Side

  /// One direction of the search: what it has seen, and the nodes of each depth.
  struct Side {
    fileprivate let selection: ExpansionSelection
    fileprivate var seen: NodeSet
    /// The nodes in the order in which they were found. Of the last, once the other side is met, not all need be there.
    fileprivate(set) var levels: [[NodeID]]
    /// How many relationships lead on from the nodes that were reached last, or fewer.
    fileprivate var degree = 0

    fileprivate init(from node: NodeID, _ selection: ExpansionSelection, _ search: LevelSearch) {
      self.selection = selection
      levels = [[node]]
      seen = search.set(of: levels[0])
    }

    fileprivate var last: [NodeID] { levels[levels.count - 1] }
  }

  /// ``giveBack()`` when it is no longer needed.
  init(from start: NodeID, to end: NodeID, isTwoSided: Bool, _ search: LevelSearch) {
    self.search = search
    self.isTwoSided = isTwoSided
    forward = Side(from: start, search.selection, search)
    backward = Side(from: end, search.reversed, search)
  }

  /// How many relationships both sides together have followed one after the other.
  var length: Int { forward.levels.count + backward.levels.count - 2 }

  /// Gives the sets that it used to other searches.
  func giveBack() { search.giveBack([forward.seen, backward.seen]) }

  /// The nodes at which the two sides meet, in the order in which the search from the start finds them; none where no way has at
  /// most so many relationships.
  mutating func meet(
    atMost maximum: Int?, wanting wanted: Meetings, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [NodeID] {
    if isTwoSided {
      forward.degree = try search.degree(of: forward.last, forward.selection)
      backward.degree = try search.degree(of: backward.last, backward.selection)
    }
    while length < maximum ?? Int.max {
      try context.checkCancellation()
      let goesBack = isTwoSided && backward.degree < forward.degree
      let met =
        goesBack
        ? try Self.advance(&backward, towards: forward, search, isTwoSided: isTwoSided, wanted)
        : try Self.advance(&forward, towards: backward, search, isTwoSided: isTwoSided, wanted)
      if !met.isEmpty { return goesBack && met.count > 1 ? inOrder(of: forward.last, met) : met }
      if (goesBack ? backward : forward).last.isEmpty { return [] }
    }
    return []
  }

  /// Goes on by a level, and gives the nodes at which the other side is met; no others of the level are kept then. It is given what it
  /// needs of the search: with the whole of it, the side would be there twice, and its set be copied.
  private static func advance(
    _ side: inout Side, towards other: Side, _ search: LevelSearch, isTwoSided: Bool, _ wanted: Meetings
  ) throws(ExecutionFailure) -> [NodeID] {
    let (found, met) = try search.next(
      after: side.last, side.selection, &side.seen, degree: side.degree, meeting: other.seen, wanting: wanted)
    side.levels.append(found)
    guard met.isEmpty, isTwoSided else { return met }
    // More nodes than the other side has relationships to follow: it is the other's turn, however many these have.
    side.degree = found.count > other.degree ? found.count : try search.degree(of: found, side.selection)
    return met
  }

  /// The nodes that were met, in the order in which the search from the start had found them.
  private func inOrder(of level: [NodeID], _ met: [NodeID]) -> [NodeID] {
    let isMet = search.set(of: met)
    defer { search.giveBack([isMet]) }
    return level.filter { isMet.contains($0) }
  }
}
