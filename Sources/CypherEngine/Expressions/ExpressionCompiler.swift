import CypherPlanner
import Diagnostics
import GraphModel

/// Compiles bound expressions for the columns of one operator.
struct ExpressionCompiler {
  /// Which column holds which variable.
  private(set) var layout: [Variable]
  let lowering: Lowering

  init(_ layout: [Variable], _ lowering: Lowering) {
    self.layout = layout
    self.lowering = lowering
  }

  /// The column of a variable. Fails where the plan is wrong: a fault of this program.
  func position(of variable: Variable) throws(ExecutionFailure) -> Int {
    if let at = layout.lastIndex(of: variable) { return at }
    throw ExecutionFailure(StoreError(.misuse, "the plan reads `\(variable.name)`, which its input does not have"))
  }

  /// The columns of several variables. Cost: linear, however many they are.
  func positions(of variables: [Variable]) throws(ExecutionFailure) -> [Int] {
    guard variables.count > 8 else { return try variables.map(position) }
    let places = Dictionary(zip(layout, layout.indices), uniquingKeysWith: { $1 })
    return try variables.map { variable throws(ExecutionFailure) in
      if let at = places[variable] { at } else { try position(of: variable) }
    }
  }

  /// The compiler for an expression that sees more variables, in columns behind the others.
  private func with(_ variables: Variable...) -> ExpressionCompiler {
    ExpressionCompiler(layout + variables, lowering)
  }

  func compile(_ expression: BoundExpression) throws(ExecutionFailure) -> any Kernel {
    let kernel = try compileVarying(expression)
    switch expression.kind {
    case .function, .arithmetic, .arithmeticChain, .negated, .list:
      // A parameter may be a column of the rows.
      return expression.isFixed && lowering.parameters.isEmpty ? FixedKernel(kernel) : kernel
    default: return kernel
    }
  }

  func condition(_ expression: BoundExpression) throws(ExecutionFailure) -> Condition {
    Condition(kernel: try compile(expression), span: expression.span)
  }

  private func compileVarying(_ expression: BoundExpression) throws(ExecutionFailure) -> any Kernel {
    let span = expression.span
    switch expression.kind {
    case .literal(let value): return LiteralKernel(value)
    case .parameter(let name):
      if let variable = lowering.parameters[name] { return try VariableKernel(at: position(of: variable)) }
      return ParameterKernel(name, at: span)
    case .variable(let variable): return try VariableKernel(at: position(of: variable))
    case .property(let subject, let key): return try PropertyKernel(compile(subject), key: key, at: span)
    case .labelTest(let subject, let test, let inPattern):
      return try LabelKernel(compile(subject), test, inPattern: inPattern, at: span)
    case .hasLabels(let subject, let names, let matchesAny):
      return try ComputedLabelKernel(compile(subject), compile(names), matchesAny: matchesAny, at: span)
    case .and(let a, let b): return try ConnectiveKernel(compile(a), compile(b), decisive: false, at: span)
    case .or(let a, let b): return try ConnectiveKernel(compile(a), compile(b), decisive: true, at: span)
    case .xor(let a, let b): return try ExclusiveKernel(compile(a), compile(b), at: span)
    case .not(let a): return try NotKernel(compile(a), at: span)
    case .isNull(let a): return try NullTestKernel(compile(a), isNegated: false)
    case .isNotNull(let a): return try NullTestKernel(compile(a), isNegated: true)
    case .comparison(let op, let a, let b): return try ComparisonKernel(op, compile(a), compile(b))
    case .stringTest(let op, let a, let b): return try StringTestKernel(op, compile(a), compile(b), at: span)
    case .isIn(let item, let list): return try MembershipKernel(compile(item), compile(list), at: span)
    case .arithmetic(let op, let a, let b):
      return try ArithmeticChainKernel(compile(a), [(op: op, operand: compile(b))], at: span)
    case .arithmeticChain(let first, let steps):
      let compiled = try steps.map { step throws(ExecutionFailure) in (op: step.op, operand: try compile(step.operand)) }
      return try ArithmeticChainKernel(compile(first), compiled, at: span)
    case .caseOf(let subject, let branches, let otherwise):
      let compiled = try branches.map { branch throws(ExecutionFailure) in
        (when: try condition(branch.when), then: try compile(branch.then))
      }
      return try CaseKernel(subject.map(compile), compiled, otherwise: otherwise.map(compile))
    case .listComprehension(let item, let list, let predicate, let yield):
      let inside = with(item)
      return try ListComprehensionKernel(
        compile(list), where: predicate.map(inside.condition), yield: yield.map(inside.compile), at: span)
    case .quantifier(let quantifier, let item, let list, let predicate):
      return try QuantifierKernel(quantifier, compile(list), where: with(item).compile(predicate), at: span)
    case .reduce(let total, let initial, let item, let list, let step):
      if let added = step.added(to: total), !added.isEmpty {
        return try ReduceByAddingKernel(from: compile(initial), in: compile(list), adding: added.map(with(item).compile), at: span)
      }
      return try ReduceKernel(
        from: compile(initial), in: compile(list), step: with(total, item).compile(step), where: nil, at: span)
    case .allReduce(let total, let initial, let item, let list, let step, let condition):
      let inside = with(total, item)
      return try ReduceKernel(
        from: compile(initial), in: compile(list), step: inside.compile(step), where: inside.compile(condition), at: span)
    case .path(let elements): return PathKernel(try elements.map(part))
    case .pathLength(let elements): return PathLengthKernel(try elements.map(part))
    case .function(.choice(.coalesce), let arguments): return CoalesceKernel(try arguments.map(compile))
    case .function(.registered(let function), let arguments):
      return RegisteredFunctionKernel(function.entry.name, try arguments.map(compile), at: span)
    case .function(.entity(let function), let arguments) where arguments.count == 1:
      if let kernel = EntityKernel(function, try compile(arguments[0]), at: span) { return kernel }
      return try compileByRow(expression)
    case .subquery(let subquery):
      return try compile(subquery)
    default: return try compileByRow(expression)
    }
  }

