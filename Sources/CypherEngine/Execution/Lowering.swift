import CypherPlanner
import GraphModel

/// Turns a plan into operators: each variable gets a column, each expression is compiled for the columns of its operator.
struct Lowering {
  let context: ExecutionContext
  /// The parameters that have a value for each row, with the variables that hold them; empty where each has one for all.
  var parameters: [String: Variable] = [:]

  /// An operator and which of its columns holds which variable.
  struct Lowered {
    var root: any Operator
    var layout: [Variable]
  }

  /// Where an inner plan starts, and the variable that numbers the outer rows, if it runs for many at once.
  private struct Start {
    let argument: ArgumentOperator
    let layout: [Variable]
    let origin: Variable?
    /// Whether the plan is that of a whole query.
    var isWhole = false
  }

  /// What numbers the outer rows.
  private static let origin = Variable(id: Int.min, name: "<row>")

  func lower(_ plan: LogicalPlan) throws(ExecutionFailure) -> Lowered { try lower(plan, nil) }

  private func lower(_ plan: LogicalPlan, _ start: Start?) throws(ExecutionFailure) -> Lowered {
    guard let profile = context.profile else { return try lowerUncounted(plan, start) }
    return try profile.lowering(plan) { () throws(ExecutionFailure) in try lowerUncounted(plan, start) }
  }

  private func lowerUncounted(_ plan: LogicalPlan, _ start: Start?) throws(ExecutionFailure) -> Lowered {
    switch plan {
    case .unit where start?.isWhole != true: return Lowered(root: UnitOperator(), layout: [])
    case .unit, .argument:
      guard let start else { return Lowered(root: UnitOperator(), layout: []) }
      return Lowered(root: start.argument, layout: start.layout)
    case .union(let plans, let columns, let distinct): return try union(plans, columns, distinct: distinct, start)
    default: break
    }
    guard var below = plan.input else { return Lowered(root: UnitOperator(), layout: []) }
    if case .selectPaths(_, let selection) = plan { below = below.giving(only: selection) }
    let input = try lower(below, start)
    switch plan {
    case .scanNodes, .seekNodes, .takeNodes, .takeRelationship, .scanRelationships, .seekRelationships, .expand, .expandRepeatedly,
      .shortestPaths, .repeatPattern,
      .reach, .countNeighbours, .countMeetings, .fewWays:
      return try matching(plan, input)
    case .create, .merge, .write, .delete, .forEach: return try updating(plan, input)
    case .optional, .apply, .perform, .performInTransactions: return try nesting(plan, input)
    default: return try rows(plan, input, start)
    }
  }

  // MARK: Rows

  private func rows(_ plan: LogicalPlan, _ input: Lowered, _ start: Start?) throws(ExecutionFailure) -> Lowered {
    let compiler = ExpressionCompiler(input.layout, self)
    switch plan {
    case .filter(_, let predicate):
      return Lowered(root: Filter(input.root, try compiler.compile(predicate), at: predicate.span, context), layout: input.layout)
    case .project(_, let items):
      var kernels = try items.map { item throws(ExecutionFailure) in try compiler.compile(item.expression) }
      var layout = items.map(\.variable)
      if let origin = start?.origin {
        kernels.append(VariableKernel(at: try compiler.position(of: origin)))
        layout.append(origin)
      }
      return Lowered(root: Project(input.root, kernels, keepsInput: false, context), layout: layout)
    case .extend(_, let items):
      let kernels = try items.map { item throws(ExecutionFailure) in try compiler.compile(item.expression) }
      return Lowered(
        root: Project(input.root, kernels, keepsInput: true, context), layout: input.layout + items.map(\.variable))
    case .aggregate(_, let groups, let calls): return try aggregate(groups, calls, input)
    case .distinct: return Lowered(root: Distinct(input.root), layout: input.layout)
    case .selectPaths(_, let selection):
      let ends = try [selection.from, selection.to].map(compiler.position)
      let root = SelectPaths(input.root, selection, path: try compiler.position(of: selection.path), ends: ends, context)
      return Lowered(root: root, layout: input.layout)
    case .sort(_, let keys):
      return Lowered(root: Sort(input.root, try sortKeys(keys, compiler), context), layout: input.layout)
    case .top(let below, let keys, let count):
      let top = Top(
        input.root, try sortKeys(keys, compiler, isSafe: !below.writes), try rowLimit("LIMIT", count.limit),
        skipped: try count.skipped.map { expression throws(ExecutionFailure) in try rowLimit("SKIP", expression) },
        runsToEnd: below.writes, context)
      return Lowered(root: top, layout: input.layout)
    case .skip(_, let count):
      return Lowered(root: Skip(input.root, try rowLimit("SKIP", count), context), layout: input.layout)
    case .limit(let below, let count):
      return Lowered(
        root: Limit(input.root, try rowLimit("LIMIT", count), runsToEnd: below.writes, context), layout: input.layout)
    case .unwind(_, let list, let variable):
      if case .function(.list(.range), let arguments) = list.kind {
        let root = UnwindRange(input.root, try arguments.map(compiler.compile), at: list.span, context)
        return Lowered(root: root, layout: input.layout + [variable])
      }
      return Lowered(root: Unwind(input.root, try compiler.compile(list), context), layout: input.layout + [variable])
    case .loadCSV(_, let source):
      let root = LoadCSV(input.root, source, address: try compiler.compile(source.address), context)
      return Lowered(root: root, layout: input.layout + [source.variable])
    case .call(_, let invocation):
      let arguments = try invocation.arguments.map(compiler.compile)
      return Lowered(
        root: CallProcedure(input.root, invocation, arguments, context),
        layout: input.layout + invocation.yields.map(\.variable))
    default: return input
    }
  }

