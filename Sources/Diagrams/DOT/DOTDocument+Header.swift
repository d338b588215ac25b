extension DOTDocument {
  /// What was drawn and from what, as comments: a reviewer reads them in a diff.
  var comments: [String] {
    let provenance = model.provenance
    let fields: [(String, String?)] = [
      ("Diagram", model.title), ("Query", provenance.query), ("As of", provenance.asOf),
      ("Known at", provenance.knownAt), ("Data", provenance.dataHash), ("Made by", provenance.generator),
    ]
    return fields.flatMap { name, value -> [String] in
      guard let value, !value.isEmpty else { return [] }
      let lines = DOTText.cleaned(value, graphemes: 4_000, bytes: 8_000)
        .split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
      return lines.enumerated().map { "// " + ($0.offset == 0 ? name + ": " : "    ") + $0.element }
    }
  }

  /// Title, counts, legend and notes in one table. They are the graph's label, because a legend made of nodes pushes other
  /// nodes around.
  var headerMarkup: String {
    var rows = [DOTMarkup.row(titleMarkup, align: "LEFT")]
    rows += legendRows.map { DOTMarkup.row($0, align: "LEFT") }
    rows += (noteTexts + footnoteTexts).map { note in
      DOTMarkup.row(
        DOTMarkup.font(
          DOTMarkup.lines(NameWrapping.lines(of: note, width: 120, maximumLines: 3)), size: "10",
          colour: theme.quietText), align: "LEFT")
    }
    return DOTMarkup.table(padding: 2, rows: rows)
  }

  private var titleMarkup: String {
    let lines = NameWrapping.lines(of: DOTText.oneLine(model.title), width: 70, maximumLines: 2)
    let title = "<B>" + DOTMarkup.lines(lines.isEmpty ? ["–"] : lines) + "</B>"
    let beside = DOTText.oneLine(subtitle, graphemes: 160)
    let besideLines = NameWrapping.lines(of: beside, width: 90, maximumLines: 2)
    let fits = lines.count <= 1 && besideLines.count == 1 && (lines.first ?? "").displayWidth + beside.displayWidth < 110
    return DOTMarkup.font(title, size: "18", colour: theme.text)
      + (fits ? "" : "<BR/>")
      + DOTMarkup.font((fits ? "   " : "") + DOTMarkup.lines(besideLines), size: "12", colour: theme.quietText)
  }

  private var subtitle: String {
    let entities = counted(model.nodes.count, Phrase(en: "entity", fr: "entité"), Phrase(en: "entities", fr: "entités"))
    let relations = counted(
      model.edges.count, Phrase(en: "relation", fr: "relation"), Phrase(en: "relations", fr: "relations"))
    let asOf = model.provenance.asOf.map { Phrase(en: "as of", fr: "au").text(in: language) + " " + $0 }
    return [model.subtitle, entities + ", " + relations, asOf].compactMap { $0 }.joined(separator: " · ")
  }

  /// A number with its noun. French takes the singular for zero as well.
  func counted(_ count: Int, _ one: Phrase, _ many: Phrase) -> String {
    let isOne = count == 1 || (count == 0 && language == .french)
    return String(count) + " " + (isOne ? one : many).text(in: language)
  }

  private var noteTexts: [String] {
    var parts = model.omitted.map { omitted -> String in
      let type = writer.style.type(of: [omitted.label])
      return counted(omitted.count, type.one, type.many)
    }
    if model.omittedEdges > 0 {
      parts.append(
        counted(
          model.omittedEdges, Phrase(en: "relation", fr: "relation"), Phrase(en: "relations", fr: "relations")))
    }
    let left = Phrase(en: "Not shown: ", fr: "Non affichés : ").text(in: language)
    return (parts.isEmpty ? [] : [left + DOTText.oneLine(parts.joined(separator: ", "))])
      + model.notes.prefix(6).map { DOTText.oneLine($0, graphemes: 400, bytes: 800) }.filter { !$0.isEmpty }
  }

  private var footnoteTexts: [String] {
    model.sources.compactMap { source in footnotes[source.id].map { ($0, source.text) } }
      .sorted { $0.0 < $1.0 }
      .map { "[\($0.0)] " + DOTText.oneLine($0.1, graphemes: 240, bytes: 600) }
  }

  // MARK: Legend

  private static let legendItemsPerRow = 8

  /// The types and line styles that occur, and no others.
  private var legendRows: [String] {
    let cells = typeCells + lineCells
    return stride(from: 0, to: cells.count, by: Self.legendItemsPerRow).map { start in
      let row = cells[start..<min(start + Self.legendItemsPerRow, cells.count)].joined()
      return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"1\"><TR>\(row)</TR></TABLE>"
    }
  }

  private var typeCells: [String] {
    let looks = model.nodes.filter { !$0.isSubject }.map { writer.style.type(of: $0.labels).look }
    let present = Set(looks)
    var listed: Set<TypeLook> = []
    let order = (writer.style.types.map(\.look) + [.other]).filter { present.contains($0) && listed.insert($0).inserted }
    return order.map { look in
      let border = "BORDER=\"1\" COLOR=\"\(theme.nodeBorder)\""
      return
        "<TD WIDTH=\"16\" HEIGHT=\"10\" FIXEDSIZE=\"TRUE\" BGCOLOR=\"\(theme.colour(of: look.swatch))\" \(border)></TD>"
        + legendWord(look.name.text(in: language))
    }
  }

  /// Plain facts are listed only beside another kind of line, where the difference needs saying.
  private var lineCells: [String] {
    let present = Set(model.edges.map(\.status))
    guard present.contains(where: { $0 != .asserted }) else { return [] }
    return DiagramEdgeStatus.allCases.filter(present.contains).map { status in
      let line = theme.line(of: status)
      let word = line.word ?? Phrase(en: "fact", fr: "fait")
      let sample =
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD WIDTH=\"22\" HEIGHT=\"5\" "
        + "FIXEDSIZE=\"TRUE\" BORDER=\"2\" SIDES=\"B\" COLOR=\"\(line.colour)\" STYLE=\"\(line.dash.rawValue)\"></TD></TR>"
        + "<TR><TD WIDTH=\"22\" HEIGHT=\"5\" FIXEDSIZE=\"TRUE\"></TD></TR></TABLE>"
      return "<TD>\(sample)</TD>" + legendWord(word.text(in: language))
    }
  }

  private func legendWord(_ word: String) -> String {
    "<TD ALIGN=\"LEFT\">" + DOTMarkup.font(DOTText.html(word) + "  ", size: "10", colour: theme.text) + "</TD>"
  }
}
