import Diagrams
import Strategy

extension GraphDrawing {
  /// Statements about an entity that some claims make and others deny, each side with its quotes; likewise claims that are said
  /// to contradict each other.
  func contradictions(about subject: NodeID) throws(StoreError) -> DiagramModel {
    let name = try name(of: subject)
    var claims: Set<NodeID> = []
    for type in [GraphNames.subject, GraphNames.object] {
      claims.formUnion(try reader.neighbours(of: subject, type, outgoing: false).map(\.node))
    }
    var model = DiagramModel(
      kind: .contradiction, title: words("Where accounts of \(name.name) differ", "Où les récits sur \(name.name) divergent"),
      provenance: DiagramProvenance(query: "diagram --kind contradiction \(name.id)"), nodes: [], edges: [])
    for statement in try statements(claims.sorted()).all where Set(statement.quotes.map(\.stance)).count > 1 {
      appendSides(of: statement, to: &model)
    }
    for claim in claims.sorted() {
      for (other, _) in try reader.neighbours(of: claim, "CONTRADICTS", outgoing: true) {
        try appendPair(claim, other, to: &model)
      }
    }
    if model.nodes.isEmpty {
      model.nodes = [try node(subject, isSubject: true)]
      model.notes = [words("No claims contradict each other.", "Aucune affirmation n’en contredit une autre.")]
    }
    return model
  }

  /// What is said on the left, that it is denied on the right.
  private func appendSides(of statement: ClaimStatement, to model: inout DiagramModel) {
    var (said, denied) = (statement, statement)
    said.quotes = statement.quotes.filter { $0.stance == .supports }
    denied.quotes = statement.quotes.filter { $0.stance == .denies }.map { quote in
      var quote = quote
      quote.stance = .supports
      return quote
    }
    denied.id += "/denied"
    denied.words = words("Not: ", "Non : ") + statement.words
    append(said, columns: (quote: 0, claim: 1, entity: 2), to: &model)
    append(denied, columns: (quote: 4, claim: 3, entity: 2), to: &model)
    model.edges.append(DiagramEdge(from: said.id, to: denied.id, type: "CONTRADICTS"))
  }

  private func appendPair(_ one: NodeID, _ other: NodeID, to model: inout DiagramModel) throws(StoreError) {
    guard let left = try statements([one]).all.first, let right = try statements([other]).all.first else { return }
    let known = Set(model.nodes.map(\.id))
    if !known.contains(left.id) { append(left, columns: (quote: 0, claim: 1, entity: 2), to: &model) }
    if !known.contains(right.id) { append(right, columns: (quote: 4, claim: 3, entity: 2), to: &model) }
    model.edges.append(DiagramEdge(from: left.id, to: right.id, type: "CONTRADICTS"))
  }
}
