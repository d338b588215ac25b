import CypherPlanner
import GraphModel

extension Lowering {
  /// The steps that find nodes and relationships.
  func matching(_ plan: LogicalPlan, _ input: Lowered) throws(ExecutionFailure) -> Lowered {
    let compiler = ExpressionCompiler(input.layout, self)
    let root: any Operator
    var layout = input.layout
    let own = plan.ownColumns(beside: [])
    switch plan {
    case .scanNodes(_, let variable, let label, let tests):
      let compiled = try stored(tests, input.layout, input.layout + [variable])
      root = ScanNodes(input.root, label: label, compiled, context)
    case .seekNodes(_, _, let seek): root = SeekNodes(input.root, seek, value: try compiler.compile(seek.value), context)
    case .takeNodes(_, _, let known): root = TakeNodes(input.root, known, value: try compiler.compile(known.value), context)
    case .takeRelationship(_, let known):
      let ends = try [known.from, known.to].map { end throws(ExecutionFailure) in known.finds.contains(end) ? nil : try compiler.position(of: end) }
      root = TakeRelationship(
        input.root, known, at: try compiler.position(of: known.relationship), from: ends[0], to: ends[1],
        differsFrom: try compiler.positions(of: known.differsFrom), context)
    case .scanRelationships(_, let scan):
      let tests = try stored(scan.tests, input.layout, input.layout + own)
      root = ScanRelationships(input.root, try rows(of: scan, compiler), tests, context)
    case .seekRelationships(_, let scan, let seek):
      let value = try compiler.compile(seek.value)
      root = SeekRelationships(input.root, seek, value: value, try rows(of: scan, compiler), context)
    case .expand(_, let expansion):
      let kept = layout.indices.filter { !expansion.drops.contains(layout[$0]) }
      layout = kept.map { layout[$0] }
      let whole = layout + own
      root = Expand(
        input.root, expansion, from: try compiler.position(of: expansion.from),
        to: expansion.isInto ? try compiler.position(of: expansion.to) : nil, keeping: kept,
        differsFrom: try compiler.positions(of: expansion.differsFrom),
        relationshipTests: try stored(expansion.relationshipTests, input.layout, whole),
        neighbourTests: try stored(expansion.neighbourTests, input.layout, whole), areAlike: parameters.isEmpty, context)
    case .expandRepeatedly(_, let expansion) where expansion.kept != nil: root = try trailsByLength(expansion, input.root, compiler)
    case .expandRepeatedly(_, let expansion):
      root = ExpandRepeatedly(
        input.root, expansion, from: try compiler.position(of: expansion.from),
        to: expansion.isInto ? try compiler.position(of: expansion.to) : nil,
        differsFrom: try compiler.positions(of: expansion.differsFrom),
        conditions: try conditions(expansion.condition, expansion.nodeCondition, input.layout), context)
    case .shortestPaths(_, let paths):
      root = FindShortestPaths(
        input.root, paths, from: try compiler.position(of: paths.from), to: try compiler.position(of: paths.to),
        condition: try stepCondition(paths.condition, input.layout), context)
    case .repeatPattern(_, let pattern): root = try repetition(pattern, input, compiler)
    case .reach(_, let reach):
      root = FindReached(
        input.root, reach, from: try compiler.position(of: reach.from),
        to: reach.isInto ? try compiler.position(of: reach.to) : nil,
        conditions: try conditions(reach.condition, reach.nodeCondition, input.layout), context)
    case .countNeighbours(_, let count): root = try counting(count, input, compiler)
    case .countMeetings(_, let count):
      root = try meetings(count, input.root, compiler)
    case .fewWays(_, let ways):
      var rivals: [KeepFewWays.Rival] = []
      for rival in ways.rivals {
        rivals.append(
          KeepFewWays.Rival(relationship: try compiler.position(of: rival.relationship), nodes: try rival.nodes.map(compiler.position)))
      }
      root = KeepFewWays(
        input.root, later: ways.later, dropsMany: ways.dropsMany, keys: layout.indices.filter { !ways.ignored.contains(layout[$0]) },
        node: try rivals.allSatisfy(\.nodes.isEmpty) ? nil : ways.node.map(compiler.position), rivals: rivals)
    default: root = input.root
    }
    return Lowered(root: root, layout: layout + own)
  }

  private func trailsByLength(
    _ expansion: RepeatedExpansion, _ input: any Operator, _ compiler: ExpressionCompiler
  ) throws(ExecutionFailure) -> any Operator {
    TrailsByLength(
      input, expansion, expansion.kept ?? .any(.max), from: try compiler.position(of: expansion.from),
      to: expansion.isInto ? try compiler.position(of: expansion.to) : nil,
      differsFrom: try compiler.positions(of: expansion.differsFrom), context)
  }

  private func rows(
    of scan: RelationshipScan, _ compiler: ExpressionCompiler
  ) throws(ExecutionFailure) -> RelationshipRows {
    RelationshipRows(scan: scan, differsFrom: try compiler.positions(of: scan.differsFrom))
  }

