import CypherSyntax
import GraphModel

/// A row: what each variable is, and, while a grouping projection is worked out, the values of its aggregates.
struct ReferenceRow {
  var values: [String: Value] = [:]
  var aggregates: [Expression: Value] = [:]
}

/// What the reference answers.
struct ReferenceAnswer {
  var columns: [String] = []
  var rows: [[Value]] = []
  /// Whether the query gives no columns.
  var isUnit = false
}

/// Evaluates a query straight from the definition of openCypher, over the syntax tree: a clause is a function from a
/// table to a table, a pattern is matched by trying every node and every relationship in each place. Nothing of the
/// planner or the engine is used; equality and order of values are those of GraphModel.
final class Reference {
  var graph: ReferenceGraph {
    didSet { (nodeIDs, relationshipIDs) = (graph.nodeIDs, graph.relationshipIDs) }
  }
  /// What there is to try, ascending.
  private(set) var nodeIDs: [NodeID]
  private(set) var relationshipIDs: [RelationshipID]
  let mistake: ReferenceMistake?
  /// Steps that are left before the query counts as too large.
  private var budget: Int
  static let rowLimit = 250

  init(_ graph: ReferenceGraph, mistake: ReferenceMistake? = nil, budget: Int = 20_000) {
    self.graph = graph
    nodeIDs = graph.nodeIDs
    relationshipIDs = graph.relationshipIDs
    self.mistake = mistake
    self.budget = budget
  }

  func step() throws {
    budget -= 1
    if budget < 0 { throw ReferenceStop.tooLarge }
  }

  /// `lasting`: what the query sees of those around it until its end.
  func answer(
    _ query: Query, from outer: ReferenceRow = ReferenceRow(), lasting: [String: Value] = [:]
  ) throws -> ReferenceAnswer {
    var (table, lasting) = ([outer], lasting)
    for stage in query.earlier {
      let found = try answer(stage, table, lasting)
      table = found.rows.map { ReferenceRow(values: Dictionary(zip(found.columns, $0)) { $1 }) }
      lasting = [:]
    }
    return try answer(query, table, lasting)
  }

  private func answer(
    _ query: Query, _ table: [ReferenceRow], _ lasting: [String: Value]
  ) throws -> ReferenceAnswer {
    var whole = ReferenceAnswer()
    for part in query.parts {
      let answer = try self.answer(part, table, lasting)
      whole.isUnit = answer.isUnit
      whole.columns = answer.columns
      whole.rows += answer.rows
    }
    if query.parts.count > 1, query.union == .distinct { whole.rows = distinct(whole.rows) { $0 } }
    return whole
  }

  private func answer(
    _ query: SingleQuery, _ start: [ReferenceRow], _ lasting: [String: Value]
  ) throws -> ReferenceAnswer {
    var table = start
    for clause in query.clauses {
      if case .conditional(let clause) = clause { return try answer(clause, table) }
      if case .return(let clause) = clause {
        let rows = try project(clause.projection, table)
        let columns = clause.projection.items.map(\.columnName)
        return ReferenceAnswer(
          columns: columns, rows: rows.map { row in columns.map { row.values[$0] ?? .null } })
      }
      table = try apply(clause, to: table)
      if case .with = clause {
        for at in table.indices { table[at].values.merge(lasting) { own, _ in own } }
      }
      if table.count > Self.rowLimit { throw ReferenceStop.tooLarge }
    }
    return ReferenceAnswer(columns: [], rows: table.map { _ in [] }, isUnit: true)
  }

  /// What the branch of each row gives.
  private func answer(_ clause: ConditionalClause, _ table: [ReferenceRow]) throws -> ReferenceAnswer {
    var whole = ReferenceAnswer()
    for row in table {
      let taken = try clause.branches.first { try truth($0.predicate, row) == true }?.query ?? clause.otherwise
      guard let taken else { continue }
      let found = try answer(taken, from: row)
      (whole.columns, whole.isUnit) = (found.columns, found.isUnit)
      whole.rows += found.rows
    }
    if whole.columns.isEmpty, let query = clause.queries.first, case .return(let last)? = query.parts.last?.clauses.last {
      whole.columns = last.projection.items.map(\.columnName)
    }
    return whole
  }

