import Diagrams

extension GraphDrawing {
  /// What became of the relations of an entity between two days: those that hold on both, on the first only, on the second only.
  func difference(
    around subject: NodeID, _ days: (from: CalendarDate, to: CalendarDate), words dates: (from: String, to: String)
  ) throws(StoreError) -> DiagramModel {
    let nodes = try surroundings(of: subject, depth: 1)
    let name = try name(of: subject)
    var drawn = DrawnLines()
    for relationship in try relationships(among: nodes) {
      let ends = try reader.ends(of: relationship)
      guard ends.start == subject || ends.end == subject else { continue }
      let validity = Validity(try SourcedRelation(relationship, reader))
      let (before, after) = (validity.holds(on: days.from), validity.holds(on: days.to))
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
      subtitle: words("what changed from \(dates.from) to \(dates.to)", "ce qui a changé de \(dates.from) à \(dates.to)"),
      provenance: DiagramProvenance(query: "diagram --kind difference \(name.id) --from \(dates.from) --to \(dates.to)"),
      nodes: try self.nodes(nodes, subject: subject), edges: drawn.edges, sources: drawn.sourceList)
    return model.withoutLoneNodes.withChangesOfNodes
  }
}

extension DiagramModel {
  /// A node all of whose lines are new is new, and likewise for those that are gone.
  var withChangesOfNodes: DiagramModel {
    var result = self
    for index in nodes.indices where !nodes[index].isSubject {
      let around = edges.filter { $0.from == nodes[index].id || $0.to == nodes[index].id }
      let changes = Set(around.map(\.change))
      if changes.count == 1, let change = changes.first { result.nodes[index].change = change }
    }
    return result
  }
}
