import Diagrams

extension GraphDrawing {
  /// The events around an entity, and when what it has to do with others began and ended.
  func timeline(of subject: NodeID) throws(StoreError) -> DiagramModel {
    let name = try name(of: subject)
    var nodes: [DiagramNode] = []
    let around = try reader.relationships(of: subject)
    for (neighbour, relationship) in zip(around.neighbours, around.relationships) {
      guard try !drawable([neighbour]).isEmpty else { continue }
      if try labels(of: neighbour).contains("Event") {
        var event = try node(neighbour)
        event.when = try reader.properties(of: neighbour)["date"]?.shown
        event.status = try reader.properties(of: neighbour)["status"]?.text.flatMap(DiagramEdgeStatus.init)
        if !nodes.contains(where: { $0.id == event.id }) { nodes.append(event) }
      } else {
        nodes += try turns(of: relationship, seenFrom: subject)
      }
    }
    return DiagramModel(
      kind: .timeline, title: name.name, subtitle: words("timeline", "chronologie"),
      provenance: DiagramProvenance(query: "diagram --kind timeline \(name.id)"), nodes: nodes, edges: [])
  }

  /// The beginning and the end of a relation, as far as they are dated.
  private func turns(of relationship: RelationshipID, seenFrom subject: NodeID) throws(StoreError) -> [DiagramNode] {
    let relation = try SourcedRelation(relationship, reader)
    let ends = try reader.ends(of: relationship)
    let isForward = ends.start == subject
    let other = try node(isForward ? ends.end : ends.start)
    let status = relation.status.flatMap(DiagramEdgeStatus.init) ?? .asserted
    let phrase = isForward ? style.phrase(of: relation.type, in: language) : style.inversePhrase(of: relation.type, in: language)
    let dates = [
      (relation.start, words("from then on", "à partir de là"), status == .endedPlanned ? DiagramEdgeStatus.asserted : status),
      (relation.end, words("no longer", "plus à partir de là"), status == .endedPlanned ? .planned : status),
    ]
    return dates.compactMap { when, word, status in
      guard let when else { return nil }
      var node = DiagramNode(
        id: "\(relation.from.id)/\(relation.type)/\(relation.to.id)/\(when)/\(word)", name: "\(phrase) \(other.name)",
        labels: other.labels, detail: [word, relation.sourcing.inWords].compactMap { $0 }.joined(separator: " · "))
      node.when = when
      node.status = status == .ended ? .asserted : status
      return node
    }
  }
}
