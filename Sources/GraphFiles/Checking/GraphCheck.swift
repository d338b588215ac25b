import Diagnostics
import GraphModel

/// Compares the records with each other and with the schema.
///
/// What was reported while a file was read is not reported again: a name that is unknown is passed over by every check but the
/// one that looks for it.
struct GraphCheck {
  let records: GraphRecords
  var index: GraphIndex
  private(set) var diagnostics: [Diagnostic] = []

  var schema: Schema { records.schema }

  init(records: GraphRecords, perhapsDefined: Set<String>) {
    self.records = records
    index = GraphIndex(records, perhapsDefined: perhapsDefined)
  }

  mutating func run() {
    checkIdentifiers()
    for entity in records.entities { checkEntity(entity) }
    for article in records.articles { checkEntity(article.entity) }
    checkRelations()
    for observation in records.observations {
      checkEntityReference(observation.subject, in: observation.file)
      checkSource(observation.source, in: observation.file)
    }
    checkOrigins()
    checkClaims()
    for link in records.claimLinks { checkLink(link) }
    for verdict in records.verdicts { checkVerdict(verdict) }
    for mention in records.mentions {
      if let entity = mention.entity { checkEntityReference(entity, in: mention.file) }
    }
    checkCues()
  }

  private mutating func checkCues() {
    guard schema.isWhole else { return }
    for cue in records.cues.predicates where schema.relation(cue.predicate.value) == nil {
      report(
        .graphUnknownRelation, "no relationship type `\(cue.predicate.value)`", in: cue.file, at: cue.predicate.span,
        label: NearName.question(for: cue.predicate.value, among: schema.relations.map(\.name.value)))
    }
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, in file: String, at span: SourceSpan, severity: Diagnostic.Severity = .error,
    label: String? = nil, notes: [Diagnostic.Note] = [], hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, message, source: file, span: span, severity: severity, label: label, notes: notes, hint: hint))
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: Entities

  private mutating func checkEntity(_ entity: EntityRecord) {
    checkSource(entity.provenance.source, in: entity.file)
    checkReferences(entity.properties, in: entity.file)
    guard schema.isWhole else { return }
    for type in entity.types where schema.type(type.value) == nil {
      report(
        .graphUnknownType, "no type `\(type.value)`", in: entity.file, at: type.span,
        label: NearName.question(for: type.value, among: schema.types.map(\.name.value)),
        hint: "the types are in \(schema.file)")
    }
  }

  mutating func checkReferences(_ properties: [PropertyRecord], in file: String) {
    for property in properties {
      for reference in property.references { checkEntityReference(reference, in: file) }
    }
  }

  /// Whether an entity of that id exists; reports it where it does not.
  @discardableResult
  mutating func checkEntityReference(_ id: Spanned<String>, in file: String) -> Bool {
    if index.hasEntity(id.value) { return true }
    report(
      .graphUnknownEntity, "no entity `\(id.value)`", in: file, at: id.span, label: index.question(forEntity: id.value))
    return false
  }

  /// An empty id stands in for a source that was reported already.
  mutating func checkSource(_ id: Spanned<String>, in file: String) {
    guard !id.value.isEmpty, !index.hasSource(id.value) else { return }
    report(
      .graphUnknownSource, "no source `\(id.value)`", in: file, at: id.span,
      label: NearName.question(for: id.value, among: index.sources),
      hint: "list it under `sources`, or say `gk` for general knowledge")
  }

  /// An origin is another source, or an article that is in the graph.
  private mutating func checkOrigins() {
    for source in records.sources {
      guard let origin = source.origin, !index.hasSource(origin.value), !index.hasEntity(origin.value) else { continue }
      report(
        .graphUnknownSource, "no source or article `\(origin.value)`", in: source.file, at: origin.span,
        label: NearName.question(for: origin.value, among: index.sources),
        hint: "an origin is the source whose text this one repeats; its own id says that it repeats none")
    }
  }

  private mutating func checkLink(_ link: ClaimLinkRecord) {
    if !index.hasClaim(link.claim.value) {
      report(
        .graphUnknownClaim, "no claim `\(link.claim.value)`", in: link.file, at: link.claim.span,
        label: NearName.question(for: link.claim.value, among: index.claims))
    }
    if !index.hasClaim(link.target.value) { checkEntityReference(link.target, in: link.file) }
    checkSource(link.provenance.source, in: link.file)
  }

  // MARK: Ids

  private mutating func checkIdentifiers() {
    var places: [(file: String, id: Spanned<String>)] = []
    for entity in records.entities { places.append((entity.file, entity.id)) }
    for article in records.articles { places.append((article.entity.file, article.entity.id)) }
    for source in records.sources { places.append((source.file, source.id)) }
    for claim in records.claims { places.append((claim.file, claim.id)) }
    for observation in records.observations {
      if let id = observation.id { places.append((observation.file, id)) }
    }
    places.sort { a, b in
      a.file != b.file ? GraphFile.precedes(a.file, b.file) : a.id.span.start < b.id.span.start
    }
    var first: [String: (file: String, id: Spanned<String>)] = [:]
    for place in places {
      guard let earlier = first[place.id.value] else {
        first[place.id.value] = place
        continue
      }
      report(
        .graphDuplicateID, "the id `\(place.id.value)` is taken", in: place.file, at: place.id.span,
        notes: [Diagnostic.Note("first defined here", source: earlier.file, span: earlier.id.span)],
        hint: "one node for one thing: merge the two, or give this one another id")
    }
  }
}
