extension DOTDocument {
  /// What was drawn and from what, as comments: a reviewer reads them in a diff.
  var comments: [String] {
    MarkupText.provenance(model).flatMap { name, value in
      let lines = value.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
      return lines.enumerated().map { "// " + ($0.offset == 0 ? name + ": " : "    ") + $0.element }
    }
  }

  /// Title, counts, legend and notes in one table. They are the graph's label, because a legend made of nodes pushes other
  /// nodes around.
  var headerMarkup: String {
    var rows = titleRows.map { DOTMarkup.row($0, align: "LEFT") }
    if writer.showsLegend { rows += legendRows.map { DOTMarkup.row($0, align: "LEFT") } }
    rows += noteRows(noteTexts + (footnotesBelow ? [] : footnoteTexts))
    return DOTMarkup.table(padding: 2, rows: rows)
  }

  private func noteRows(_ notes: [String]) -> [String] {
    notes.map { note in
      let lines = NameWrapping.lines(of: note, width: 120, maximumLines: 3)
      return DOTMarkup.row(DOTMarkup.font(DOTMarkup.lines(lines), size: "10", colour: theme.quietText), align: "LEFT")
    }
  }

  /// Sources stand under the picture: in the label of a box without lines around all of it, which only `dot` draws.
  private var footnotesBelow: Bool { if case .springs = engine { false } else { !footnotes.isEmpty } }

  /// The body with the sources below it.
  func withFootnotes(_ body: [String]) -> [String] {
    guard footnotesBelow else { return body }
    let label = DOTMarkup.table(padding: 1, rows: noteRows(footnoteTexts))
    let look = "peripheries=\"0\", margin=\"8\", labelloc=\"b\", labeljust=\"l\", id=\"\(writer.idPrefix)-sources\", class=\"sources\""
    return ["  subgraph \"cluster:sources\" {", "    graph [\(look), tooltip=\"Sources\", label=<\(label)>];"] + body + ["  }"]
  }

  /// Title and subtitle on one line where they fit, on two where they do not.
  private var titleRows: [String] {
    let lines = NameWrapping.lines(of: DOTText.oneLine(model.title), width: 70, maximumLines: 2)
    let title = DOTMarkup.font(
      "<B>" + DOTMarkup.lines(lines.isEmpty ? ["–"] : lines) + "</B>", size: "18", colour: theme.text)
    let beside = NameWrapping.lines(of: DOTText.oneLine(subtitle, graphemes: 160), width: 90, maximumLines: 2)
    if beside.isEmpty { return [title] }
    let isShort = (lines.first ?? "").displayWidth + (beside.first ?? "").displayWidth < 110
    if lines.count <= 1, beside.count <= 1, isShort {
      return [title + DOTMarkup.font(Self.gap + Self.gap + Self.gap + DOTMarkup.lines(beside), size: "12", colour: theme.quietText)]
    }
    return [title, DOTMarkup.font(DOTMarkup.lines(beside), size: "12", colour: theme.quietText)]
  }

  private var subtitle: String {
    let asOf = model.provenance.asOf.map { Phrase(en: "as of", fr: "au").text(in: language) + " " + $0 }
    return ([model.subtitle] + counts + [asOf]).compactMap { $0 }.joined(separator: " · ")
  }

  /// How much is drawn, in the words of the kind.
  private var counts: [String] {
    switch model.kind {
    case .evidence, .contradiction:
      return ["Claim", "Evidence"].compactMap { label in
        let type = writer.style.type(of: [label])
        let count = model.nodes.count { $0.labels.contains(label) }
        return count == 0 ? nil : counted(count, type.one, type.many)
      }
    case .timeline:
      return [counted(model.nodes.count, Phrase(en: "event", fr: "événement"), Phrase(en: "events", fr: "événements"))]
    default:
      let entities = counted(model.nodes.count, Phrase(en: "entity", fr: "entité"), Phrase(en: "entities", fr: "entités"))
      let relations = counted(
        model.edges.count, Phrase(en: "relation", fr: "relation"), Phrase(en: "relations", fr: "relations"))
      return [model.edges.isEmpty ? entities : entities + ", " + relations]
    }
  }