  private func compile(_ subquery: Subquery) throws(ExecutionFailure) -> SubqueryKernel {
    let each = try lowering.inner(subquery, layout + subquery.given.map(\.variable))
    let given = try subquery.given.map { item throws(ExecutionFailure) in try compile(item.expression) }
    // A parameter may be a column of the rows, which a plan for all of them does not have, and a table of answers does not tell apart.
    let isAlone = lowering.parameters.isEmpty
    var holders: NodesInAnswer?
    if let whole = subquery.whole, isAlone {
      let plan = try lowering.inner(whole.plan, [], wanted: [whole.node], perRow: true).plan
      holders = NodesInAnswer(plan: plan, column: try position(of: whole.node), worthwhileRows: whole.worthwhileRows)
    }
    return SubqueryKernel(subquery.answer, each, given: given, whole: holders, isSteady: subquery.isSteady && isAlone)
  }

  private func part(_ element: PathElement) throws(ExecutionFailure) -> PathKernel.Part {
    switch element {
    case .node(let variable): .node(try position(of: variable))
    case .relationship(let variable): .relationship(try position(of: variable))
    case .relationships(let variable): .relationships(try position(of: variable))
    }
  }

  /// What has no form for whole columns.
  private func compileByRow(_ expression: BoundExpression) throws(ExecutionFailure) -> any Kernel {
    let span = expression.span
    let arguments = try expression.children.map(compile)
    switch expression.kind {
    case .element:
      return RowKernel(arguments, at: span) { values, context throws(EvaluationError) in
        try context.functions.element(of: values[0], at: values[1])
      }
    case .slice(_, let from, _):
      let hasFrom = from != nil
      let hasTo = arguments.count - (hasFrom ? 1 : 0) > 1
      return RowKernel(arguments, at: span) { values, _ throws(EvaluationError) in
        try slice(values[0], from: hasFrom ? values[1] : nil, to: hasTo ? values[values.count - 1] : nil)
      }
    case .negated:
      return RowKernel(arguments, at: span) { values, _ throws(EvaluationError) in try negate(values[0]) }
    case .visitsNodesOnce(_, let mayClose):
      return RowKernel(arguments, at: span) { values, _ in .boolean(values[0].visitsNodesOnce(mayClose: mayClose)) }
    case .usesRelationshipsOnce:
      return RowKernel(arguments, at: span) { values, _ in .boolean(values[0].usesRelationshipsOnce) }
    case .typeTest(_, let test): return RowKernel(arguments, at: span) { values, _ in .boolean(test.holds(for: values[0])) }
    case .function(let function, _):
      let rows = RowKernel(arguments, at: span) { values, context throws(EvaluationError) in
        try evaluate(function, values, context.functions)
      }
      return TextFunctionKernel(function, arguments, rows) ?? rows
    case .list: return RowKernel(arguments, at: span) { values, _ in .list(values) }
    case .map(let entries):
      let keys = entries.map(\.key)
      guard Set(keys).count == keys.count else {
        return RowKernel(arguments, at: span) { values, _ in .map(ValueMap(zip(keys, values))) }
      }
      let shared = MapKeys(distinct: keys)
      return RowKernel(arguments, at: span) { values, _ in .map(ValueMap(shared, values)) }
    case .mapProjection(_, let all, let entries):
      let keys = entries.map(\.key)
      return RowKernel(arguments, at: span) { values, context throws(EvaluationError) in
        if values[0].isNull { return .null }
        let chosen = Array(zip(keys, values.dropFirst()))
        guard all else { return .map(ValueMap(chosen)) }
        return .map(ValueMap(Array(try context.functions.properties(of: values[0], for: "a map projection")) + chosen))
      }
    default: return LiteralKernel(.null)
    }
  }
}
