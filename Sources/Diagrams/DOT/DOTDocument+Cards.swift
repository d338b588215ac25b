extension DOTDocument {
  /// Letters with serifs for somebody's own words. A list, for machines without the first.
  private static let quoteFonts = "Georgia,Times New Roman,Times,serif"
  /// Of a card's rows, in columns of text.
  private static let rowWidth = 38

  /// A node with rows: a heading in the colour of its type and the rows under it, or, for a quote, a bar that tells how it
  /// stands to the claim, and the words beside it.
  func cardMarkup(_ node: DiagramNode, _ type: TypeStyle, _ card: DiagramCard) -> String {
    let isQuote = card.rows.contains { $0.look == .quote }
    let border = node.change.map(theme.colour(of:)) ?? (node.isSubject ? theme.subjectFill : theme.nodeBorder)
    var rows: [String] = []
    if isQuote {
      let words = card.rows.map { DOTMarkup.row(rowMarkup($0, width: $0.look == .quote ? 46 : 56, lines: 0), align: "LEFT") }
      let bar = card.stance.map { "<TD WIDTH=\"6\" BGCOLOR=\"\(theme.colour(of: $0))\"></TD>" } ?? ""
      rows.append("<TR>\(bar)<TD ALIGN=\"LEFT\" WIDTH=\"270\">\(DOTMarkup.table(padding: 2, rows: words))</TD></TR>")
    } else {
      rows.append(headingMarkup(node, type))
      rows += card.rows.enumerated().map { index, row in
        "<TR><TD ALIGN=\"LEFT\">\(rowMarkup(row, width: Self.rowWidth, lines: rowHeight(index)))</TD></TR>"
      }
    }
    return "<TABLE BORDER=\"\(node.isSubject || node.change != nil ? 2 : 1)\" COLOR=\"\(border)\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
      + "CELLPADDING=\"5\" BGCOLOR=\"\(theme.background)\">\(rows.joined())</TABLE>"
  }

  private func headingMarkup(_ node: DiagramNode, _ type: TypeStyle) -> String {
    let isDark = node.isSubject || type.look == .claim
    let fill = isDark ? theme.subjectFill : theme.colour(of: type.look.swatch)
    let quiet = isDark ? theme.subjectQuietText : theme.edgeText
    let strong = isDark ? theme.subjectText : theme.text
    var lines: [String] = []
    let caption = captionText(node, type)
    if !caption.isEmpty {
      lines.append(DOTMarkup.row(DOTMarkup.font(DOTText.html(caption), size: "8.5", colour: quiet), align: "LEFT"))
    }
    let name = DOTMarkup.lines(NameWrapping.lines(of: name(node), width: 32, maximumLines: 3))
    lines.append(DOTMarkup.row(DOTMarkup.font("<B>" + name + "</B>", size: "13", colour: strong), align: "LEFT"))
    if let detail = node.detail.map({ NameWrapping.lines(of: DOTText.oneLine($0), width: 38, maximumLines: 2) }),
      !detail.isEmpty
    {
      lines.append(DOTMarkup.row(DOTMarkup.font(DOTMarkup.lines(detail), size: "9.5", colour: quiet), align: "LEFT"))
    }
    return "<TR><TD ALIGN=\"LEFT\" WIDTH=\"\(model.kind == .roles ? 190 : 210)\" BGCOLOR=\"\(fill)\">\(DOTMarkup.table(padding: 1, rows: lines))</TD></TR>"
  }

  /// Cards side by side have the rows of one number in one height, so that they read across like a table.
  private func rowHeight(_ index: Int) -> Int {
    guard model.kind == .roles else { return 0 }
    return model.nodes.compactMap { node in
      guard let rows = node.card?.rows, rows.indices.contains(index) else { return nil }
      return wrapped(rows[index], width: Self.rowWidth).count
    }.max() ?? 0
  }

  private func wrapped(_ row: DiagramCard.Row, width: Int) -> [String] {
    let text = DOTText.oneLine(row.text, graphemes: 400, bytes: 1_600)
    let lines = NameWrapping.lines(of: text, width: width, maximumLines: row.look == .quote ? 6 : 5)
    return lines.isEmpty ? ["–"] : lines
  }

  /// `lines` is the least number of lines, filled up with empty ones.
  private func rowMarkup(_ row: DiagramCard.Row, width: Int, lines height: Int) -> String {
    let own = wrapped(row, width: width)
    let words = DOTMarkup.lines(own + [String](repeating: "\u{A0}", count: max(0, height - own.count)))
    var lines: [String] = []
    if let caption = row.caption.map({ DOTText.oneLine($0, graphemes: 40).uppercased() }), !caption.isEmpty {
      lines.append(
        DOTMarkup.row(DOTMarkup.font(DOTText.html(caption), size: "8.5", colour: theme.quietText), align: "LEFT"))
    }
    let body =
      switch row.look {
      case .plain: DOTMarkup.font(words, size: "11", colour: theme.text)
      case .strong: DOTMarkup.font("<B>" + words + "</B>", size: "13", colour: theme.text)
      case .quiet: DOTMarkup.font(words, size: "9.5", colour: theme.quietText)
      case .quote:
        "<FONT FACE=\"\(Self.quoteFonts)\" POINT-SIZE=\"12\" COLOR=\"\(theme.text)\"><I>" + words + "</I></FONT>"
      }
    lines.append(DOTMarkup.row(body, align: "LEFT"))
    return DOTMarkup.table(padding: 1, rows: lines)
  }
}
