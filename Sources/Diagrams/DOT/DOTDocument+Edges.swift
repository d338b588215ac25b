extension DOTDocument {
  var edgeLines: [String] {
    let names = edgeElements
    return layout.edges.map { edgeLine($0, element: names[$0.edge]) } + omittedEdgeLines
  }

  /// The `id` of each edge in a picture.
  private var edgeElements: [String] {
    var names = DOTIdentifiers([])
    return model.edges.map { edge in
      writer.idPrefix + "-e-" + DOTText.slug(names.reserve(edge.id ?? edge.from + "." + edge.type + "." + edge.to))
    }
  }

  /// The `id` of each node and of each edge in a picture, in the order of the model.
  var elements: (nodes: [String], edges: [String]) { (model.nodes.map(nodeElement), edgeElements) }

  private func edgeLine(_ oriented: OrientedEdge, element: String) -> String {
    let edge = model.edges[oriented.edge]
    let line = theme.line(of: edge.status)
    let words = phrase(of: edge, read: oriented.reading)
    let tooltip = tooltip(of: edge)
    var attributes = DOTAttributes()
    if !hasSilentLines, let markup = labelMarkup(words, second: secondLine(edge, line), wordColours(edge, line)) {
      attributes.html(isLevel(oriented) || model.kind == .roles ? "xlabel" : engine.edgeLabelAttribute, markup)
    }
    if isLevel(oriented) { attributes.plain("constraint", "false") }
    attributes.ports(ports(of: oriented, edge))
    attributes.url(edge.url)
    attributes.look(lineLook(oriented, edge: edge, line: line))
    attributes.plain("id", element)
    attributes.plain("class", "edge rel-" + DOTText.slug(edge.type) + " status-" + edge.status.rawValue)
    attributes.text("tooltip", tooltip)
    attributes.text("labeltooltip", tooltip)
    return quoted(oriented.tail) + " -> " + quoted(oriented.head) + " " + attributes.written + ";"
  }

  /// The sides at which a line leaves and arrives, where it must not choose for itself.
  private func ports(of oriented: OrientedEdge, _ edge: DiagramEdge) -> (tail: String?, head: String?) {
    if isLevel(oriented) { return (nil, nil) }
    switch model.kind {
    case .roles: return (nil, "n")
    case .evidence, .contradiction: return writer.style.relationship(edge.type).stance == nil ? (nil, nil) : ("e", "w")
    default: return (nil, nil)
    }
  }

  /// Springs put nodes anywhere, so that many words would lie over each other: hovering shows them.
  var hasSilentLines: Bool { if case .springs = engine { model.edges.count > 60 } else { false } }

  /// Both ends stand in one column that the kind fixes.
  private func isLevel(_ edge: OrientedEdge) -> Bool {
    model.kind.hasFixedColumns && layout.columns[edge.tail] == layout.columns[edge.head]
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
      edge.change.map { changeWord($0) }, edge.qualifier.map { DOTText.oneLine($0, graphemes: 60) },
      line.caption(
        date: edge.date.map { DOTText.oneLine($0, graphemes: 30) }, isMoment: isMoment, in: language),
      numbers.isEmpty ? nil : "[" + numbers + "]",
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// "+ new", "− gone", "≠ changed": sign and word, so that colour is never the only cue.
  func changeWord(_ change: DiagramChange) -> String {
    Self.sign(change) + " " + change.word.text(in: language)
  }

  /// The colours of the words on a line: those of the line where it says more than a fact.
  private func wordColours(_ edge: DiagramEdge, _ line: StatusLine) -> (strong: String, quiet: String) {
    if let change = edge.change { return (theme.colour(of: change), theme.colour(of: change)) }
    if let stance = writer.style.relationship(edge.type).stance, edge.status == .asserted {
      return (theme.colour(of: stance), theme.colour(of: stance))
    }
    let isPlain = edge.status == .asserted || edge.status == .reported || edge.status == .ended
    return isPlain ? (theme.edgeText, theme.quietText) : (line.colour, line.colour)
  }

  private func labelMarkup(_ words: String, second: String, _ colours: (strong: String, quiet: String)) -> String? {
    let (colour, quiet) = colours
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
    let words = writer.style.relationship(edge.type)
    let isEvidence = words.flow == .backward
    var look = LineLook(
      dash: line.dash, colour: line.colour, width: words.line?.width ?? "1.2", arrow: line.arrowhead, reading: oriented.reading)
    if let change = edge.change {
      look.colour = theme.colour(of: change)
      look.width = "2.2"
      if change == .removed { look.dash = .dashed }
    } else if model.kind == .difference {
      look.colour = theme.fadedEdge
      look.width = "0.8"
    } else if let stance = words.stance, edge.status == .asserted {
      look.colour = theme.colour(of: stance)
      look.width = "1.6"
      if stance == .denies {
        look.dash = .dashed
        look.arrow = "odiamond"
      }
    } else if isEvidence, edge.status == .asserted {
      look.colour = theme.fadedEdge
      look.width = "0.8"
      look.arrow = "vee"
    } else if hasSilentLines {
      look.width = "0.8"
      if edge.status == .asserted { look.colour = theme.fadedEdge }
    } else if touchesSubject, words.line == nil, edge.status != .ended {
      look.width = isCrowded ? "1.4" : "2"
      if edge.status == .asserted { look.colour = theme.subjectFill }
    }
    return look
  }

  /// So many lines meet at a subject that heavy ones would run together.
  private var isCrowded: Bool { model.edges.count > 24 }
}

extension LineStroke {
  fileprivate var width: String {
    switch self {
    case .solid: "1.2"
    case .bold: "2.2"
    case .thin: "0.7"
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
  fileprivate mutating func ports(_ ports: (tail: String?, head: String?)) {
    if let tail = ports.tail { plain("tailport", tail) }
    if let head = ports.head { plain("headport", head) }
  }

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
