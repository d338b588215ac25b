import Diagrams
import Strategy

extension GraphDrawing {
  /// The claims about one entity, between two, or one claim, with their quotes.
  func evidence(of nodes: [NodeID]) throws(StoreError) -> DiagramModel {
    guard let first = nodes.first, let last = nodes.last else { return evidenceModel(title: "", query: "", ClaimStatements()) }
    let (a, b) = (try name(of: first), try name(of: last))
    if a.types.contains(GraphNames.claimLabel) {
      let statements = try self.statements(nodes)
      return evidenceModel(title: statements.all.first?.words ?? a.name, query: "diagram --kind evidence \(a.id)", statements)
    }
    if first == last {
      let found = try reader.neighbours(of: first, GraphNames.subject, outgoing: false).map(\.node)
      return evidenceModel(
        title: words("What is said of \(a.name), and in which words", "Ce que l’on dit de \(a.name), et en quels mots"),
        query: "diagram --kind evidence \(a.id)", try statements(found.sorted()))
    }
    var claims: Set<NodeID> = []
    for (subject, object) in [(first, last), (last, first)] {
      let about = Set(try reader.neighbours(of: object, GraphNames.object, outgoing: false).map(\.node))
      claims.formUnion(try reader.neighbours(of: subject, GraphNames.subject, outgoing: false).map(\.node).filter(about.contains))
    }
    return evidenceModel(
      title: "\(a.name) – \(b.name)", query: "diagram --kind evidence \(a.id) \(b.id)", try statements(claims.sorted()))
  }

  func evidenceModel(title: String, query: String, _ statements: ClaimStatements) -> DiagramModel {
    var model = DiagramModel(
      kind: .evidence, title: title, provenance: DiagramProvenance(query: query), nodes: [], edges: [])
    for statement in statements.all { append(statement, columns: (quote: 0, claim: 1, entity: 2), to: &model) }
    return model
  }

  /// The card of a statement, its quotes on one side, what it is about on the other.
  func append(_ statement: ClaimStatement, columns: (quote: Int, claim: Int, entity: Int), to model: inout DiagramModel) {
    model.nodes.append(
      DiagramNode(
        id: statement.id, name: statement.words, labels: [GraphNames.claimLabel], column: columns.claim,
        card: DiagramCard(rows: [DiagramCard.Row(statement.manner, look: .quiet)]), note: statement.note))
    for quote in statement.quotes {
      model.nodes.append(
        DiagramNode(
          id: quote.id, name: quote.words, labels: ["Evidence"], caption: words("Quotation", "Citation"), column: columns.quote,
          card: DiagramCard(
            rows: [DiagramCard.Row(quoted(quote.words), look: .quote), DiagramCard.Row(quote.origin, look: .quiet)],
            stance: quote.stance), url: quote.url))
      model.edges.append(
        DiagramEdge(from: quote.id, to: statement.id, type: quote.stance == .supports ? "SUPPORTS" : "DENIES"))
    }
    for (entity, type) in [(statement.subject, GraphNames.subject), (statement.object, GraphNames.object)] {
      guard var entity else { continue }
      entity.column = columns.entity
      if !model.nodes.contains(where: { $0.id == entity.id }) { model.nodes.append(entity) }
      model.edges.append(DiagramEdge(from: statement.id, to: entity.id, type: type))
    }
  }

  /// In the quotation marks of the reader, which stay with the words where a line ends.
  func quoted(_ text: String) -> String { language == .french ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”" }
}
