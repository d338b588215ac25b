import Diagrams

/// Diagrams with random shape and hostile words in every field.
enum RandomModel {
  private static let labels = [
    "Site", "Brand", "Group", "Vehicle", "Motor", "Article", "Person", "Plan", "Event", "Concept", "Platform", "Place",
    "Unheard_of", "<b>", "",
  ]
  private static let types = ["PRODUCES", "BRAND_OF", "MENTIONS", "OPERATED_BY", "PARTNER_OF", "NEW_TYPE", "\"", "<&>", ""]

  /// English and French, each theme, with and without citations.
  static func writer(_ seed: UInt64) -> DOTWriter {
    var style = DiagramStyle.standard
    style.theme = [DiagramTheme.light, .dark, .print][Int(seed % 3)]
    return DOTWriter(style: style, language: seed.isMultiple(of: 2) ? .english : .french, showsCitations: seed % 5 < 3)
  }

  static func make(seed: UInt64, nodes count: Int) -> DiagramModel {
    var random = Seeded(seed)
    let text = { (random: inout Seeded) -> String in
      let parts = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in HostileText.samples.randomElement(using: &random) }
      return parts.joined(separator: Bool.random(using: &random) ? " " : "")
    }
    let maybe = { (random: inout Seeded) -> String? in Bool.random(using: &random) ? text(&random) : nil }
    let ids = (0..<count).map { number -> String in
      Bool.random(using: &random) ? text(&random) + String(number) : HostileText.samples[number % HostileText.samples.count]
    }
    let nodes = ids.map { id in
      DiagramNode(
        id: id, name: text(&random), labels: [labels.randomElement(using: &random) ?? ""], caption: maybe(&random),
        detail: maybe(&random), isSubject: Int.random(in: 0..<12, using: &random) == 0,
        clusterKey: Int.random(in: 0..<6, using: &random) == 0 ? text(&random) : nil,
        column: Int.random(in: 0..<4, using: &random), card: card(&random, text), change: oneOf(DiagramChange.allCases, &random),
        when: maybe(&random), status: oneOf(DiagramEdgeStatus.allCases, &random), url: maybe(&random), note: maybe(&random))
    }
    let edges = (0..<count * 8 / 5).map { _ in
      DiagramEdge(
        id: maybe(&random), from: ids.randomElement(using: &random) ?? "", to: ids.randomElement(using: &random) ?? "",
        type: types.randomElement(using: &random) ?? "", label: maybe(&random), qualifier: maybe(&random),
        status: DiagramEdgeStatus.allCases.randomElement(using: &random) ?? .asserted, date: maybe(&random),
        note: maybe(&random), since: maybe(&random), until: maybe(&random), change: oneOf(DiagramChange.allCases, &random),
        url: maybe(&random), citations: ["s", "t"].filter { _ in Bool.random(using: &random) })
    }
    return DiagramModel(
      kind: DiagramKind.allCases.randomElement(using: &random) ?? .chain, title: text(&random), subtitle: maybe(&random),
      notes: [text(&random)], provenance: DiagramProvenance(query: text(&random), asOf: maybe(&random)), nodes: nodes,
      edges: edges, sources: [DiagramSource(id: "s", text: text(&random)), DiagramSource(id: "t", text: text(&random))])
  }

  private static func oneOf<Item>(_ items: [Item], _ random: inout Seeded) -> Item? {
    Int.random(in: 0..<4, using: &random) == 0 ? items.randomElement(using: &random) : nil
  }

  private static func card(_ random: inout Seeded, _ text: (inout Seeded) -> String) -> DiagramCard? {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
    let looks: [DiagramCard.Row.Look] = [.plain, .quote, .quiet, .strong]
    let rows = (0..<Int.random(in: 1...3, using: &random)).map { number in
      DiagramCard.Row(text(&random), caption: number == 0 ? text(&random) : nil, look: looks.randomElement(using: &random) ?? .plain)
    }
    return DiagramCard(rows: rows, stance: oneOf(DiagramStance.allCases, &random))
  }
}
