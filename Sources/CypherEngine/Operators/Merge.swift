import CypherPlanner
import Diagnostics
import GraphModel

/// MERGE: for each row in turn what the pattern finds, or, where it finds nothing, what it makes. A row sees what the rows
/// before it made.
class Merge: EagerOperator {
  private let match: InnerPlan
  private let maker: PatternMaker
  /// Which of the maker's columns are passed on.
  private let made: [Int]
  private let onMatch: PropertyWriter
  private let onCreate: PropertyWriter
  let checks: [(kernel: any Kernel, span: SourceSpan)]

  init(
    _ input: any Operator, _ pattern: MergedPattern, _ layout: [Variable], _ lowering: Lowering
  ) throws(ExecutionFailure) {
    match = try lowering.inner(pattern.match, layout, wanted: pattern.introduces, perRow: true).plan
    maker = try PatternMaker(pattern.create, layout, lowering)
    let makerColumns = ExpressionCompiler(maker.layout, lowering)
    made = try pattern.introduces.map(makerColumns.position)
    let compiler = ExpressionCompiler(layout + pattern.introduces, lowering)
    onMatch = try PropertyWriter(pattern.onMatch, compiler)
    onCreate = try PropertyWriter(pattern.onCreate, compiler)
    let before = ExpressionCompiler(layout, lowering)
    let properties = pattern.create.nodes.compactMap(\.properties) + pattern.create.relationships.compactMap(\.properties)
    checks = try properties.filter { $0.reads.isSubset(of: layout) }.map { property throws(ExecutionFailure) in
      (try before.compile(property), property.span)
    }
    super.init(input, lowering.context)
  }

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    var results: [Batch] = []
    for row in 0..<rows.count {
      let one = rows.slice(row..<row + 1)
      try checkNulls(one)
      if let found = try match.run(rows, row: row) {
        var batch = one.gathered(Array(filledWith: 0, count: found.count))
        batch.columns += found.columns
        if !onMatch.isEmpty {
          for at in 0..<batch.count { try onMatch.write(batch.slice(at..<at + 1), context) }
        }
        results.append(batch)
      } else {
        let whole = try maker.make(one, context)
        let batch = Batch(columns: one.columns + made.map { whole.columns[$0] }, count: 1)
        try onCreate.write(batch, context)
        results.append(batch)
      }
    }
    return Batch.joined(results)
  }

  /// A property that is null equals nothing, so that the pattern would be made anew each time.
  final func checkNulls(_ row: Batch) throws(ExecutionFailure) {
    for (kernel, span) in checks {
      guard case .map(let map) = try kernel.column(row, context)[0] else { continue }
      for (key, value) in map where value.isNull {
        throw ExecutionFailure(
          .semanticError, .mergeReadOwnWrites, "MERGE cannot look for property `\(key)` with the value null", at: span)
      }
    }
  }
}
