import Diagnostics

/// Reads `schema.yaml`, and checks that it does not contradict itself.
struct SchemaReader {
  private var reading: FileReading
  private var types: [NodeType] = []
  private var relations: [RelationType] = []
  private var properties: [PropertyDefinition] = []
  private var predicates: [ClaimPredicate] = []
  private var modalities: [Modality] = []
  /// False where a part could not be read, so that what is not found may yet be there.
  private var isWhole = true

  static func read(_ tree: TextNode, _ source: SourceText, _ diagnostics: inout [Diagnostic]) -> Schema {
    var reader = SchemaReader(reading: FileReading(source: source, schema: Schema()))
    reader.read(tree)
    reader.checkTypes()
    reader.checkRelations()
    SchemaRuleCheck(types: reader.types, relations: reader.relations, properties: reader.properties).run(&reader.reading)
    diagnostics += reader.reading.diagnostics
    return Schema(
      types: reader.types, relations: reader.relations, properties: reader.properties, predicates: reader.predicates,
      modalities: reader.modalities, file: source.name, isWhole: reader.isWhole)
  }

  private init(reading: FileReading) { self.reading = reading }

  // MARK: Reading

  private mutating func read(_ tree: TextNode) {
    var fields = FieldReader(reading.entries(tree, "the schema"), of: "the schema", owner: tree.span)
    for entry in section("types", &fields, required: true) { types.append(nodeType(entry)) }
    for entry in section("properties", &fields) { properties.append(property(entry)) }
    for entry in section("relations", &fields, required: true) { relations.append(relationType(entry)) }
    for entry in section("claim_predicates", &fields) {
      predicates.append(
        describe(entry, "a claim predicate") { fields, names, reading in
          ClaimPredicate(name: entry.key, names: names, isFunctional: fields.flag("functional", &reading))
        })
    }
    for entry in section("modalities", &fields) {
      modalities.append(
        describe(entry, "a modality") { fields, names, reading in
          Modality(name: entry.key, names: names, isAccepted: fields.flag("accepted", &reading))
        })
    }
    if !fields.rest.isEmpty { isWhole = false }
    fields.reportRest(&reading)
  }

  private mutating func section(_ key: String, _ fields: inout FieldReader, required: Bool = false) -> [TextNode.Entry] {
    guard let node = fields.node(key) else {
      if required { reading.report(.graphMissingKey, "the schema needs `\(key)`", at: fields.owner) }
      return []
    }
    if case .map = node { return reading.entries(node, key) }
    isWhole = false
    return reading.entries(node, key)
  }

  /// Reads one entry: what all entries may say, and what `make` asks for. A plain text is the meaning.
  private mutating func describe<Part>(
    _ entry: TextNode.Entry, _ subject: String, _ make: (inout FieldReader, DisplayNames, inout FileReading) -> Part
  ) -> Part {
    var names = DisplayNames()
    var entries: [TextNode.Entry] = []
    if case .text(let text) = entry.value {
      names.meaning = text.value.isEmpty ? nil : text.value
    } else {
      entries = reading.entries(entry.value, entry.key.value)
    }
    var fields = FieldReader(entries, of: subject, owner: entry.key.span)
    names.english = fields.text("name", &reading)?.value
    names.french = fields.text("fr", &reading)?.value
    names.meaning = fields.text("means", &reading)?.value ?? names.meaning
    _ = fields.text("wikidata", &reading)
    _ = fields.text("schema_org", &reading)
    let part = make(&fields, names, &reading)
    fields.reportRest(&reading)
    return part
  }

  private mutating func nodeType(_ entry: TextNode.Entry) -> NodeType {
    describe(entry, "a type") { fields, names, reading in
      NodeType(
        name: entry.key, names: names, supertypes: fields.texts("is", &reading),
        properties: fields.texts("properties", &reading), expects: fields.texts("expects", &reading),
        isSelfExplanatory: fields.optionalFlag("self_explanatory", &reading))
    }
  }

  private mutating func property(_ entry: TextNode.Entry) -> PropertyDefinition {
    describe(entry, "a property") { fields, names, reading in
      let type: PropertyType? = fields.text("type", &reading).flatMap { reading.word($0, "property type") }
      let tolerance = fields.text("tolerance", &reading).flatMap { reading.tolerance($0) }
      return PropertyDefinition(
        name: entry.key, names: names, type: type ?? .text, tolerance: tolerance,
        isConstant: fields.flag("constant", &reading))
    }
  }

