import CypherPlanner

extension Lowering {
  /// The steps that change the graph.
  func updating(_ plan: LogicalPlan, _ input: Lowered) throws(ExecutionFailure) -> Lowered {
    let compiler = ExpressionCompiler(input.layout, self)
    switch plan {
    case .create(_, let pattern):
      let maker = try PatternMaker(pattern, input.layout, self)
      return Lowered(root: Create(input.root, maker, context), layout: maker.layout)
    case .merge(_, let pattern):
      var merge: Merge? = try MergeNodes(fast: input.root, pattern, input.layout, self)
      if merge == nil { merge = try MergeRelationships(fast: input.root, pattern, input.layout, self) }
      if merge == nil { merge = try Merge(input.root, pattern, input.layout, self) }
      guard let merge else { return input }
      return Lowered(root: merge, layout: input.layout + pattern.introduces)
    case .write(_, let items):
      let writers = (try PropertyWriter(items, compiler), try ColumnWriter(items, compiler))
      return Lowered(root: Write(input.root, writers.0, writers.1, context), layout: input.layout)
    case .delete(_, let targets, let detach):
      return Lowered(
        root: Delete(input.root, try targets.map(compiler.compile), targets.map(\.span), detach: detach, context),
        layout: input.layout)
    case .forEach(_, let variable, let list, let body):
      let (inner, _) = try self.inner(
        body.startingWith(input.layout + [variable]), input.layout + [variable], wanted: [], perRow: true)
      return Lowered(
        root: ForEach(input.root, try compiler.compile(list), inner, list.span, context), layout: input.layout)
    default: return input
    }
  }
}
