import GraphFiles
import Strategy

/// What a validation of text found.
public struct ValidationReport: Sendable {
  public var files: Int
  /// By path and place.
  public var diagnostics: [Diagnostic]
  public var sources: [SourceText]

  public var errors: Int { diagnostics.count { $0.severity == .error } }
}

extension Project {
  /// Checks the text against the schema: each file by itself, all of them together, and what they state at each date. Touches no
  /// database. Text that has faults of the first kinds is not looked at for the last.
  public func validate() throws(SillageError) -> ValidationReport {
    let files = try self.files()
    let (records, found) = GraphFileReader.read(files)
    var diagnostics = found
    if !found.contains(where: { $0.severity == .error }) {
      let places = RelationPlaces(records)
      diagnostics += try compiled(files).ledger().issues().map { places.diagnostic($0) }
      diagnostics.sort { a, b in
        if a.source != b.source { return a.source.utf8.lexicographicallyPrecedes(b.source.utf8) }
        return (a.span.start, a.code.name, a.message) < (b.span.start, b.code.name, b.message)
      }
    }
    return ValidationReport(files: files.count, diagnostics: diagnostics, sources: files.map(\.source))
  }
}

/// Where relations, things and verdicts stand in the text.
struct RelationPlaces {
  private struct Key: Hashable {
    var type: String
    var subject: String
    var object: String
    var start: String?
    var end: String?
  }

  private var relations: [Key: (file: String, span: SourceSpan)] = [:]
  private var entities: [String: (file: String, span: SourceSpan)] = [:]
  private var verdicts: [String: (file: String, span: SourceSpan)] = [:]

  init(_ records: GraphRecords) {
    for relation in records.relations {
      let key = Key(
        type: relation.type, subject: relation.subject.value, object: relation.object.value,
        start: relation.start?.value.text, end: relation.end?.value.text)
      if relations[key] == nil { relations[key] = (relation.file, relation.target.span) }
    }
    for entity in records.entities + records.articles.map(\.entity) { entities[entity.id.value] = (entity.file, entity.id.span) }
    for verdict in records.verdicts {
      verdicts["\(verdict.subject.value) \(verdict.predicate.value)"] = (verdict.file, verdict.subject.span)
    }
  }

  func diagnostic(_ issue: ValidationIssue) -> Diagnostic {
    let places = issue.relations.compactMap { place(of: $0) }
    let verdict = issue.rule == .verdict ? verdicts["\(issue.subject) \(issue.predicate ?? "")"] : nil
    let spot = verdict ?? places.first ?? entities[issue.subject] ?? (file: "", span: .beginning)
    let notes = places.dropFirst().map { Diagnostic.Note("the other is here", source: $0.file, span: $0.span) }
    return Diagnostic(
      issue.rule.code, issue.message, source: spot.file, span: spot.span, severity: issue.severity, notes: notes,
      hint: issue.rule.hint)
  }

  private func place(of relation: LedgerRelation) -> (file: String, span: SourceSpan)? {
    relations[
      Key(
        type: relation.type, subject: relation.subject, object: relation.object, start: relation.times.start?.text,
        end: relation.times.end?.text)]
  }
}

extension ValidationIssue.Rule {
  /// What a person can do about it.
  fileprivate var hint: String? {
    switch self {
    case .cardinality, .exclusion, .total:
      "give them an `end` and a `start`, or decide in `verdicts` which of them stands"
    case .inverse: "state it once; queries find it from both sides"
    case .verdict: "take the verdict out, or correct its sides"
    case .schema, .domain, .range, .period: nil
    }
  }
}
