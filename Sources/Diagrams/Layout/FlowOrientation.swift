/// Which end of a relationship stands left, and how its line then reads.
struct OrientedEdge: Hashable, Sendable {
  enum Reading: Hashable, Sendable {
    /// Arrow to the right, the phrase as stored.
    case forward
    /// Arrow to the right, the inverse phrase.
    case inverse
    /// Arrow to the left, the phrase as stored.
    case backward
    /// No arrow.
    case symmetric
  }

  /// Position of the edge in the model.
  var edge: Int
  /// Position of the left node.
  var tail: Int
  /// Position of the right node.
  var head: Int
  var reading: Reading
}

/// Lays every relationship from left to right so that no circle remains.
///
/// Each is taken in the flow of its type; one that would close a circle is turned: read by its inverse phrase if it has one,
/// else drawn with its arrow to the left. Edges at a subject go first, so that the sentence about the subject is kept.
struct FlowOrientation {
  private var successors: [[Int]]

  static func orient(_ model: DiagramModel, _ style: DiagramStyle) -> [OrientedEdge] {
    let position = Dictionary(
      model.nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let priorities = model.edges.map { edge -> Int in
      let touchesSubject = [edge.from, edge.to].contains { position[$0].map { model.nodes[$0].isSubject } ?? false }
      return (touchesSubject ? 0 : 2) + (edge.status == .asserted ? 0 : 1)
    }
    let order = model.edges.indices.sorted { (priorities[$0], $0) < (priorities[$1], $1) }
    var flow = FlowOrientation(successors: [[Int]](repeating: [], count: model.nodes.count))
    return
      order.map { index in
        let edge = model.edges[index]
        let words = style.relationship(edge.type)
        return flow.place(
          index, from: position[edge.from] ?? 0, to: position[edge.to] ?? 0, flow: words.flow,
          canInvert: words.inverse != nil && edge.label == nil)
      }
      .sorted { $0.edge < $1.edge }
  }

  private mutating func place(_ edge: Int, from: Int, to: Int, flow: RelationshipFlow, canInvert: Bool) -> OrientedEdge {
    var isTurned = flow == .backward || (flow == .inverse && canInvert)
    if from != to, reaches(from: isTurned ? from : to, to: isTurned ? to : from) { isTurned.toggle() }
    let (tail, head) = isTurned ? (to, from) : (from, to)
    if tail != head { successors[tail].append(head) }
    let reading: OrientedEdge.Reading =
      switch (flow, isTurned) {
      case (.symmetric, _): .symmetric
      case (_, false): .forward
      case (.backward, true): .backward
      case (_, true): canInvert ? .inverse : .backward
      }
    return OrientedEdge(edge: edge, tail: tail, head: head, reading: reading)
  }

  private func reaches(from start: Int, to goal: Int) -> Bool {
    var seen: Set<Int> = [start]
    var stack = [start]
    while let node = stack.popLast() {
      if node == goal { return true }
      for next in successors[node] where seen.insert(next).inserted { stack.append(next) }
    }
    return false
  }
}
