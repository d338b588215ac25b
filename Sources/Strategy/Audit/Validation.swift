public import Diagnostics
import GraphFiles
import GraphModel

/// A statement, or several together, that the schema does not allow for.
public struct ValidationIssue: Sendable {
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// A type or relationship type that the schema does not have.
    case schema
    /// A relation that begins at a thing of a wrong type.
    case domain
    /// A relation that ends at a thing of a wrong type.
    case range
    /// More than the cardinality allows for at a time.
    case cardinality
    /// Two relationship types that rule each other out.
    case exclusion
    /// Amounts that add up to too much.
    case total
    /// One statement made from both of its sides, and not the same.
    case inverse
    /// A period that ends before it starts.
    case period
    /// A verdict on what does not contradict itself.
    case verdict
  }

  public var rule: Rule
  public var severity: Diagnostic.Severity
  /// One line without a full stop.
  public var message: String
  public var subject: String
  public var predicate: String?
  public var object: String?
  /// The relations that it is about, the first of them where it is reported.
  public var relations: [LedgerRelation] = []
}

extension Ledger {
  /// What the schema does not allow for, in the order of the graph. What the researcher has decided about is left out.
  public func issues() -> [ValidationIssue] {
    relations.flatMap { endIssues($0) + periodIssues($0) } + entityIssues() + inverseIssues() + contradictionIssues()
  }

  // MARK: Types

  private func entityIssues() -> [ValidationIssue] {
    guard schema.isWhole else { return [] }
    return entities.values.sorted { $0.id < $1.id }.flatMap { entity in
      entity.labels.filter { schema.type($0) == nil }.map { label in
        ValidationIssue(
          rule: .schema, severity: .error, message: "`\(entity.id)` is of the type `\(label)`, which the schema does not have",
          subject: entity.id)
      }
    }
  }

  private func endIssues(_ relation: LedgerRelation) -> [ValidationIssue] {
    guard schema.isWhole else { return [] }
    func issue(_ rule: ValidationIssue.Rule, _ message: String) -> ValidationIssue {
      ValidationIssue(
        rule: rule, severity: .error, message: message, subject: relation.subject, predicate: relation.type,
        object: relation.object, relations: [relation])
    }
    guard let type = schema.relation(relation.type)?.type else {
      return [issue(.schema, "no relationship type `\(relation.type)`")]
    }
    var found: [ValidationIssue] = []
    if let labels = entities[relation.subject]?.labels, !schema.admits(labels, where: type.from) {
      found.append(issue(.domain, "`\(relation.type)` does not begin at `\(relation.subject)`, which is \(labels.joined(separator: ", "))"))
    }
    if let labels = entities[relation.object]?.labels, !schema.admits(labels, where: type.to) {
      found.append(issue(.range, "`\(relation.type)` does not end at `\(relation.object)`, which is \(labels.joined(separator: ", "))"))
    }
    return found
  }

  private func periodIssues(_ relation: LedgerRelation) -> [ValidationIssue] {
    guard let start = relation.times.start, let end = relation.times.end, let first = start.first, let last = end.last,
      first > last
    else { return [] }
    return [
      ValidationIssue(
        rule: .period, severity: .error, message: "it starts in \(start.text) and ends in \(end.text)", subject: relation.subject,
        predicate: relation.type, object: relation.object, relations: [relation])
    ]
  }

  // MARK: Both sides

  /// A statement and its other side: of a symmetric type the same the other way round, of two types that are each other's inverse
  /// one of each. That both are there is a matter of taste; that they give different times is a fault.
  private func inverseIssues() -> [ValidationIssue] {
    var seen: [String: [LedgerRelation]] = [:]
    for relation in relations { seen["\(relation.subject) \(relation.type) \(relation.object)", default: []].append(relation) }
    var found: [ValidationIssue] = []
    for relation in relations {
      guard let type = schema.relation(relation.type)?.type, let opposite = opposite(of: type) else { continue }
      let others = seen["\(relation.object) \(opposite) \(relation.subject)"] ?? []
      guard let other = others.first(where: { $0.id > relation.id }) else { continue }
      let agrees = others.contains { $0.times.start == relation.times.start && $0.times.end == relation.times.end }
      guard !agrees else { continue }
      found.append(
        ValidationIssue(
          rule: .inverse, severity: .warning,
          message: "stated from both sides with other times: \(times(relation)) and \(times(other))", subject: relation.subject,
          predicate: relation.type, object: relation.object, relations: [other, relation]))
    }
    return found
  }

