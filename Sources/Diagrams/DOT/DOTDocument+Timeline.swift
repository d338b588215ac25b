extension DOTDocument {
  /// Dates, an axis and cards: three columns, a row for each thing that happened, the earliest first. What has no date stands
  /// at the end.
  var timelineLines: [String] {
    let order = model.nodes.indices.sorted { timelineKey($0).lexicographicallyPrecedes(timelineKey($1), by: bytesPrecede) }
    var lines: [String] = []
    for node in order {
      let name = nodeName(node)
      let date = DOTText.quoted("date:" + identifiers[model.nodes[node].id])
      let point = DOTText.quoted("axis:" + identifiers[model.nodes[node].id])
      lines.append(date + " " + dateAttributes(model.nodes[node]) + ";")
      lines.append(point + " " + pointAttributes(model.nodes[node]) + ";")
      lines.append(nodeLine(node))
      lines.append("{ rank=\"same\"; \(date); \(point); \(name); }")
      lines.append("\(date) -> \(point) -> \(name) [style=\"invis\"];")
    }
    for (earlier, later) in zip(order, order.dropFirst()) {
      let names = [earlier, later].map { identifiers[model.nodes[$0].id] }
      let points = names.map { DOTText.quoted("axis:" + $0) }.joined(separator: " -> ")
      lines.append(points + " [dir=\"none\", color=\"\(theme.clusterBorder)\", penwidth=\"3\", weight=\"20\", class=\"axis\"];")
      for column in [names.map { DOTText.quoted("date:" + $0) }, names.map { DOTText.quoted($0) }] {
        lines.append(column.joined(separator: " -> ") + " [style=\"invis\", weight=\"20\"];")
      }
    }
    if let last = order.last {
      let point = DOTText.quoted("axis:" + identifiers[model.nodes[last].id])
      lines += omittedBoxes.map { point + " -> " + DOTText.quoted($0.name) + " [style=\"invis\"];" }
    }
    return lines
  }

  private func timelineKey(_ node: Int) -> [String] {
    [model.nodes[node].when.map { DOTText.oneLine($0, graphemes: 30) } ?? "~", model.nodes[node].id]
  }

  private func dateAttributes(_ node: DiagramNode) -> String {
    let when = node.when.map { DOTText.oneLine($0, graphemes: 30) } ?? Phrase(en: "undated", fr: "sans date").text(in: language)
    var attributes = DOTAttributes()
    attributes.html(
      "label", "<B>" + DOTMarkup.font(DOTText.html(when.isEmpty ? "–" : when), size: "12", colour: theme.text) + "</B>")
    attributes.plain("shape", "plain")
    attributes.plain("width", "1")
    attributes.plain("class", "date")
    return attributes.written
  }

  private func pointAttributes(_ node: DiagramNode) -> String {
    let line = theme.line(of: node.status ?? .asserted)
    let isFirm = node.status == nil || node.status == .asserted
    var attributes = DOTAttributes()
    attributes.plain("label", "")
    attributes.plain("shape", "circle")
    attributes.plain("fixedsize", "true")
    attributes.plain("width", "0.16")
    attributes.plain("height", "0.16")
    attributes.plain("style", "filled")
    attributes.plain("fillcolor", isFirm ? theme.subjectFill : theme.background)
    attributes.plain("color", isFirm ? theme.subjectFill : line.colour)
    attributes.plain("penwidth", "2")
    attributes.plain("class", "axis")
    return attributes.written
  }

  /// What a card of a timeline is made of: type and status, name, detail, all left of one width, so that they stand flush.
  func timelineMarkup(_ node: DiagramNode, _ type: TypeStyle) -> String {
    let status = node.status.flatMap { theme.line(of: $0).word?.text(in: language) }
    let caption = ([captionText(node, type)] + [status?.uppercased()]).compactMap { $0 }.filter { !$0.isEmpty }
    var rows: [String] = []
    if !caption.isEmpty {
      rows.append(
        DOTMarkup.row(
          DOTMarkup.font(DOTText.html(caption.joined(separator: " · ")), size: "8.5", colour: theme.edgeText), align: "LEFT"))
    }
    let name = DOTMarkup.lines(NameWrapping.lines(of: name(node), width: 58, maximumLines: 2))
    rows.append(DOTMarkup.row(DOTMarkup.font("<B>" + name + "</B>", size: "12", colour: theme.text), align: "LEFT"))
    if let detail = node.detail.map({ NameWrapping.lines(of: DOTText.oneLine($0), width: 70, maximumLines: 2) }),
      !detail.isEmpty
    {
      rows.append(DOTMarkup.row(DOTMarkup.font(DOTMarkup.lines(detail), size: "9.5", colour: theme.quietText), align: "LEFT"))
    }
    let fill = theme.colour(of: type.look.swatch)
    return "<TABLE BORDER=\"1\" COLOR=\"\(theme.clusterBorder)\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" "
      + "BGCOLOR=\"\(theme.background)\"><TR><TD WIDTH=\"8\" BGCOLOR=\"\(fill)\"></TD>"
      + "<TD ALIGN=\"LEFT\" WIDTH=\"400\">\(DOTMarkup.table(padding: 1, rows: rows))</TD></TR></TABLE>"
  }
}