  func counted(_ count: Int, _ one: Phrase, _ many: Phrase) -> String { Self.counted(count, one, many, in: language) }

  private var noteTexts: [String] {
    let silent = Phrase(
      en: "So many lines are drawn without their words; pointing at one shows them.",
      fr: "Tant de lignes sont tracées sans leurs mots ; ils s’affichent quand on en pointe une.")
    return [omissionNote, hasSilentLines ? silent.text(in: language) : nil].compactMap { $0 }
      + model.notes.prefix(6).map { DOTText.oneLine($0, graphemes: 400, bytes: 800) }.filter { !$0.isEmpty }
  }

  private var footnoteTexts: [String] {
    model.sources.compactMap { source in footnotes[source.id].map { ($0, source.text) } }
      .sorted { $0.0 < $1.0 }
      .map { "[\($0.0)] " + DOTText.oneLine($0.1, graphemes: 240, bytes: 600) }
  }

  // MARK: Legend

  private static let legendWidth = 150
  /// A space that SVG keeps at the ends of a text.
  private static let gap = "\u{A0}"

  /// The types and line styles that occur, and no others. A run of text and not a table, because Graphviz stretches the cells
  /// of a table to the width of the title.
  private var legendRows: [String] {
    var rows: [String] = []
    var width = 0
    for (sample, word) in typeEntries + lineEntries + changeEntries {
      if rows.isEmpty || width + word.displayWidth + 8 > Self.legendWidth {
        rows.append("")
        width = 0
      }
      width += word.displayWidth + 8
      rows[rows.count - 1] +=
        sample
        + DOTMarkup.font(
          Self.gap + DOTText.html(word) + Self.gap + Self.gap + Self.gap, size: "10", colour: theme.text)
    }
    return rows
  }

  /// One entry a fill, with the words of all types that have it.
  private var typeEntries: [(sample: String, word: String)] {
    let named = model.nodes.filter { !$0.isSubject && !(model.kind.isUnboxed && $0.card != nil) }
    let present = Set(named.map { writer.style.type(of: $0.labels).look })
    var words: [Swatch: [String]] = [:]
    var order: [Swatch] = []
    for look in writer.style.types.map(\.look) + [.other] where present.contains(look) {
      if words[look.swatch] == nil { order.append(look.swatch) }
      let word = look.name.text(in: language)
      if words[look.swatch]?.contains(word) != true { words[look.swatch, default: []].append(word) }
    }
    return order.map { swatch in
      let isPale = swatch == .white || swatch == .grey
      let colour = isPale ? theme.fadedEdge : theme.colour(of: swatch)
      return (
        DOTMarkup.font(isPale ? "□" : "■", size: "16", colour: colour), (words[swatch] ?? []).joined(separator: ", ")
      )
    }
  }

  /// What became of things between two states.
  private var changeEntries: [(sample: String, word: String)] {
    let present = Set(model.nodes.compactMap(\.change) + model.edges.compactMap(\.change))
    return DiagramChange.allCases.filter(present.contains).map { change in
      let strokes = change == .removed ? "– – –" : "——"
      return (DOTMarkup.font("<B>" + strokes + "</B>", size: "10", colour: theme.colour(of: change)), changeWord(change))
    }
  }

  /// Plain facts are listed only beside another kind of line, where the difference needs saying.
  private var lineEntries: [(sample: String, word: String)] {
    let present = Set(model.edges.map(\.status))
    guard model.kind != .difference, present.contains(where: { $0 != .asserted }) else { return [] }
    return DiagramEdgeStatus.allCases.filter(present.contains).map { status in
      let line = theme.line(of: status)
      let strokes =
        switch line.dash {
        case .solid: "——"
        case .dashed: "– – –"
        case .dotted: "······"
        }
      let word = line.word ?? Phrase(en: "fact", fr: "fait")
      return (DOTMarkup.font("<B>" + strokes + "</B>", size: "10", colour: line.colour), word.text(in: language))
    }
  }
}