  private func aggregate(
    _ groups: [ProjectedItem], _ calls: [AggregateCall], _ input: Lowered
  ) throws(ExecutionFailure) -> Lowered {
    let compiler = ExpressionCompiler(input.layout, self)
    let keys = try groups.map { item throws(ExecutionFailure) in try compiler.compile(item.expression) }
    let compiled = try calls.map { call throws(ExecutionFailure) in
      Aggregate.Call(call: call, function: call.function, arguments: try call.arguments.map(compiler.compile))
    }
    let read = Set(groups.flatMap(\.expression.reads))
    let isOfOne = read.count == 1 && !groups.contains { $0.expression.isRandom }
    let entity = isOfOne ? try read.first.map(compiler.position) : nil
    return Lowered(
      root: Aggregate(input.root, keys: keys, entity: entity, compiled, context), layout: groups.map(\.variable) + calls.map(\.variable))
  }

  private func sortKeys(
    _ keys: [SortKey], _ compiler: ExpressionCompiler, isSafe: Bool = false
  ) throws(ExecutionFailure) -> [SortKeyKernel] {
    try keys.map { key throws(ExecutionFailure) in
      SortKeyKernel(
        kernel: try compiler.compile(key.expression), isDescending: key.isDescending,
        isSafe: isSafe && key.expression.isSafe)
    }
  }

  private func rowLimit(_ keyword: String, _ count: BoundExpression) throws(ExecutionFailure) -> RowLimit {
    RowLimit(keyword: keyword, kernel: try ExpressionCompiler([], self).compile(count), span: count.span)
  }

  private func union(
    _ plans: [LogicalPlan], _ columns: [Variable], distinct: Bool, _ start: Start?
  ) throws(ExecutionFailure) -> Lowered {
    let inputs = try plans.map { plan throws(ExecutionFailure) -> (plan: any Operator, columns: [Int]) in
      let lowered = try lower(plan, start)
      let compiler = ExpressionCompiler(lowered.layout, self)
      return (lowered.root, try columns.map(compiler.position))
    }
    let union = Union(inputs)
    return Lowered(root: distinct ? Distinct(union) : union, layout: columns)
  }

  // MARK: Plans inside plans

  private func nesting(_ plan: LogicalPlan, _ input: Lowered) throws(ExecutionFailure) -> Lowered {
    switch plan {
    case .optional(_, let inner):
      let (inner, added) = try self.inner(inner, input.layout, wanted: nil, perRow: false)
      return Lowered(root: Apply(input.root, inner, isOptional: true, context), layout: input.layout + added)
    case .apply(_, let inner, let perRow):
      let (inner, added) = try self.inner(inner, input.layout, wanted: nil, perRow: perRow)
      return Lowered(root: Apply(input.root, inner, isOptional: false, context), layout: input.layout + added)
    case .perform(_, let inner):
      let (inner, _) = try self.inner(inner, input.layout, wanted: [], perRow: true)
      return Lowered(root: Perform(input.root, inner, context), layout: input.layout)
    case .performInTransactions(_, let inner, let batches):
      let (inner, _) = try self.inner(inner, input.layout, wanted: batches.columns, perRow: true)
      let size = try batches.size.map { size throws(ExecutionFailure) in try rowLimit("IN TRANSACTIONS OF", size) }
      return Lowered(
        root: PerformInTransactions(input.root, inner, batches, size: size, context),
        layout: input.layout + batches.columns + (batches.status.map { [$0] } ?? []))
    default: return input
    }
  }

  /// A whole query for many rows of parameters; its plan is row-wise.
  func whole(_ query: PlannedQuery) throws(ExecutionFailure) -> InnerPlan {
    let argument = ArgumentOperator()
    let variables = query.parameters.compactMap { parameters[$0.name] }
    let start = Start(argument: argument, layout: variables + [Self.origin], origin: Self.origin, isWhole: true)
    let lowered = try lower(query.plan, start)
    let compiler = ExpressionCompiler(lowered.layout, self)
    return InnerPlan(
      root: lowered.root, argument: argument, argumentColumns: Array(variables.indices),
      resultColumns: try query.columns.map { column throws(ExecutionFailure) in try compiler.position(of: column.variable) },
      originColumn: try compiler.position(of: Self.origin))
  }

  /// The plan of a subquery in an expression.
  func inner(_ subquery: Subquery, _ layout: [Variable]) throws(ExecutionFailure) -> InnerPlan {
    var wanted: [Variable] = []
    if case .collect(let variable) = subquery.answer { wanted = [variable] }
    return try inner(subquery.plan, layout, wanted: wanted, perRow: false).plan
  }

  /// An inner plan and the variables of its result columns: those wanted, or all that the outer plan does not have.
  func inner(
    _ plan: LogicalPlan, _ outer: [Variable], wanted: [Variable]?, perRow: Bool
  ) throws(ExecutionFailure) -> (plan: InnerPlan, added: [Variable]) {
    let arguments = plan.leafVariables
    let origin = !perRow && plan.isRowWise ? Self.origin : nil
    let argument = ArgumentOperator()
    let start = Start(argument: argument, layout: arguments + (origin.map { [$0] } ?? []), origin: origin)
    let lowered = try lower(plan, start)
    let known = Set(outer)
    let added = wanted ?? plan.columns.filter { !known.contains($0) }
    let compiler = ExpressionCompiler(lowered.layout, self)
    let outside = ExpressionCompiler(outer, self)
    let inner = InnerPlan(
      root: lowered.root, argument: argument, argumentColumns: try arguments.map(outside.position),
      resultColumns: try added.map(compiler.position), originColumn: try origin.map(compiler.position))
    return (inner, added)
  }
}
