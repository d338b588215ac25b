extension DOTDocument {
  func nodeLine(_ position: Int) -> String {
    let node = model.nodes[position]
    let type = writer.style.type(of: node.labels)
    var attributes = DOTAttributes()
    if let markup = ownMarkup(node, type) {
      attributes.html("label", markup)
      attributes.plain("shape", "plain")
    } else {
      attributes.html("label", nodeMarkup(node, type))
      attributes.outline(isSoftened(node, type) ? .roundedBox : type.look.shape, isDashed: node.isTentative)
    }
    if let change = node.change {
      attributes.plain("color", theme.colour(of: change))
      attributes.plain("penwidth", "2.5")
      attributes.plain("fillcolor", theme.colour(of: type.look.swatch))
    } else if node.isSubject {
      attributes.plain("fillcolor", theme.subjectFill)
      attributes.plain("color", theme.subjectFill)
      attributes.plain("margin", "0.28,0.14")
    } else {
      attributes.plain("fillcolor", theme.colour(of: type.look.swatch))
      if type.look.cluster.isEvidence { attributes.plain("color", theme.fadedEdge) }
    }
    attributes.plain("id", nodeElement(node))
    attributes.plain("class", "node type-" + DOTText.slug(type.label))
    attributes.url(node.url)
    attributes.text("tooltip", tooltip(node, type))
    return DOTText.quoted(identifiers[node.id]) + " " + attributes.written + ";"
  }

  func nodeElement(_ node: DiagramNode) -> String { writer.idPrefix + "-n-" + DOTText.slug(identifiers[node.id]) }

  /// The markup of a node that is no plain box.
  private func ownMarkup(_ node: DiagramNode, _ type: TypeStyle) -> String? {
    if let card = node.card, !card.rows.isEmpty { return cardMarkup(node, type, card) }
    if model.kind == .map { return cardMarkup(node, type, DiagramCard(rows: [])) }
    return model.kind == .timeline ? timelineMarkup(node, type) : nil
  }

  /// The name of a node as it is written in the text.
  func nodeName(_ position: Int) -> String { DOTText.quoted(identifiers[model.nodes[position].id]) }

  /// The subject has the round corners of the house style where its type has a plain box.
  private func isSoftened(_ node: DiagramNode, _ type: TypeStyle) -> Bool {
    node.isSubject && (type.look.shape == .box || type.look.shape == .cutBox)
  }

  private func nodeMarkup(_ node: DiagramNode, _ type: TypeStyle) -> String {
    let isDocument = type.look.cluster.isEvidence
    let align = isDocument ? "LEFT" : nil
    let quiet = node.isSubject ? theme.subjectQuietText : theme.edgeText
    let strong = node.isSubject ? theme.subjectText : theme.text
    let caption = captionText(node, type)
    let names = NameWrapping.lines(of: name(node), width: isDocument ? 30 : 24, maximumLines: 3)
    var rows: [String] = []
    if !caption.isEmpty {
      rows.append(DOTMarkup.row(DOTMarkup.font(DOTText.html(caption), size: "8.5", colour: quiet), align: align))
    }
    let title = isDocument ? DOTMarkup.lines(names) : "<B>" + DOTMarkup.lines(names) + "</B>"
    let size = node.isSubject ? "16" : isDocument ? "10.5" : names.count > 2 ? "11" : "13"
    rows.append(DOTMarkup.row(DOTMarkup.font(title, size: size, colour: strong), align: align))
    if let detail = node.detail.map({ NameWrapping.lines(of: DOTText.oneLine($0), width: 32, maximumLines: 2) }),
      !detail.isEmpty
    {
      rows.append(DOTMarkup.row(DOTMarkup.font(DOTMarkup.lines(detail), size: "9.5", colour: quiet), align: align))
    }
    return DOTMarkup.table(padding: 1, rows: rows)
  }

  private func caption(_ node: DiagramNode, _ type: TypeStyle) -> String {
    node.caption ?? type.one.text(in: language)
  }

  /// The small word above a name, with the sign of its type and of what became of it.
  func captionText(_ node: DiagramNode, _ type: TypeStyle) -> String {
    [
      node.change.map(Self.sign), DOTText.oneLine(type.look.mark, graphemes: 4),
      DOTText.oneLine(caption(node, type), graphemes: 40).uppercased(),
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func sign(_ change: DiagramChange) -> String {
    switch change {
    case .added: "+"
    case .removed: "−"
    case .changed: "≠"
    }
  }

  /// Never empty: Graphviz refuses an empty element.
  func name(_ node: DiagramNode) -> String {
    let candidates = [node.name, node.id].map { DOTText.oneLine($0) }
    return candidates.first { !$0.isEmpty } ?? Phrase(en: "(no name)", fr: "(sans nom)").text(in: language)
  }

  private func tooltip(_ node: DiagramNode, _ type: TypeStyle) -> String {
    let caption = DOTText.oneLine(caption(node, type), graphemes: 60)
    let head = name(node) + (caption.isEmpty ? "" : " (" + caption + ")")
    let note = node.note.map { DOTText.cleaned($0, graphemes: 800, bytes: 2_000) } ?? ""
    return note.isEmpty ? head : head + "\n" + note
  }
}

extension DiagramNode {
  /// It is not there yet, not there any more, or not surely there.
  var isTentative: Bool {
    if change == .removed { return true }
    return switch status {
    case nil, .asserted, .endedPlanned: false
    case .planned, .reported, .claimed, .ended, .negated: true
    }
  }
}

extension DOTAttributes {
  /// The outline of a type, with a margin that keeps words off slanted sides.
  fileprivate mutating func outline(_ shape: NodeShape, isDashed: Bool) {
    let filled = isDashed ? "filled,dashed" : "filled"
    switch shape {
    case .roundedBox:
      plain("shape", "box")
      plain("style", filled + ",rounded")
    case .cutBox:
      plain("shape", "box")
      plain("style", filled + ",diagonals")
    case .box, .component, .box3d, .note, .folder, .tab:
      plain("shape", shape.rawValue)
      plain("style", filled)
    case .ellipse, .hexagon:
      plain("shape", shape.rawValue)
      plain("style", filled)
      plain("margin", "0.02,0.01")
    }
  }
}
