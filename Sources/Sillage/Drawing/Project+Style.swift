public import Diagrams
import GraphFiles
import Strategy

extension Project {
  /// The style of the project's diagrams in one theme, `light`, `dark` or `print`: the house style, with the words of the
  /// schema where it has none, and with what the style file changes. Fails with all faults of that file.
  public func diagramStyle(theme: String = "light") throws(SillageError) -> DiagramStyle {
    var style = DiagramStyle.standard
    style.theme = DiagramTheme.named(theme) ?? .light
    style.addWords(of: GraphFileReader.schema(in: try files()))
    guard let styleFile else { return style }
    let source = SourceText(name: styleFile, bytes: try TextFile.read(Self.path(styleFile, in: root)))
    let (file, faults) = StyleFile.read(source)
    let reading = StyleReading(file, source, on: style, theme: theme)
    let diagnostics = faults + reading.diagnostics.sorted { $0.span.start < $1.span.start }
    if diagnostics.contains(where: { $0.severity == .error }) { throw .faults(diagnostics, sources: [source]) }
    return reading.style
  }
}

extension DiagramStyle {
  /// The names of types, relationships and claim predicates that this style does not have yet. A type looks like the type
  /// above it.
  fileprivate mutating func addWords(of schema: Schema) {
    let types = Set(self.types.map(\.label))
    for type in schema.types where !types.contains(type.name.value) {
      let above = schema.labels(of: [type.name.value]).dropFirst().compactMap { label in self.types.first { $0.label == label } }.first
      let phrase = type.names.phrase(else: type.name.value)
      var look = above?.look ?? TypeLook(shape: .roundedBox, swatch: .white, cluster: .other, name: phrase)
      if above == nil { look.name = phrase }
      set(TypeStyle(type.name.value, one: phrase, many: phrase, look: look))
    }
    let relations = Set(relationships.map(\.type))
    for relation in schema.relations {
      let name = GraphNames.relationshipType(relation.name.value)
      if relations.contains(name) { continue }
      set(
        RelationshipStyle(
          name, relation.names.phrase(else: relation.name.value), flow: relation.isSymmetric ? .symmetric : .asStored))
    }
    for predicate in schema.predicates {
      let name = GraphNames.relationshipType(predicate.name.value)
      if relations.contains(name) { continue }
      set(RelationshipStyle(name, predicate.names.phrase(else: predicate.name.value)))
    }
  }
}

extension DisplayNames {
  fileprivate func phrase(else name: String) -> Phrase {
    let plain = name.split(separator: "_").joined(separator: " ")
    return Phrase(en: (english ?? french ?? plain).lowercasedFirst, fr: (french ?? english ?? plain).lowercasedFirst)
  }
}

extension String {
  /// "Site" as it stands within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