  /// `layout`: the columns of a row before what is tested is found; `whole`: those after.
  private func stored(
    _ tests: [ScanTest], _ layout: [Variable], _ whole: [Variable]
  ) throws(ExecutionFailure) -> [StoredTest] {
    let (before, after) = (ExpressionCompiler(layout, self), ExpressionCompiler(whole, self))
    return try tests.map { test throws(ExecutionFailure) in
      var alternatives: [[StoredTest]] = []
      if case .anyOf(let lists) = test.relation { for list in lists { alternatives.append(try stored(list, layout, whole)) } }
      return StoredTest(
        test: test, operand: try before.compile(test.operand), predicate: try after.compile(test.predicate),
        alternatives: alternatives)
    }
  }

  private func counting(
    _ count: NeighbourCount, _ input: Lowered, _ compiler: ExpressionCompiler
  ) throws(ExecutionFailure) -> any Operator {
    let rivals = try count.legs.map { leg throws(ExecutionFailure) in
      try leg.rivals.map { rival throws(ExecutionFailure) in
        CountNeighbours.RivalColumns(
          relationship: try compiler.position(of: rival.relationship),
          ends: try rival.ends.map { ends throws(ExecutionFailure) in
            (try compiler.position(of: ends.start), try compiler.position(of: ends.end))
          })
      }
    }
    return CountNeighbours(input.root, count, from: try compiler.position(of: count.from), rivals: rivals, context)
  }

  private func meetings(_ count: MeetingCount, _ input: any Operator, _ compiler: ExpressionCompiler) throws(ExecutionFailure) -> CountMeetings {
    func side(
      _ side: MeetingCount.Side, _ rivals: [Variable], _ distant: [Rival]
    ) throws(ExecutionFailure) -> CountMeetings.SideColumns {
      var ends: [(start: Int, end: Int)] = []
      for rival in distant { if let (start, end) = rival.ends { ends.append((try compiler.position(of: start), try compiler.position(of: end))) } }
      return CountMeetings.SideColumns(node: try compiler.position(of: side.from), rivals: try rivals.map(compiler.position), distant: ends)
    }
    return CountMeetings(
      input, count, left: try side(count.left, count.leftRivals, count.leftDistant),
      right: try side(count.right, count.rightRivals, count.rightDistant), context)
  }

  private func repetition(
    _ pattern: RepeatedPattern, _ input: Lowered, _ compiler: ExpressionCompiler
  ) throws(ExecutionFailure) -> any Operator {
    let arguments = pattern.turn.leafVariables
    let outer = arguments.filter { $0 != pattern.turnStart }
    var wanted: [Variable] = []
    for variable in [pattern.turnEnd] + pattern.turnRelationships + pattern.groups.map(\.each)
    where !wanted.contains(variable) {
      wanted.append(variable)
    }
    let (turn, _) = try inner(pattern.turn, [pattern.turnStart] + outer, wanted: wanted, perRow: false)
    let result = ExpressionCompiler(wanted, self)
    let columns = RepeatPattern.TurnColumns(
      end: try result.position(of: pattern.turnEnd), relationships: try pattern.turnRelationships.map(result.position),
      groups: try pattern.groups.map { group throws(ExecutionFailure) in try result.position(of: group.each) })
    return RepeatPattern(
      input.root, pattern, turn: turn, columns: columns, from: try compiler.position(of: pattern.from),
      to: pattern.isInto ? try compiler.position(of: pattern.to) : nil,
      outerColumns: try outer.map(compiler.position), differsFrom: try compiler.positions(of: pattern.differsFrom), context)
  }

  private func conditions(
    _ ofRelationships: (relationship: Variable, predicate: BoundExpression)?, _ ofNodes: (node: Variable, predicate: BoundExpression)?,
    _ layout: [Variable]
  ) throws(ExecutionFailure) -> ElementConditions? {
    if ofRelationships == nil, ofNodes == nil { return nil }
    var reads = ofRelationships?.predicate.reads ?? []
    reads.formUnion(ofNodes?.predicate.reads ?? [])
    let columns = layout.indices.filter { reads.contains(layout[$0]) || lowering(needs: layout[$0]) }
    let read = columns.map { layout[$0] }
    return ElementConditions(
      ofRelationships: try ofRelationships.map { condition throws(ExecutionFailure) in
        try ExpressionCompiler(read + [condition.relationship], self).condition(condition.predicate)
      },
      ofNodes: try ofNodes.map { condition throws(ExecutionFailure) in
        try ExpressionCompiler(read + [condition.node], self).condition(condition.predicate)
      }, columns: columns)
  }

  /// Whether a column is a parameter, which an expression reads without saying so.
  private func lowering(needs variable: Variable) -> Bool { parameters.values.contains(variable) }

  private func stepCondition(
    _ condition: (relationship: Variable, predicate: BoundExpression)?, _ layout: [Variable]
  ) throws(ExecutionFailure) -> StepCondition? {
    guard let condition else { return nil }
    let compiler = ExpressionCompiler(layout + [condition.relationship], self)
    return StepCondition(predicate: try compiler.condition(condition.predicate))
  }
}
