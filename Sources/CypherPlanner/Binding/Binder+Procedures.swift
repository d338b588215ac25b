import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// A call by itself may leave out its arguments, which then are the parameters of the same names, and its YIELD.
  func bindStandaloneCall(_ call: ProcedureCall) throws(Diagnostic) -> (LogicalPlan, Columns) {
    let signature = try signature(of: call.name)
    let arguments =
      call.arguments
      ?? signature.inputs.filter { !$0.isOptional }.map { Expression(.parameter($0.name), span: call.span) }
    var items: [YieldItem]?
    var predicate: Expression?
    if case .items(let named, let condition)? = call.yield { (items, predicate) = (named, condition) }
    return try table(of: signature, arguments, items, predicate, .unit, at: call.span)
  }

  /// `SHOW …`: a procedure that tells of the graph.
  func bind(_ clause: ShowClause, _ plan: LogicalPlan) throws(Diagnostic) -> (LogicalPlan, Columns) {
    let name = Identifier("db.\(clause.subject.rawValue.lowercased())", span: clause.span)
    let signature = try signature(of: QualifiedName([name], span: clause.span))
    let (called, columns) = try table(of: signature, [], clause.columns, clause.predicate, plan, at: clause.span)
    guard let kind = clause.kind, let column = signature.outputs.firstIndex(where: { $0.name == "type" }) else {
      return (called, columns)
    }
    // The kind is asked of a column that need not be among those that are wanted.
    let type = fresh("<type>")
    let test = BoundExpression(
      .comparison(
        .equal, BoundExpression(.variable(type), span: clause.span, type: .string),
        BoundExpression(.literal(.string(kind)), span: clause.span, type: .string)), span: clause.span, type: .boolean)
    return (called.ofKind(test, column, type), columns)
  }

  /// A call with the wanted columns, or all of them.
  private func table(
    of signature: ProcedureSignature, _ arguments: [Expression], _ items: [YieldItem]?, _ predicate: Expression?,
    _ plan: LogicalPlan, at span: SourceSpan
  ) throws(Diagnostic) -> (LogicalPlan, Columns) {
    let wanted =
      items?.map { Wanted(field: $0.field, variable: $0.variable) }
      ?? signature.outputs.map { Wanted(field: Identifier($0.name, span: span)) }
    let plan = try bind(signature, arguments, wanted, predicate, plan, at: span)
    let columns = wanted.compactMap { item in
      scope[item.variable.text].map {
        PlannedQuery.ResultColumn(name: item.variable.text, variable: $0.variable)
      }
    }
    return (plan, columns)
  }

  /// A result of a procedure and the variable that it goes into.
  private struct Wanted {
    var field: Identifier
    var variable: Identifier

    init(field: Identifier, variable: Identifier? = nil) {
      self.field = field
      self.variable = variable ?? field
    }
  }

  private func signature(of name: QualifiedName) throws(Diagnostic) -> ProcedureSignature {
    if let signature = procedures.signature(of: name.text) { return signature }
    throw failure(
      .wrongProcedureCall, .procedureError, .procedureNotFound, "there is no procedure `\(name.text)`", at: name.span,
      label: NearName.question(for: name.text, among: procedures.procedureNames),
      hint: UnsupportedNames.hint(for: name.text))
  }

  func bind(_ call: ProcedureCall, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let signature = try signature(of: call.name)
    guard let given = call.arguments else {
      throw failure(
        .wrongProcedureCall, .syntaxError, .invalidArgumentPassingMode,
        "a call inside a query needs its arguments in brackets", at: call.span)
    }
    guard let yield = call.yield else {
      if signature.outputs.isEmpty { return try bind(signature, given, [], nil, plan, at: call.span) }
      throw failure(
        .wrongProcedureCall, .syntaxError, .undefinedVariable,
        "a call inside a query must say with YIELD which results it wants", at: call.span)
    }
    guard case .items(let items, let predicate) = yield else {
      throw failure(
        .wrongProcedureCall, .syntaxError, .unexpectedSyntax, "YIELD * can only stand in a call by itself", at: call.span)
    }
    let wanted = items.map { Wanted(field: $0.field, variable: $0.variable) }
    return try bind(signature, given, wanted, predicate, plan, at: call.span)
  }

  private func bind(
    _ signature: ProcedureSignature, _ given: [Expression], _ wanted: [Wanted], _ predicate: Expression?,
    _ plan: LogicalPlan, at span: SourceSpan
  ) throws(Diagnostic) -> LogicalPlan {
    let arguments = try bind(given, for: signature, at: span)
    var yields: [(column: Int, variable: Variable)] = []
    for item in wanted {
      guard let column = signature.outputs.firstIndex(where: { $0.name == item.field.text }) else {
        throw failure(
          .undefinedVariable, .syntaxError, .undefinedVariable, "\(signature.name) gives no `\(item.field.text)`",
          at: item.field.span, label: NearName.question(for: item.field.text, among: signature.outputs.map(\.name)))
      }
      if scope[item.variable.text] != nil { throw alreadyBound(item.variable.text, at: item.variable.span) }
      yields.append((column, declare(item.variable.text, signature.outputs[column].type)))
    }
    let invocation = ProcedureInvocation(
      signature: signature, arguments: arguments, yields: yields, span: span)
    let called = LogicalPlan.call(plan, invocation)
    return try predicate.map { e throws(Diagnostic) in .filter(called, try bindPredicate(e)) } ?? called
  }

  private func bind(
    _ given: [Expression], for signature: ProcedureSignature, at span: SourceSpan
  ) throws(Diagnostic) -> [BoundExpression] {
    let least = signature.inputs.count { !$0.isOptional }
    guard given.count >= least, given.count <= signature.inputs.count else {
      let most = signature.inputs.count
      let wanted = least == most ? "\(most)" : "\(least) to \(most)"
      throw failure(
        .wrongProcedureCall, .syntaxError, .invalidNumberOfArguments,
        "\(signature.name) takes \(wanted) \(most == 1 ? "argument" : "arguments"), not \(given.count)", at: span)
    }
    var arguments: [BoundExpression] = []
    for (expression, input) in zip(given, signature.inputs) {
      if expression.containsAggregate {
        throw failure(
          .wrongAggregation, .syntaxError, .invalidAggregation, "an argument of a procedure cannot aggregate",
          at: expression.span)
      }
      let argument = try bindValue(expression)
      let isWidened = input.type == .float && argument.type == .integer
      guard argument.type.overlaps(input.type) || isWidened else {
        throw wrongType(signature.name, at: argument.span, expected: "\(input.type)", found: argument.type)
      }
      arguments.append(argument)
    }
    return arguments
  }
}

extension LogicalPlan {
  /// A call, perhaps under a condition, that also asks a column for its value.
  fileprivate func ofKind(_ test: BoundExpression, _ column: Int, _ variable: Variable) -> LogicalPlan {
    switch self {
    case .call(let input, var invocation):
      invocation.yields.append((column, variable))
      return .filter(.call(input, invocation), test)
    default: return mapInput { $0.ofKind(test, column, variable) }
    }
  }
}
