public import Diagnostics

/// A style of diagrams as text: what it changes of the house style. Words are read here; whether there are such shapes and
/// colours is known to whoever draws.
public struct StyleFile: Sendable {
  /// How things of a type look and what they are called.
  public struct TypeEntry: Sendable {
    public var label: Spanned<String>
    public var shape: Spanned<String>?
    public var colour: Spanned<String>?
    public var group: Spanned<String>?
    public var stage: Spanned<String>?
    public var mark: String?
    public var words: WordEntry
    public var many: WordEntry
  }

  /// How relationships of a type read.
  public struct RelationEntry: Sendable {
    public var type: Spanned<String>
    public var words: WordEntry
    public var inverse: WordEntry
    public var flow: Spanned<String>?
    public var line: Spanned<String>?
  }

  /// A box around what belongs together.
  public struct GroupEntry: Sendable {
    public var key: Spanned<String>
    public var words: WordEntry
  }

  /// One colour of a theme.
  public struct ColourEntry: Sendable {
    public var theme: Spanned<String>
    public var name: Spanned<String>
    public var colour: Spanned<String>
  }

  /// Words in each language, as far as they are given.
  public struct WordEntry: Sendable {
    public var english: String?
    public var french: String?
  }

  public var types: [TypeEntry] = []
  public var relations: [RelationEntry] = []
  public var groups: [GroupEntry] = []
  public var colours: [ColourEntry] = []
  public var fonts: [Spanned<String>] = []

  /// Reads the file; what cannot be read is left out, and has a diagnostic.
  public static func read(_ source: SourceText) -> (style: StyleFile, diagnostics: [Diagnostic]) {
    var style = StyleFile()
    var diagnostics: [Diagnostic] = []
    guard let tree = YamlReader.read(source, range: 0..<source.bytes.count, &diagnostics) else { return (style, diagnostics) }
    var reading = FileReading(source: source, schema: Schema())
    var fields = FieldReader(reading.entries(tree, source.name), of: "the style", owner: tree.span)
    style.fonts = fields.texts("fonts", &reading)
    style.readColours(&fields, &reading)
    for entry in section("groups", &fields, &reading) {
      var own = FieldReader(reading.entries(entry.value, entry.key.value), of: "`\(entry.key.value)`", owner: entry.key.span)
      style.groups.append(GroupEntry(key: entry.key, words: words("", &own, &reading)))
      own.reportRest(&reading)
    }
    for entry in section("types", &fields, &reading) { style.types.append(type(entry, &reading)) }
    for entry in section("relations", &fields, &reading) { style.relations.append(relation(entry, &reading)) }
    fields.reportRest(&reading)
    return (style, diagnostics + reading.diagnostics.sorted { $0.span.start < $1.span.start })
  }

  private static func section(
    _ key: String, _ fields: inout FieldReader, _ reading: inout FileReading
  ) -> [TextNode.Entry] {
    fields.node(key).map { reading.entries($0, key) } ?? []
  }

  private mutating func readColours(_ fields: inout FieldReader, _ reading: inout FileReading) {
    for theme in Self.section("palette", &fields, &reading) {
      for entry in reading.entries(theme.value, theme.key.value) {
        guard let colour = reading.text(entry.value, entry.key.value) else { continue }
        colours.append(ColourEntry(theme: theme.key, name: entry.key, colour: colour))
      }
    }
  }

  private static func type(_ entry: TextNode.Entry, _ reading: inout FileReading) -> TypeEntry {
    var fields = FieldReader(reading.entries(entry.value, entry.key.value), of: "`\(entry.key.value)`", owner: entry.key.span)
    let type = TypeEntry(
      label: entry.key, shape: fields.text("shape", &reading), colour: fields.text("colour", &reading),
      group: fields.text("group", &reading), stage: fields.text("stage", &reading), mark: fields.text("mark", &reading)?.value,
      words: words("", &fields, &reading), many: words("many-", &fields, &reading))
    fields.reportRest(&reading)
    return type
  }

  private static func relation(_ entry: TextNode.Entry, _ reading: inout FileReading) -> RelationEntry {
    var fields = FieldReader(reading.entries(entry.value, entry.key.value), of: "`\(entry.key.value)`", owner: entry.key.span)
    let relation = RelationEntry(
      type: entry.key, words: words("", &fields, &reading), inverse: words("inverse-", &fields, &reading),
      flow: fields.text("flow", &reading), line: fields.text("line", &reading))
    fields.reportRest(&reading)
    return relation
  }

  private static func words(_ prefix: String, _ fields: inout FieldReader, _ reading: inout FileReading) -> WordEntry {
    WordEntry(english: fields.text(prefix + "en", &reading)?.value, french: fields.text(prefix + "fr", &reading)?.value)
  }
}