  private func times(_ relation: LedgerRelation) -> String {
    relation.times.text.isEmpty ? "none" : relation.times.text
  }

  private func opposite(of type: RelationType) -> String? {
    if type.isSymmetric { return type.name.value }
    guard let inverse = type.inverse?.value, schema.relation(inverse)?.isInverted == false else { return nil }
    return inverse
  }

  // MARK: Rules

  private func contradictionIssues() -> [ValidationIssue] {
    let all = contradictions()
    let byID = Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
    let broken = all.compactMap { contradiction -> ValidationIssue? in
      guard contradiction.verdict == nil, let rule = Self.rules[contradiction.kind] else { return nil }
      let members = contradiction.sides.compactMap { $0.relationship.flatMap { byID[$0] } }
      guard members.count > 1 else { return nil }
      let when = contradiction.when.map { ", \($0)" } ?? ""
      return ValidationIssue(
        rule: rule, severity: .error,
        message: "`\(contradiction.subject) \(contradiction.predicate)`: "
          + contradiction.sides.filter { $0.relationship != nil }.map { "`\($0.key)`" }.joined(separator: " and ") + when,
        subject: contradiction.subject, predicate: contradiction.predicate, relations: members.reversed())
    }
    let idle = idleVerdicts(all).map { verdict in
      ValidationIssue(
        rule: .verdict, severity: .warning,
        message: "a verdict on `\(verdict.subject) \(verdict.predicate)`: \(verdict.sides.joined(separator: ", ")) do not contradict each other",
        subject: verdict.subject, predicate: verdict.predicate)
    }
    return broken + idle
  }

  private static let rules: [Contradiction.Kind: ValidationIssue.Rule] = [
    .functional: .cardinality, .exclusive: .exclusion, .bounded: .total,
  ]
}

extension ValidationIssue.Rule {
  public var code: DiagnosticCode {
    switch self {
    case .schema: .ledgerUnknownType
    case .domain: .ledgerWrongSubject
    case .range: .ledgerWrongObject
    case .cardinality: .ledgerCardinality
    case .exclusion: .ledgerExclusion
    case .total: .ledgerTotal
    case .inverse: .ledgerInverse
    case .period: .ledgerPeriod
    case .verdict: .ledgerVerdict
    }
  }
}

extension DiagnosticCode {
  /// A thing or relation of a database that is of a type which the schema does not have.
  static let ledgerUnknownType = DiagnosticCode("E440")
  /// A relation of a database that begins at a thing of a type which its relationship type does not allow.
  static let ledgerWrongSubject = DiagnosticCode("E441")
  /// A relation of a database that ends at a thing of a type which its relationship type does not allow.
  static let ledgerWrongObject = DiagnosticCode("E442")
  /// More relations at a time, or for ever, than their type allows.
  static let ledgerCardinality = DiagnosticCode("E443")
  /// Two relations at a time that the schema says rule each other out.
  static let ledgerExclusion = DiagnosticCode("E444")
  /// Relations whose amounts add up to more than there is.
  static let ledgerTotal = DiagnosticCode("E445")
  /// A relation that is stated from both of its sides, with different times.
  static let ledgerInverse = DiagnosticCode("E446")
  /// A relation of a database that ends before it starts.
  static let ledgerPeriod = DiagnosticCode("E447")
  /// A verdict on statements that do not contradict each other.
  static let ledgerVerdict = DiagnosticCode("E448")
}
