import Diagnostics
import GraphModel

extension GraphCheck {
  /// What makes two relations the same statement.
  private struct Statement: Hashable {
    var type: String
    var subject: String
    var object: String
    var start: String?
    var end: String?
    var qualifiers: [String]
  }

  /// Where a source is named, for all relations of one line.
  private struct Place: Hashable {
    var file: String
    var span: SourceSpan
  }

  mutating func checkRelations() {
    var seen: [Statement: RelationRecord] = [:]
    var checkedSources: Set<Place> = []
    for relation in records.relations {
      let own = isOwnSource(relation) ? relation.provenance.source : nil
      for source in [own, relation.startProvenance?.source, relation.endProvenance?.source] {
        guard let source, checkedSources.insert(Place(file: relation.file, span: source.span)).inserted else { continue }
        checkSource(source, in: relation.file)
      }
      checkReferences(relation.qualifiers, in: relation.file)
      guard checkEntityReference(relation.target, in: relation.file), let type = schema.relation(relation.type)?.type
      else { continue }
      checkEnds(of: relation, type)
      checkRepetition(of: relation, type, &seen)
    }
  }

  /// Whether the relation names its source itself; that of its entity has been checked with the entity.
  private func isOwnSource(_ relation: RelationRecord) -> Bool {
    relation.provenance.source.span.start > relation.statedType.span.start
  }

  // MARK: Types at the ends

  private mutating func checkEnds(of relation: RelationRecord, _ type: RelationType) {
    let subject = index.labels[relation.subject.value] ?? []
    let object = index.labels[relation.object.value] ?? []
    let subjectFits = subject.isEmpty || schema.admits(subject, where: type.from)
    let objectFits = object.isEmpty || schema.admits(object, where: type.to)
    guard !subjectFits || !objectFits else { return }
    let isBackwards =
      !subject.isEmpty && !object.isEmpty && schema.admits(object, where: type.from) && schema.admits(subject, where: type.to)
    let hint = isBackwards ? backwardsHint(relation, type) : nil
    if !subjectFits {
      reportEnd(
        .graphWrongSubject, relation.subject, labels: subject, relation, "`\(type.name.value)` begins at \(Self.list(type.from))",
        at: relation.isInverted ? relation.target.span : relation.statedType.span, hint: hint)
    }
    if !objectFits, !(isBackwards && !subjectFits) {
      reportEnd(
        .graphWrongObject, relation.object, labels: object, relation, "`\(type.name.value)` ends at \(Self.list(type.to))",
        at: relation.isInverted ? relation.statedType.span : relation.target.span, hint: hint)
    }
  }

  private mutating func reportEnd(
    _ code: DiagnosticCode, _ entity: Spanned<String>, labels: [String], _ relation: RelationRecord, _ rule: String,
    at span: SourceSpan, hint: String?
  ) {
    report(
      code, "\(rule), and `\(entity.value)` is \(Self.withArticle(labels.first ?? ""))", in: relation.file, at: span, hint: hint)
  }

  private func backwardsHint(_ relation: RelationRecord, _ type: RelationType) -> String {
    let back = relation.isInverted ? type.name.value : type.inverse?.value
    if let back { return "the other way round it fits: `\(back): \(relation.target.value)`" }
    return "the other way round it fits: write it beside `\(relation.target.value)`"
  }

  /// "Site", "Org or Site", "Org, Site or Place".
  private static func list(_ types: [Spanned<String>]) -> String {
    let names = types.map { withArticle($0.value) }
    guard let last = names.last, names.count > 1 else { return names.first ?? Schema.anyType }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  static func withArticle(_ type: String) -> String {
    guard let first = type.first else { return type }
    return ("AEIOU".contains(first) ? "an " : "a ") + type
  }

  // MARK: Repetition

  private mutating func checkRepetition(
    of relation: RelationRecord, _ type: RelationType, _ seen: inout [Statement: RelationRecord]
  ) {
    let statement = Statement(
      type: relation.type, subject: relation.subject.value, object: relation.object.value, start: relation.start?.value.text,
      end: relation.end?.value.text,
      qualifiers: relation.qualifiers.map { "\($0.name.value)=\($0.value)" }.sorted())
    if let first = seen[statement] {
      report(
        .graphDuplicateRelation,
        "`\(statement.subject) \(statement.type) \(statement.object)` is stated twice", in: relation.file,
        at: relation.target.span,
        notes: [Diagnostic.Note("first here", source: first.file, span: first.target.span)],
        hint: "keep one, or tell them apart by `start`, `end` or a qualifier")
      return
    }
    seen[statement] = relation
    var opposite = statement
    (opposite.subject, opposite.object) = (statement.object, statement.subject)
    if !type.isSymmetric {
      guard let inverse = type.inverse?.value, schema.relation(inverse)?.isInverted == false else { return }
      opposite.type = inverse
    }
    guard opposite != statement, let first = seen[opposite] else { return }
    report(
      .graphStatedTwice,
      "`\(statement.subject) \(statement.type) \(statement.object)` repeats a relation from its other side",
      in: relation.file, at: relation.target.span, severity: .warning,
      notes: [Diagnostic.Note("stated here", source: first.file, span: first.target.span)],
      hint: "state it once; queries find it from both sides")
  }
}
