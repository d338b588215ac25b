extension DOTDocument {
  var edgeLines: [String] {
    var names = DOTIdentifiers([])
    return layout.edges.map { edgeLine($0, names: &names) } + omittedEdgeLines
  }

  private func edgeLine(_ oriented: OrientedEdge, names: inout DOTIdentifiers) -> String {
    let edge = model.edges[oriented.edge]
    let line = theme.line(of: edge.status)
    let words = phrase(of: edge, read: oriented.reading)
    let tooltip = tooltip(of: edge)
    let slug = DOTText.slug(names.reserve(edge.id ?? edge.from + "." + edge.type + "." + edge.to))
    var attributes = DOTAttributes()
    if let markup = labelMarkup(words, second: secondLine(edge, line), line: line, status: edge.status) {
      attributes.html(engine.edgeLabelAttribute, markup)
    }
    attributes.look(lineLook(oriented, edge: edge, line: line))
    attributes.plain("id", writer.idPrefix + "-e-" + slug)
    attributes.plain("class", "edge rel-" + DOTText.slug(edge.type) + " status-" + edge.status.rawValue)
    attributes.text("tooltip", tooltip)
    attributes.text("labeltooltip", tooltip)
    return quoted(oriented.tail) + " -> " + quoted(oriented.head) + " " + attributes.written + ";"
  }

  private func quoted(_ node: Int) -> String { DOTText.quoted(identifiers[model.nodes[node].id]) }

  // MARK: Words

  private func phrase(of edge: DiagramEdge, read reading: OrientedEdge.Reading) -> String {
    if let label = edge.label { return DOTText.oneLine(label, graphemes: 80) }
    let style = writer.style.relationship(edge.type)
    let phrase = reading == .inverse ? style.inverse ?? style.phrase : style.phrase
    return DOTText.oneLine(phrase.text(in: language), graphemes: 80)
  }

  /// What narrows the phrase, the word of the status with its date, the numbers of the sources.
  private func secondLine(_ edge: DiagramEdge, _ line: StatusLine) -> String {
    let isMoment = writer.style.relationship(edge.type).isMoment
    let numbers = edge.citations.compactMap { footnotes[$0] }.sorted().map(String.init).joined(separator: ",")
    return [
      edge.qualifier.map { DOTText.oneLine($0, graphemes: 60) },
      line.caption(
        date: edge.date.map { DOTText.oneLine($0, graphemes: 30) }, isMoment: isMoment, in: language),
      numbers.isEmpty ? nil : "[" + numbers + "]",
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func labelMarkup(_ words: String, second: String, line: StatusLine, status: DiagramEdgeStatus) -> String? {
    let colour = status == .asserted || status == .reported || status == .ended ? theme.edgeText : line.colour
    let quiet = status == .asserted || status == .reported || status == .ended ? theme.quietText : line.colour
    var rows: [String] = []
    for text in NameWrapping.lines(of: words, width: 28, maximumLines: 2) {
      rows.append(DOTMarkup.row(DOTMarkup.font(DOTText.html(text), size: "10", colour: colour)))
    }
    for text in NameWrapping.lines(of: second, width: 28, maximumLines: 2) {
      rows.append(DOTMarkup.row(DOTMarkup.font(DOTText.html(text), size: "8.5", colour: quiet)))
    }
    return rows.isEmpty ? nil : DOTMarkup.table(padding: 0, rows: rows)
  }

  /// The whole statement in its stored direction, then who says so.
  private func tooltip(of edge: DiagramEdge) -> String {
    let name = { (id: String) in DOTText.oneLine(entityNames[id] ?? id, graphemes: 80) }
    let words = phrase(of: edge, read: .forward)
    let second = secondLine(edge, theme.line(of: edge.status))
    let head = [name(edge.from), words, name(edge.to)].joined(separator: " ") + (second.isEmpty ? "" : " · " + second)
    let note = edge.note.map { DOTText.cleaned($0, graphemes: 800, bytes: 2_000) } ?? ""
    return note.isEmpty ? head : head + "\n" + note
  }

  // MARK: Lines

  private func lineLook(_ oriented: OrientedEdge, edge: DiagramEdge, line: StatusLine) -> LineLook {
    let touchesSubject = model.nodes[oriented.tail].isSubject || model.nodes[oriented.head].isSubject
    let isEvidence = writer.style.relationship(edge.type).flow == .backward
    var look = LineLook(
      dash: line.dash, colour: line.colour, width: "1.2", arrow: line.arrowhead, reading: oriented.reading)
    if isEvidence, edge.status == .asserted {
      look.colour = theme.fadedEdge
      look.width = "0.8"
      look.arrow = "vee"
    } else if touchesSubject, edge.status != .ended {
      look.width = isCrowded ? "1.4" : "2"
      if edge.status == .asserted { look.colour = theme.subjectFill }
    }
    return look
  }

  /// So many lines meet at a subject that heavy ones would run together.
  private var isCrowded: Bool { model.edges.count > 24 }

  /// Faint lines from omitted nodes to the shown ones that they touch.
  private var omittedEdgeLines: [String] {
    zip(model.omitted, omittedNames).flatMap { omitted, name in
      omitted.neighbours.map { neighbour in
        var attributes = DOTAttributes()
        attributes.plain("style", "dotted")
        attributes.plain("color", theme.fadedEdge)
        attributes.plain("dir", "none")
        attributes.plain("class", "omitted")
        return DOTText.quoted(identifiers[neighbour]) + " -> " + DOTText.quoted(name) + " " + attributes.written + ";"
      }
    }
  }
}

/// How one line is drawn.
struct LineLook {
  var dash: StatusLine.Dash
  var colour: String
  var width: String
  var arrow: String
  var reading: OrientedEdge.Reading
}

extension DOTAttributes {
  fileprivate mutating func look(_ look: LineLook) {
    if look.dash != .solid { plain("style", look.dash.rawValue) }
    plain("color", look.colour)
    plain("penwidth", look.width)
    switch look.reading {
    case .forward, .inverse: plain("arrowhead", look.arrow)
    case .backward:
      plain("dir", "back")
      plain("arrowtail", look.arrow)
    case .symmetric: plain("dir", "none")
    }
  }
}
