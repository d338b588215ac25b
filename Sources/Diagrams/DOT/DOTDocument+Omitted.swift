/// A grey box for what a limit left out.
struct OmittedBox {
  /// The unquoted name in the text.
  var name: String
  /// What its `id` ends in.
  var slug: String
  var lines: [String]
  /// Ids of shown nodes that it hangs on.
  var neighbours: [String]
  var url: String?
}

extension DOTDocument {
  /// More types than these are told in one box: a box for each would be a crowd of its own.
  private static let mostBoxes = 3
  /// How many types a box or a note names.
  private static let namedTypes = 4

  /// A box for each type that was left out, or one for all of them.
  static func boxes(_ model: DiagramModel, _ writer: DOTWriter, _ identifiers: inout DOTIdentifiers) -> [OmittedBox] {
    guard !model.omitted.isEmpty else { return [] }
    if model.omitted.count <= mostBoxes, !model.kind.hasFixedColumns, model.kind != .timeline {
      return model.omitted.map { omitted in
        OmittedBox(
          name: identifiers.reserve("omitted:" + omitted.label), slug: omitted.label, lines: ["+" + phrase(omitted, writer)],
          neighbours: omitted.neighbours, url: omitted.url)
      }
    }
    let total = model.omitted.reduce(0) { $0 + $1.count }
    let subject = model.nodes.first(where: \.isSubject)?.id
    let isLoose = !model.kind.hasFixedColumns && model.kind != .timeline
    return [
      OmittedBox(
        name: identifiers.reserve("omitted:"), slug: "all",
        lines: [Phrase(en: "and \(total) more", fr: "et \(total) de plus").text(in: writer.language)]
          + (model.kind == .timeline ? [] : [largest(model.omitted, writer)]),
        neighbours: isLoose ? [subject].compactMap { $0 } : [], url: nil)
    ]
  }

  /// "51 people, 47 vehicles, 46 brands, 46 companies, …": the types of which most was left out.
  private static func largest(_ omitted: [OmittedNodes], _ writer: DOTWriter) -> String {
    let sorted = omitted.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    let named = sorted.prefix(namedTypes).map { phrase($0, writer) }.joined(separator: ", ")
    let rest = sorted.dropFirst(namedTypes)
    guard !rest.isEmpty else { return named }
    let count = rest.reduce(0) { $0 + $1.count }
    return named + Phrase(en: ", \(count) others of \(rest.count) types", fr: ", \(count) autres de \(rest.count) types").text(in: writer.language)
  }

  private static func phrase(_ omitted: OmittedNodes, _ writer: DOTWriter) -> String {
    let type = writer.style.type(of: [omitted.label])
    return counted(omitted.count, type.one, type.many, in: writer.language)
  }

  /// A number with its noun. French takes the singular for zero as well.
  static func counted(_ count: Int, _ one: Phrase, _ many: Phrase, in language: DiagramLanguage) -> String {
    let isOne = count == 1 || (count == 0 && language == .french)
    return String(count) + " " + (isOne ? one : many).text(in: language)
  }

  /// "Not shown: 30 vehicles, 61 relations"; nil where everything is shown.
  var omissionNote: String? {
    var parts = model.omitted.isEmpty ? [] : [Self.largest(model.omitted, writer)]
    if model.omittedEdges > 0 {
      parts.append(
        counted(model.omittedEdges, Phrase(en: "relation", fr: "relation"), Phrase(en: "relations", fr: "relations")))
    }
    guard !parts.isEmpty else { return nil }
    return Phrase(en: "Not shown: ", fr: "Non affichés : ").text(in: language) + DOTText.oneLine(parts.joined(separator: ", "))
  }

  var omittedLines: [String] {
    omittedBoxes.map { box in
      let rows = box.lines.flatMap { NameWrapping.lines(of: DOTText.oneLine($0), width: 36, maximumLines: 4) }.map { line in
        DOTMarkup.row(DOTMarkup.font(DOTText.html(line), size: "11", colour: theme.quietText))
      }
      var attributes = DOTAttributes()
      attributes.html("label", DOTMarkup.table(padding: 1, rows: rows))
      attributes.plain("shape", "box")
      attributes.plain("style", "filled,rounded,dashed")
      attributes.plain("fillcolor", theme.clusterFill)
      attributes.plain("color", theme.fadedEdge)
      attributes.plain("id", writer.idPrefix + "-o-" + DOTText.slug(box.slug))
      attributes.plain("class", "omitted")
      attributes.url(box.url)
      attributes.text("tooltip", DOTText.oneLine(box.lines.joined(separator: ": "), graphemes: 200))
      return DOTText.quoted(box.name) + " " + attributes.written + ";"
    }
  }

  /// Faint lines from the boxes to the shown nodes that they hang on. Where columns are fixed a box stands in the last one, on a
  /// timeline below the last date.
  var omittedEdgeLines: [String] {
    omittedBoxes.flatMap { box in
      box.neighbours.map { neighbour in
        var attributes = DOTAttributes()
        attributes.plain("style", "dotted")
        attributes.plain("color", theme.fadedEdge)
        attributes.plain("dir", "none")
        attributes.plain("class", "omitted")
        return DOTText.quoted(identifiers[neighbour]) + " -> " + DOTText.quoted(box.name) + " " + attributes.written + ";"
      }
    }
  }
}
