import Diagrams
import GraphFiles
import Strategy

extension GraphDrawing {
  /// What became of the relations of an entity from one period to another: those that hold in both, in the first only, in the
  /// second only.
  func difference(around subject: NodeID, from: PartialDate, to: PartialDate) throws(StoreError) -> DiagramModel {
    let nodes = try surroundings(of: subject, depth: 1)
    let name = try name(of: subject)
    var drawn = DrawnLines()
    for relationship in try relationships(among: nodes) {
      let ends = try reader.ends(of: relationship)
      guard ends.start == subject || ends.end == subject else { continue }
      let times = StatementTimes(try SourcedRelation(relationship, reader))
      let (before, after) = (times.holds(in: from), times.holds(in: to))
      guard before || after else { continue }
      let lines = try lines([relationship])
      drawn.sources.merge(lines.sources) { first, _ in first }
      drawn.edges += lines.edges.map { edge in
        var edge = edge
        edge.change = before == after ? nil : after ? .added : .removed
        return edge
      }
    }
    let model = DiagramModel(
      kind: .difference, title: name.name,
      subtitle: words("what changed from \(from.text) to \(to.text)", "ce qui a changé de \(from.text) à \(to.text)"),
      provenance: DiagramProvenance(query: "diagram --kind difference \(name.id) --from \(from.text) --to \(to.text)"),
      nodes: try self.nodes(nodes, subject: subject), edges: drawn.edges, sources: drawn.sourceList)
    return model.withoutLoneNodes.withChangesOfNodes
  }
}

extension StatementTimes {
  fileprivate init(_ relation: SourcedRelation) {
    func date(_ text: String?) -> PartialDate? { text.flatMap { PartialDate(.string($0)) } }
    self.init(
      status: relation.status.flatMap(RelationStatus.init), start: date(relation.start), end: date(relation.end),
      asOf: date(relation.sourcing.asOf), startAsOf: date(relation.startSourcing?.asOf),
      endAsOf: date(relation.endSourcing?.asOf))
  }
}

extension DiagramModel {
  /// A node all of whose lines are new is new, and likewise for those that are gone.
  fileprivate var withChangesOfNodes: DiagramModel {
    var result = self
    for index in nodes.indices where !nodes[index].isSubject {
      let around = edges.filter { $0.from == nodes[index].id || $0.to == nodes[index].id }
      let changes = Set(around.map(\.change))
      if changes.count == 1, let change = changes.first { result.nodes[index].change = change }
    }
    return result
  }
}
