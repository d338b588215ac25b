import CypherEngine
import CypherSyntax
import SQLiteGraph

/// Runs one command on the schema in the transaction that is open. A command that fails has changed nothing once the
/// transaction is rolled back.
struct SchemaExecution {
  let graph: SQLiteGraph
  let source: SourceText
  let mayWrite: Bool

  func run(_ command: SchemaCommand, columns: ([String]) -> Void) throws(QueryFault) -> QuerySummary {
    guard mayWrite else { throw .readOnly("command", source, command.span) }
    let changes: ChangeCounts =
      switch command.kind {
      case .createIndex(let index): try create(index, at: command.span)
      case .createConstraint(let constraint): try create(constraint, at: command.span)
      case .dropIndex(let name, let ifExists): try dropIndex(name, ifExists: ifExists)
      case .dropConstraint(let name, let ifExists): try dropConstraint(name, ifExists: ifExists)
      }
    columns([])
    return QuerySummary(columns: [], rowCount: 0, changes: changes)
  }

  // MARK: Dropping

  private func dropIndex(_ name: Identifier, ifExists: Bool) throws(QueryFault) -> ChangeCounts {
    var changes = ChangeCounts()
    if try stored({ () throws(StoreError) in try graph.dropFullTextIndex(named: name.text) }) {
      changes.indexesRemoved = 1
      return changes
    }
    guard let index = graph.indexes.first(where: { $0.name == name.text }) else {
      if ifExists { return changes }
      throw unknown("index", name, among: graph.indexes.map(\.name) + graph.fullTextIndexes.map(\.name))
    }
    if let constraint = graph.constraintServed(by: index) {
      throw conflict(
        "index `\(name.text)` serves constraint `\(constraint.name)`", at: name.span,
        hint: constraint.name == name.text ? "drop the constraint; its index goes with it" : "drop the constraint first")
    }
    changes.indexesRemoved = try stored { () throws(StoreError) in try graph.dropIndex(named: name.text) } ? 1 : 0
    return changes
  }

  private func dropConstraint(_ name: Identifier, ifExists: Bool) throws(QueryFault) -> ChangeCounts {
    var changes = ChangeCounts()
    let indexes = graph.indexes.count
    let isDropped = try stored { () throws(StoreError) in try graph.dropConstraint(named: name.text) }
    guard isDropped || ifExists else { throw unknown("constraint", name, among: graph.constraints.map(\.name)) }
    changes.constraintsRemoved = isDropped ? 1 : 0
    changes.indexesRemoved = indexes - graph.indexes.count
    return changes
  }

  // MARK: Faults

  func stored<Result>(_ work: () throws(StoreError) -> Result) throws(QueryFault) -> Result {
    do throws(StoreError) { return try work() } catch { throw .store(error) }
  }

  private func unknown(_ what: String, _ name: Identifier, among names: [String]) -> QueryFault {
    conflict(
      "there is no \(what) `\(name.text)`", at: name.span, label: NearName.question(for: name.text, among: names))
  }

  /// Something of the schema is in the way, or not there.
  func conflict(_ message: String, at span: SourceSpan, label: String? = nil, hint: String? = nil) -> QueryFault {
    .faults([
      Diagnostic(
        .schemaConflict, message, source: source.name, span: span, label: label, hint: hint,
        fault: CypherFault(.runtime, .argumentError, .invalidArgumentValue))
    ])
  }

  func unsupported(_ message: String, at span: SourceSpan, hint: String? = nil) -> QueryFault {
    .faults([
      Diagnostic(
        .unsupportedStatement, message, source: source.name, span: span, hint: hint,
        fault: CypherFault(.compileTime, .syntaxError, .unexpectedSyntax))
    ])
  }
}

extension SQLiteGraph {
  /// The constraint that looks into an index; its own first.
  func constraintServed(by index: GraphIndex) -> GraphConstraint? {
    let served = constraints.filter {
      ($0.rule == .unique || $0.rule == .key) && $0.subject == index.subject && [$0.keys.first] == index.keys
    }
    return served.first { $0.name == index.name } ?? served.first
  }
}

extension DiagnosticCode {
  /// An index or constraint that is there already, that is not there, or that something else needs.
  static let schemaConflict = DiagnosticCode("E218")
  /// A change, or a new constraint, that does not agree with the other.
  static let constraintViolated = DiagnosticCode("E303")
}