  private mutating func relationType(_ entry: TextNode.Entry) -> RelationType {
    describe(entry, "a relationship type") { fields, names, reading in
      RelationType(
        name: entry.key, names: names, from: fields.texts("from", &reading), to: fields.texts("to", &reading),
        inverse: fields.text("inverse", &reading), isSymmetric: fields.flag("symmetric", &reading),
        cardinality: fields.text("cardinality", &reading).flatMap { reading.word($0, "cardinality") },
        holdsAtATime: fields.flag("at_a_time", &reading), qualifiers: fields.texts("qualifiers", &reading),
        atMost: fields.text("at_most", &reading).flatMap { reading.bound($0) },
        excludes: fields.texts("excludes", &reading),
        total: fields.text("total", &reading).flatMap { reading.total($0) })
    }
  }

  // MARK: Checks

  private mutating func checkTypes() {
    let names = types.map(\.name.value)
    let known = Set(names)
    for type in types {
      checkName(type.name, isLabel: true)
      for supertype in type.supertypes where !known.contains(supertype.value) {
        reading.report(
          .graphUnknownType, "no type `\(supertype.value)`", at: supertype.span,
          label: NearName.question(for: supertype.value, among: names))
      }
    }
    let supertypes = Dictionary(types.map { ($0.name.value, $0.supertypes.map(\.value)) }) { first, _ in first }
    for type in types {
      var reached = Set(supertypes[type.name.value] ?? [])
      var open = Array(reached)
      while let next = open.popLast() {
        for above in supertypes[next] ?? [] where reached.insert(above).inserted { open.append(above) }
      }
      if reached.contains(type.name.value) {
        reading.report(
          .graphFaultySchema, "`\(type.name.value)` is its own supertype", at: type.supertypes.first?.span ?? type.name.span)
      }
    }
  }

  private mutating func checkRelations() {
    let names = types.map(\.name.value) + [Schema.anyType]
    let known = Set(names)
    let declared = Dictionary(relations.map { ($0.name.value, $0) }) { first, _ in first }
    var inverses: [String: Spanned<String>] = [:]
    for relation in relations {
      checkName(relation.name, isLabel: false)
      for end in relation.from + relation.to where !known.contains(end.value) {
        reading.report(
          .graphUnknownType, "no type `\(end.value)`", at: end.span, label: NearName.question(for: end.value, among: names))
      }
      guard let inverse = relation.inverse else { continue }
      checkName(inverse, isLabel: false)
      if let other = declared[inverse.value] {
        checkPair(relation, other, at: inverse)
      } else if let first = inverses.updateValue(relation.name, forKey: inverse.value) {
        reading.report(
          .graphFaultySchema, "`\(inverse.value)` is the inverse of two types", at: inverse.span,
          notes: [reading.note("the other is `\(first.value)`", at: first.span)])
      }
    }
  }

  private mutating func checkPair(_ relation: RelationType, _ other: RelationType, at inverse: Spanned<String>) {
    if relation.name.value == other.name.value {
      guard !relation.isSymmetric else { return }
      reading.report(
        .graphFaultySchema, "`\(relation.name.value)` is its own inverse and not symmetric", at: inverse.span,
        hint: "say `symmetric: true`")
    } else if let back = other.inverse, back.value != relation.name.value {
      reading.report(
        .graphFaultySchema, "the inverse of `\(relation.name.value)` has another inverse, `\(back.value)`", at: inverse.span,
        notes: [reading.note("declared here", at: back.span)])
    }
  }

  /// A label begins with a capital letter; a relationship type is lower case words joined by `_`.
  private mutating func checkName(_ name: Spanned<String>, isLabel: Bool) {
    let scalars = Array(name.value.unicodeScalars)
    let isWord = scalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" }
    let begins = scalars.first.map { isLabel ? $0.properties.isUppercase : $0.properties.isLowercase } ?? false
    guard !isWord || !begins || (!isLabel && name.value != name.value.lowercased()) else { return }
    reading.report(
      .graphFaultySchema, "`\(name.value)` is no name of a \(isLabel ? "type" : "relationship type")", at: name.span,
      hint: isLabel ? "written like `PowertrainPlant`" : "written like `produced_at`")
  }
}
