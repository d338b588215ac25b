/// What a diagram says, in words: for those who do not see it, and for formats without lines.
struct DiagramSentences {
  let model: DiagramModel
  let style: DiagramStyle
  let language: DiagramLanguage
  private let names: [String: String]

  /// The model must be in canonical order.
  init(_ model: DiagramModel, style: DiagramStyle, language: DiagramLanguage) {
    self.model = model
    self.style = style
    self.language = language
    names = Dictionary(model.nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func name(_ id: String) -> String {
    let name = DOTText.oneLine(names[id] ?? id)
    return name.isEmpty ? Phrase(en: "(no name)", fr: "(sans nom)").text(in: language) : name
  }

  func word(for node: DiagramNode) -> String {
    DOTText.oneLine(node.caption ?? style.word(for: node.labels, in: language), graphemes: 60)
  }

  func phrase(of edge: DiagramEdge) -> String {
    let own = edge.label.map { DOTText.oneLine($0, graphemes: 80) } ?? ""
    return own.isEmpty ? style.phrase(of: edge.type, in: language) : own
  }

  /// "planned 2027", "rear axle", "+ new": what narrows a relationship, each part once.
  func details(of edge: DiagramEdge) -> [String] {
    let line = style.theme.line(of: edge.status)
    return [
      edge.change?.word.text(in: language), edge.qualifier.map { DOTText.oneLine($0, graphemes: 80) },
      line.caption(
        date: edge.date.map { DOTText.oneLine($0, graphemes: 30) }, isMoment: style.relationship(edge.type).isMoment, in: language),
    ].compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// "Cléon plant produces 7DL (since 2025-09-23)."
  func sentence(_ edge: DiagramEdge) -> String {
    let details = details(of: edge).joined(separator: ", ")
    return [name(edge.from), phrase(of: edge), name(edge.to)].joined(separator: " ") + (details.isEmpty ? "" : " (\(details))") + "."
  }

  /// All of it as a paragraph: what there is, what is said, what is left out. At most so many relationships.
  func summary(atMost limit: Int) -> String {
    var parts = model.edges.prefix(limit).map(sentence)
    if model.edges.count > limit {
      let left = model.edges.count - limit
      parts.append(Phrase(en: "And \(left) more relations.", fr: "Et \(left) autres relations.").text(in: language))
    }
    if model.edges.isEmpty { parts = model.nodes.prefix(limit).map { node in [node.when, name(node.id)].compactMap { $0 }.joined(separator: " ") + "." } }
    for omitted in model.omitted {
      let type = style.type(of: [omitted.label])
      let word = (omitted.count == 1 ? type.one : type.many).text(in: language)
      parts.append(Phrase(en: "Not shown: \(omitted.count) \(word).", fr: "Non affichés : \(omitted.count) \(word).").text(in: language))
    }
    return parts.joined(separator: " ")
  }
}
