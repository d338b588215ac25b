/// Writes a diagram as a tree of lines for a terminal: each thing with what leads from it, a timeline as a list of dates.
public struct TreeWriter: Sendable {
  private let writer: DOTWriter
  /// Lines made of box characters; else of ASCII.
  private let unicode: Bool

  /// Takes style and language from a writer of DOT.
  public init(_ writer: DOTWriter, unicode: Bool = true) {
    self.writer = writer
    self.unicode = unicode
  }

  /// The text of a model, ending in a line end. The same content gives the same text.
  public func write(_ model: DiagramModel) -> String {
    let model = model.inCanonicalOrder()
    let sentences = DiagramSentences(model, style: writer.style, language: writer.language)
    var lines = [DOTText.oneLine(model.title)]
    if let subtitle = model.subtitle.map({ DOTText.oneLine($0) }), !subtitle.isEmpty { lines.append(subtitle) }
    lines.append("")
    lines += model.kind == .timeline ? dates(model, sentences) : trees(model, sentences)
    for omitted in model.omitted {
      let type = writer.style.type(of: [omitted.label])
      let word = (omitted.count == 1 ? type.one : type.many).text(in: writer.language)
      lines.append(Phrase(en: "and \(omitted.count) more: \(word)", fr: "et \(omitted.count) de plus : \(word)").text(in: writer.language))
    }
    lines += model.notes.map { DOTText.oneLine($0, graphemes: 400, bytes: 1_600) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func dates(_ model: DiagramModel, _ sentences: DiagramSentences) -> [String] {
    let sorted = model.nodes.sorted { bytesPrecede($0.when ?? "~", $1.when ?? "~") }
    let width = sorted.map { ($0.when ?? "").displayWidth }.max() ?? 0
    return sorted.map { node in
      let when = DOTText.oneLine(node.when ?? "", graphemes: 30)
      let status = node.status.flatMap { writer.style.theme.line(of: $0).word?.text(in: writer.language) }
      let words = [sentences.word(for: node), status, node.detail.map { DOTText.oneLine($0) }].compactMap { $0 }.filter { !$0.isEmpty }
      let point = unicode ? (node.isTentative ? "○" : "●") : (node.isTentative ? "o" : "*")
      return when + String(repeating: " ", count: max(0, width - when.displayWidth)) + " \(point) " + sentences.name(node.id)
        + (words.isEmpty ? "" : " (" + words.joined(separator: " · ") + ")")
    }
  }

  /// Each node that something leads from, subjects first, then in the order of the columns; lone nodes at the end.
  private func trees(_ model: DiagramModel, _ sentences: DiagramSentences) -> [String] {
    let layout = DiagramLayout(model, style: writer.style, language: writer.language)
    let outgoing = Dictionary(grouping: layout.edges, by: \.tail)
    let reached = Set(layout.edges.map(\.head))
    var lines: [String] = []
    for node in layout.drawingOrder.sorted(by: { (layout.columns[$0], $0) < (layout.columns[$1], $1) }) {
      let branches = outgoing[node] ?? []
      let rows = model.nodes[node].card?.rows ?? []
      guard !branches.isEmpty || !rows.isEmpty || !reached.contains(node) else { continue }
      lines.append(heading(model.nodes[node], sentences))
      let texts =
        rows.map { row in [row.caption, DOTText.oneLine(row.text, graphemes: 400, bytes: 1_600)].compactMap { $0 }.joined(separator: ": ") }
        + branches.map { branch($0, model, sentences) }
      for (number, text) in texts.enumerated() { lines.append(stroke(isLast: number == texts.count - 1) + text) }
    }
    return lines
  }

  private func heading(_ node: DiagramNode, _ sentences: DiagramSentences) -> String {
    let word = sentences.word(for: node)
    let detail = node.detail.map { DOTText.oneLine($0) }
    let words = [word, detail].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    return sentences.name(node.id) + (words.isEmpty ? "" : " (\(words))")
  }

  private func branch(_ oriented: OrientedEdge, _ model: DiagramModel, _ sentences: DiagramSentences) -> String {
    let edge = model.edges[oriented.edge]
    let other = model.nodes[oriented.head]
    let (right, left) = unicode ? (" → ", " ← ") : (" -> ", " <- ")
    let phrase =
      oriented.reading == .inverse && edge.label?.isEmpty != false
      ? writer.style.inversePhrase(of: edge.type, in: writer.language) : sentences.phrase(of: edge)
    let arrow = oriented.reading == .backward ? left : oriented.reading == .symmetric ? (unicode ? " — " : " - ") : right
    let details = sentences.details(of: edge).joined(separator: ", ")
    let word = sentences.word(for: other)
    return phrase + arrow + sentences.name(other.id) + (word.isEmpty ? "" : " (\(word))") + (details.isEmpty ? "" : ", " + details)
  }

  private func stroke(isLast: Bool) -> String {
    unicode ? (isLast ? "└─ " : "├─ ") : (isLast ? "`- " : "|- ")
  }
}
