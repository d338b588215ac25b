import Diagrams

extension GraphDrawing {
  /// What tells about things, and would fill the picture.
  private static let context: Set<String> = ["Event", "Article"]

  /// Two entities: what only the first has at the left, what only the second has at the right, what both have between them.
  func comparison(of first: NodeID, and second: NodeID) throws(StoreError) -> DiagramModel {
    let (left, right) = (try things(around: first, but: second), try things(around: second, but: first))
    let (a, b) = (try name(of: first), try name(of: second))
    let sides: [(nodes: Set<NodeID>, column: Int, key: String)] = [
      (left.subtracting(right), 0, "first"), (left.intersection(right), 2, "both"), (right.subtracting(left), 4, "second"),
    ]
    var nodes: [DiagramNode] = []
    for (subject, column) in [(first, 1), (second, 3)] {
      var node = try self.node(subject, isSubject: true)
      node.column = column
      nodes.append(node)
    }
    for side in sides {
      for thing in side.nodes.sorted() {
        var node = try self.node(thing)
        node.column = side.column
        node.clusterKey = side.key
        nodes.append(node)
      }
    }
    var kept: [RelationshipID] = []
    for relationship in try relationships(among: [first, second] + left.union(right).sorted()) {
      let ends = try reader.ends(of: relationship)
      if [first, second].contains(ends.start) || [first, second].contains(ends.end) { kept.append(relationship) }
    }
    let drawn = try lines(kept)
    return DiagramModel(
      kind: .comparison, title: words("\(a.name) and \(b.name)", "\(a.name) et \(b.name)"),
      subtitle: words("what each has, and what they share", "ce que chacun a, et ce qu’ils partagent"),
      provenance: DiagramProvenance(query: "diagram --kind comparison \(a.id) \(b.id)"), nodes: nodes, edges: drawn.edges,
      sources: drawn.sourceList,
      clusterLabels: [
        "first": words("Only \(a.name)", "Seulement \(a.name)"), "both": words("Both", "Les deux"),
        "second": words("Only \(b.name)", "Seulement \(b.name)"),
      ]
    ).withoutLoneNodes
  }

  private func things(around subject: NodeID, but other: NodeID) throws(StoreError) -> Set<NodeID> {
    var found: Set<NodeID> = []
    for node in try surroundings(of: subject, depth: 1) where node != subject && node != other {
      if try Self.context.isDisjoint(with: labels(of: node)) { found.insert(node) }
    }
    return found
  }
}
