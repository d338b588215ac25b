import Diagrams
import GraphFiles

/// Turns a style file into a style, on top of another, and tells what in it there is not.
struct StyleReading {
  private let source: SourceText
  private(set) var style: DiagramStyle
  private(set) var diagnostics: [Diagnostic] = []
  private let theme: String
  private var groups: [String: ClusterStyle]

  /// `theme` is the one that is drawn in; colours of the others are checked as well.
  init(_ file: StyleFile, _ source: SourceText, on style: DiagramStyle, theme: String) {
    self.source = source
    self.style = style
    self.theme = theme
    groups = Dictionary(style.types.map { ($0.look.cluster.key, $0.look.cluster) }) { first, _ in first }
    if !file.fonts.isEmpty { self.style.fonts = file.fonts.map(\.value) }
    for group in file.groups { read(group) }
    for type in file.types { read(type) }
    for relation in file.relations { read(relation) }
    read(file.colours)
  }

  private mutating func report(_ message: String, at span: SourceSpan, label: String? = nil, hint: String? = nil) {
    diagnostics.append(Diagnostic(.wrongStyle, message, source: source.name, span: span, label: label, hint: hint))
  }

  private mutating func word<Word>(_ text: Spanned<String>?, _ what: String, _ known: [String: Word]) -> Word? {
    guard let text else { return nil }
    if let word = known[text.value] { return word }
    report(
      "no \(what) `\(text.value)`", at: text.span, label: NearName.question(for: text.value, among: known.keys.sorted()),
      hint: "one of " + known.keys.sorted().joined(separator: ", "))
    return nil
  }

  // MARK: Entries

  private mutating func read(_ entry: StyleFile.GroupEntry) {
    var group = groups[entry.key.value] ?? ClusterStyle(key: entry.key.value, name: Phrase(en: entry.key.value, fr: entry.key.value))
    group.name = entry.words.phrase(else: group.name)
    groups[group.key] = group
    for index in style.types.indices where style.types[index].look.cluster.key == group.key {
      style.types[index].look.cluster = group
    }
  }

  private mutating func read(_ entry: StyleFile.TypeEntry) {
    let known = style.types.first { $0.label == entry.label.value }
    let label = entry.label.value
    var look = known?.look ?? TypeLook(shape: .roundedBox, swatch: .white, cluster: .other, name: Phrase(en: label, fr: label))
    if let shape = word(entry.shape, "shape", StyleWords.shapes) { look.shape = shape }
    if let swatch = word(entry.colour, "colour", StyleWords.swatches) { look.swatch = swatch }
    if let stage = word(entry.stage, "stage", StyleWords.stages) { look.stage = stage }
    if let group = word(entry.group, "group", groups) { look.cluster = group }
    if let mark = entry.mark { look.mark = mark }
    let one = entry.words.phrase(else: known?.one ?? Phrase(en: label, fr: label))
    if known == nil { look.name = one }
    let many = entry.many.phrase(else: known?.many ?? one)
    style.set(TypeStyle(label, one: one, many: many, look: look))
  }

  private mutating func read(_ entry: StyleFile.RelationEntry) {
    let type = entry.type.value.uppercased()
    let known = style.relationships.first { $0.type == type }
    var relation = known ?? RelationshipStyle(type, Phrase(en: entry.type.value, fr: entry.type.value))
    relation.phrase = entry.words.phrase(else: relation.phrase)
    if entry.inverse.english != nil || entry.inverse.french != nil {
      let other = relation.inverse ?? Phrase(en: "", fr: "")
      relation.inverse = entry.inverse.phrase(else: Phrase(en: entry.inverse.french ?? other.english, fr: entry.inverse.english ?? other.french))
    }
    if let flow = word(entry.flow, "flow", StyleWords.flows) { relation.flow = flow }
    if let line = word(entry.line, "line", StyleWords.lines) { relation.line = line }
    style.set(relation)
  }

  // MARK: Colours

  private mutating func read(_ entries: [StyleFile.ColourEntry]) {
    for (name, group) in Dictionary(grouping: entries, by: \.theme.value).sorted(by: { $0.key < $1.key }) {
      guard var changed = DiagramTheme.named(name) else {
        if let first = group.first { report("no theme `\(name)`", at: first.theme.span, hint: "one of dark, light, print") }
        continue
      }
      for entry in group { read(entry, into: &changed) }
      if name == theme { style.theme = changed }
    }
  }

  private mutating func read(_ entry: StyleFile.ColourEntry, into theme: inout DiagramTheme) {
    guard let swatch = word(entry.name, "colour", StyleWords.swatches) else { return }
    guard let luminance = ColourContrast.luminance(entry.colour.value) else {
      report("`\(entry.colour.value)` is no colour", at: entry.colour.span, hint: "six hexadecimal digits behind a #, in quotes: \"#77AADD\"")
      return
    }
    let contrast = ColourContrast.ratio(luminance, ColourContrast.luminance(theme.text) ?? 0)
    if contrast < ColourContrast.least {
      let shown = Double(Int(contrast * 10)) / 10
      report(
        "words on `\(entry.colour.value)` cannot be read well: their contrast is \(shown)", at: entry.colour.span,
        hint: "at least \(ColourContrast.least); take a colour further from that of the words, \(theme.text)")
      return
    }
    theme.swatches[swatch] = entry.colour.value.uppercased()
  }
}

/// The words of a style file.
enum StyleWords {
  static let shapes = Dictionary(uniqueKeysWithValues: NodeShape.allCases.map { (dashed($0.rawValue), $0) })
  static let swatches = Dictionary(uniqueKeysWithValues: Swatch.allCases.map { ($0.rawValue, $0) })
  static let stages = Dictionary(uniqueKeysWithValues: ChainStage.allCases.map { ("\($0)", $0) })
  static let flows: [String: RelationshipFlow] = [
    "as-stored": .asStored, "inverse": .inverse, "backward": .backward, "symmetric": .symmetric,
  ]
  static let lines = Dictionary(uniqueKeysWithValues: LineStroke.allCases.map { ($0.rawValue, $0) })

  /// "roundedBox" as a file writes it: "rounded-box".
  private static func dashed(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}

extension StyleFile.WordEntry {
  /// What is missing in one language is taken from the other, then from what there was.
  fileprivate func phrase(else other: Phrase) -> Phrase {
    Phrase(en: english ?? french ?? other.english, fr: french ?? english ?? other.french)
  }
}

extension DiagnosticCode {
  /// A style file names a shape, colour, group or line that there is not, or a colour on which words cannot be read.
  static let wrongStyle = DiagnosticCode("E701")
}
