import CypherSyntax
import Diagnostics
import GraphModel

/// Resolves the names of a query, checks what can be checked before it runs, and plans it clause by clause.
///
/// The first fault ends the work; what is bound so far is dropped.
final class Binder {
  let source: SourceText
  let facts: PlanningFacts
  let procedures: any ProcedureDirectory
  let functions: (any FunctionDirectory)?
  let rulesOff: Set<Rule>
  var scope = Scope()
  /// What the query that is being bound sees of those around it until its end.
  var lasting = Lasting()
  /// Every name that was declared so far, whether or not it is still seen.
  private var declared: Set<String> = []
  private var nextID = 0
  /// For each subquery that is being bound: the first variable of its own, and the outer variables that it read.
  var captures: [(firstOwn: Int, outer: Set<Variable>)] = []
  /// Set while an expression of a grouping projection is bound.
  var aggregation: AggregationFrame?
  /// Expressions that a projection has worked out already, while what follows it is bound.
  var substitutes = KnownExpressions()
  /// The parameters that were met so far, with the place of the first of each.
  var parameters: [(name: String, span: SourceSpan)] = []
  /// What the conditions of the innermost CASE are about, where they begin with an operator.
  var caseSubjects: [(variable: Variable, type: ValueType)] = []
  /// Whether a clause deletes: what is deleted cannot be read from any more.
  var hasDeleted = false
  /// How many calls were met so far that may give something else each time, and whether the subquery that was bound last has one.
  var unsteadyCalls = 0
  var isUnsteady = false
  /// Set while a part of the outermost UNION is bound.
  var isInUnion = false

  init(
    _ source: SourceText, facts: PlanningFacts, procedures: any ProcedureDirectory,
    functions: (any FunctionDirectory)? = nil, without off: Set<Rule>
  ) {
    rulesOff = off
    self.source = source
    self.facts = facts
    self.procedures = procedures
    self.functions = functions
  }

  func fresh(_ name: String) -> Variable {
    defer { nextID += 1 }
    return Variable(id: nextID, name: name)
  }

  var firstFreshID: Int { nextID }

  func declare(_ name: String, _ type: ValueType) -> Variable {
    let variable = fresh(name)
    declared.insert(name)
    scope.declare(variable, type)
    return variable
  }

  /// A path that a pattern names, and its length, which costs less to find.
  func declarePath(_ name: String) -> (path: Variable, length: Variable) {
    let (path, length) = (fresh(name), fresh("<length>"))
    declared.insert(name)
    scope.declare(path, .path, length: length)
    return (path, length)
  }

  /// The variable of a name, noted as read by each subquery around it that did not declare it.
  func resolve(_ name: String) -> Scope.Entry? {
    guard let entry = scope[name] else { return nil }
    note(entry.variable)
    return entry
  }

  func note(_ variable: Variable) {
    for at in captures.indices where variable.id < captures[at].firstOwn { captures[at].outer.insert(variable) }
  }

  // MARK: Faults

  func failure(
    _ code: DiagnosticCode, _ kind: CypherFault.Kind, _ detail: CypherErrorDetail, _ message: String, at span: SourceSpan,
    label: String? = nil, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, message, source: source.name, span: span, label: label, hint: hint,
      fault: CypherFault(.compileTime, kind, detail))
  }

  func undefined(_ name: String, at span: SourceSpan) -> Diagnostic {
    failure(
      .undefinedVariable, .syntaxError, .undefinedVariable, "variable `\(name)` is not defined", at: span,
      label: NearName.question(for: name, among: scope.names.filter { !$0.hasPrefix("<") }),
      hint: declared.contains(name)
        ? "`\(name)` was defined further up; WITH and CALL { } pass on only the variables that they name" : nil)
  }

  func alreadyBound(_ name: String, at span: SourceSpan) -> Diagnostic {
    failure(
      .variableAlreadyBound, .syntaxError, .variableAlreadyBound, "variable `\(name)` is already defined", at: span)
  }

  func typeConflict(_ name: String, is type: ValueType, not wanted: String, at span: SourceSpan) -> Diagnostic {
    failure(
      .variableTypeConflict, .syntaxError, .variableTypeConflict,
      "variable `\(name)` is of type \(type), so it cannot be \(wanted) here", at: span)
  }

  func wrongType(
    _ what: String, _ kind: CypherFault.Kind = .syntaxError, at span: SourceSpan, expected: String, found: ValueType
  ) -> Diagnostic {
    failure(
      .wrongType, kind, .invalidArgumentType, "\(what) takes \(expected), not \(found)", at: span,
      label: "this is \(found)")
  }

  func unsupported(_ what: String, at span: SourceSpan) -> Diagnostic {
    failure(.notSupported, .syntaxError, .unexpectedSyntax, "\(what) is not supported by this version", at: span)
  }
}

/// The signatures that a binder may look procedures up in.
public protocol ProcedureDirectory {
  func signature(of procedure: String) -> ProcedureSignature?
  var procedureNames: [String] { get }
}
