import Diagrams
import Strategy

extension GraphDrawing {
  /// The statements about an entity that cannot all be true, the sides of each contradiction facing each other with what they
  /// rest on. A verdict that settles one is told beside it.
  func contradictions(about subject: NodeID, _ ledger: Ledger?) throws(StoreError) -> DiagramModel {
    let name = try name(of: subject)
    var centre = try node(subject, isSubject: true)
    centre.column = 2
    var model = DiagramModel(
      kind: .contradiction, title: words("Where accounts of \(name.name) differ", "Où les récits sur \(name.name) divergent"),
      provenance: DiagramProvenance(query: "diagram --kind contradiction \(name.id)"), nodes: [centre], edges: [])
    let found = ledger?.contradictions().filter { $0.subject == name.id || $0.sides.contains { side in side.key == name.id } } ?? []
    for (number, contradiction) in found.enumerated() { try append(contradiction, number, about: name.id, to: &model) }
    if found.isEmpty {
      model.notes = [words("No statements contradict each other.", "Aucun énoncé n’en contredit un autre.")]
    }
    return model
  }

  private func append(
    _ contradiction: Contradiction, _ number: Int, about subject: String, to model: inout DiagramModel
  ) throws(StoreError) {
    let phrase = style.phrase(of: GraphNames.relationshipType(contradiction.predicate), in: language)
    var previous: String?
    for (place, side) in contradiction.sides.enumerated() {
      let isLeft = place.isMultiple(of: 2)
      let id = "\(contradiction.subject)/\(contradiction.predicate)/\(number)/\(place)"
      var rows = [side.period, side.asserter ?? ""].filter { !$0.isEmpty }
      if let verdict = contradiction.verdict, place == 0 { rows.append(words("settled: ", "réglé : ") + verdict.decision) }
      model.nodes.append(
        DiagramNode(
          id: id, name: side.statement.replacing(" \(contradiction.predicate) ", with: " \(phrase) "), labels: [GraphNames.claimLabel],
          caption: side.claim == nil ? words("Relation", "Relation") : nil, column: isLeft ? 1 : 3,
          card: DiagramCard(rows: [DiagramCard.Row(rows.isEmpty ? "–" : rows.joined(separator: " · "), look: .quiet)]), note: side.note))
      model.edges.append(DiagramEdge(from: id, to: subject, type: GraphNames.subject))
      try appendBasis(of: side, id, column: isLeft ? 0 : 4, to: &model)
      if let previous { model.edges.append(DiagramEdge(from: previous, to: id, type: "CONTRADICTS")) }
      previous = id
    }
  }

  /// The words that a side rests on, or else its source.
  private func appendBasis(
    of side: Contradiction.Side, _ id: String, column: Int, to model: inout DiagramModel
  ) throws(StoreError) {
    let source = try side.source.map { id throws(StoreError) in try self.source(id) }
    guard let words = side.quote ?? source?.text else { return }
    let origin = side.quote == nil ? nil : side.article ?? source?.text
    let rows = [DiagramCard.Row(side.quote.map(quoted) ?? words, look: .quote)] + (origin.map { [DiagramCard.Row($0, look: .quiet)] } ?? [])
    model.nodes.append(
      DiagramNode(
        id: id + "/basis", name: words, labels: ["Evidence"], column: column, card: DiagramCard(rows: rows, stance: .supports),
        url: source?.url))
    model.edges.append(DiagramEdge(from: id + "/basis", to: id, type: "SUPPORTS"))
  }
}
