import Diagrams
import GraphFiles
import Strategy

extension DiagramStyle {
  /// The names of types, relationships and claim predicates that this style does not have yet. A type looks like the type
  /// above it.
  mutating func addWords(of schema: Schema) {
    let types = Set(self.types.map(\.label))
    for type in schema.types where !types.contains(type.name.value) {
      let above = schema.labels(of: [type.name.value]).dropFirst().compactMap { label in self.types.first { $0.label == label } }.first
      let phrase = type.names.phrase(else: type.name.value)
      var look = above?.look ?? TypeLook(shape: .roundedBox, swatch: .white, cluster: .other, name: phrase)
      if above == nil { look.name = phrase }
      set(TypeStyle(type.name.value, one: phrase, many: phrase, look: look))
    }
    let known = Set(relationships.map(\.type))
    let relations = schema.relations.map { ($0.name.value, $0.names, $0.isSymmetric) }
    for (name, names, isSymmetric) in relations + schema.predicates.map({ ($0.name.value, $0.names, false) }) {
      let type = GraphNames.relationshipType(name)
      if !known.contains(type) {
        set(RelationshipStyle(type, names.phrase(else: name), flow: isSymmetric ? .symmetric : .asStored))
      }
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
