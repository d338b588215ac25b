import Diagrams
import Strategy

extension GraphDrawing {
  /// The entities and relations that tell two states of a graph apart. What else is different is counted in a note.
  func change(
    _ difference: GraphDifference, between states: String, about subject: NodeID?, _ index: EntityIndex
  ) throws(StoreError) -> DiagramModel {
    let about = try subject.map { node throws(StoreError) in try name(of: node) }
    var nodes: [String: DiagramNode] = [:]
    for item in difference.items where item.kind == .entity {
      nodes[item.id] = DiagramNode(
        id: item.id, name: item.text, labels: item.labels, detail: Self.fields(item.fields), change: DiagramChange(item.change))
    }
    var edges: [DiagramEdge] = []
    for item in difference.items where item.kind == .relation {
      guard let type = item.predicate, let object = item.object else { continue }
      if let about, item.id != about.id, object != about.id { continue }
      edges.append(
        DiagramEdge(
          from: item.id, to: object, type: GraphNames.relationshipType(type), qualifier: Self.fields(item.fields),
          change: DiagramChange(item.change)))
    }
    for id in Set(edges.flatMap { [$0.from, $0.to] }) where nodes[id] == nil {
      nodes[id] = try index.node(withID: id).map { node throws(StoreError) in try self.node(node) } ?? DiagramNode(id: id, name: id, labels: [])
    }
    if let about {
      let ends = Set(edges.flatMap { [$0.from, $0.to] })
      nodes = nodes.filter { ends.contains($0.key) || $0.key == about.id }
      if nodes[about.id] == nil, let subject { nodes[about.id] = try node(subject) }
      nodes[about.id]?.isSubject = true
    }
    return DiagramModel(
      kind: .difference, title: about?.name ?? words("What is different", "Ce qui est différent"), subtitle: states,
      notes: note(on: difference, isEmpty: nodes.isEmpty), provenance: DiagramProvenance(query: "diagram --kind difference, \(states)"),
      nodes: nodes.keys.sorted().compactMap { nodes[$0] }, edges: edges)
  }

  /// "start: 2022 → 2023", for at most two properties.
  private static func fields(_ fields: [GraphDifference.Field]) -> String? {
    let shown = fields.prefix(2).map { "\($0.name): \($0.before ?? "–") → \($0.after ?? "–")" }.joined(separator: ", ")
    return shown.isEmpty ? nil : shown + (fields.count > 2 ? ", …" : "")
  }

  private func note(on difference: GraphDifference, isEmpty: Bool) -> [String] {
    let kinds: [(GraphDifference.Kind, String, String)] = [
      (.claim, "claims", "affirmations"), (.observation, "figures", "chiffres"), (.source, "sources", "sources"),
    ]
    let counts = kinds.compactMap { kind, english, french -> String? in
      let count = difference.items.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) " + words(english, french)
    }
    let others = counts.isEmpty ? [] : [words("Also different: ", "Diffèrent aussi : ") + counts.joined(separator: ", ") + "."]
    return (isEmpty ? [words("No entity and no relation is different.", "Aucune entité ni relation ne diffère.")] : []) + others
  }
}

extension DiagramChange {
  fileprivate init(_ change: GraphDifference.Change) {
    switch change {
    case .added: self = .added
    case .removed: self = .removed
    case .changed: self = .changed
    }
  }
}