  /// The table after a clause.
  func apply(_ clause: Clause, to table: [ReferenceRow]) throws -> [ReferenceRow] {
    switch clause {
    case .match(let clause): try table.flatMap { try match(clause, $0) }
    case .unwind(let clause): try table.flatMap { try unwind(clause, $0) }
    case .with(let clause):
      try project(clause.projection, table).filter { row in
        guard let predicate = clause.predicate else { return true }
        return try truth(predicate, row) == true
      }
    case .subquery(let clause): try table.flatMap { try call(clause, $0) }
    case .create, .merge, .set, .remove, .delete, .foreach: try update(clause, table)
    case .return, .call, .loadCSV, .finish, .show, .conditional: throw ReferenceStop.unsupported(clause.keywords)
    }
  }

  private func unwind(_ clause: UnwindClause, _ row: ReferenceRow) throws -> [ReferenceRow] {
    switch try value(clause.list, row) {
    case .null: return []
    case .list(let items):
      return items.map { item in
        var row = row
        row.values[clause.variable.text] = item
        return row
      }
    default: throw ReferenceStop.failure("UNWIND of what is not a list")
    }
  }

  private func call(_ clause: SubqueryCall, _ row: ReferenceRow) throws -> [ReferenceRow] {
    guard clause.transactions == nil else { throw ReferenceStop.unsupported("CALL IN TRANSACTIONS") }
    var inner = ReferenceRow()
    var isLasting = true
    switch clause.imports {
    case .variables(let imports): for name in imports { inner.values[name.text] = try known(name.text, row) }
    case .all: inner.values = row.values
    case .leadingWith:
      let imports = clause.query.parts.contains { if case .with? = $0.clauses.first { true } else { false } }
      if imports { inner.values = row.values }
      isLasting = false
    }
    let found = try answer(clause.query, from: inner, lasting: isLasting ? inner.values : [:])
    if found.isUnit { return [row] }
    let isPadded = clause.isOptional && found.rows.isEmpty
    return (isPadded ? [found.columns.map { _ in .null }] : found.rows).map { values in
      var row = row
      for (column, value) in zip(found.columns, values) { row.values[column] = value }
      return row
    }
  }

  private func match(_ clause: MatchClause, _ row: ReferenceRow) throws -> [ReferenceRow] {
    let found = try matches(clause.patterns, row, mayRepeat: clause.mode == .repeatableElements).filter { row in
      guard let predicate = clause.predicate else { return true }
      return try truth(predicate, row) == true
    }
    if !clause.isOptional || !found.isEmpty || mistake == .dropsOptionalRows { return found }
    var row = row
    for name in clause.patterns.flatMap(\.declaredNames) where row.values[name] == nil { row.values[name] = .null }
    return [row]
  }

  func known(_ name: String, _ row: ReferenceRow) throws -> Value {
    guard let value = row.values[name] else { throw ReferenceStop.failure("`\(name)` is not defined") }
    return value
  }

  /// What is left where equivalent rows are kept once.
  func distinct<Row>(_ rows: [Row], by values: (Row) -> [Value]) -> [Row] {
    if mistake == .keepsDuplicates { return rows }
    var kept: [Row] = []
    for row in rows {
      let isKnown = kept.contains { other in
        zip(values(row), values(other)).allSatisfy { $0.isEquivalent(to: $1) }
      }
      if !isKnown { kept.append(row) }
    }
    return kept
  }
}

extension PathPattern {
  /// The names that stand in the pattern: of its path, nodes and relationships.
  var declaredNames: [String] {
    let inGroups = elements.flatMap { element in
      if case .group(let group) = element { group.path.declaredNames } else { [String]() }
    }
    return ([variable] + nodes.map(\.variable) + relationships.map(\.variable)).compactMap { $0?.text } + inGroups
  }
}
