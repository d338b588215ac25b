import Diagnostics
import GraphModel

/// What all changing operators share: the whole input is read before the first change, so that no row sees a change that a
/// row before it made.
class EagerOperator: GatheringOperator {
  override func gathered() throws(ExecutionFailure) -> Batch? {
    guard let rows = try input.drain() else { return nil }
    return try change(rows)
  }

  /// Does the work for all rows, and gives them with their new columns.
  func change(_ rows: Batch) throws(ExecutionFailure) -> Batch { rows }
}

/// CREATE.
final class Create: EagerOperator {
  private let maker: PatternMaker

  init(_ input: any Operator, _ maker: PatternMaker, _ context: ExecutionContext) {
    self.maker = maker
    super.init(input, context)
  }

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    if maker.isUniform { return try maker.make(rows, context) }
    var made: [Batch] = []
    for row in 0..<rows.count { made.append(try maker.make(rows.slice(row..<row + 1), context)) }
    return Batch.joined(made)
  }
}

/// SET and REMOVE.
final class Write: EagerOperator {
  private let writer: PropertyWriter
  private let columns: ColumnWriter?

  /// `columns`: writes many rows at once; nil where the items are none for it.
  init(_ input: any Operator, _ writer: PropertyWriter, _ columns: ColumnWriter?, _ context: ExecutionContext) {
    self.writer = writer
    self.columns = columns
    super.init(input, context)
  }

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    if rows.count > 1, let columns, try columns.write(rows, context) { return rows }
    for row in 0..<rows.count { try writer.write(rows.slice(row..<row + 1), context) }
    return rows
  }
}

/// FOREACH.
final class ForEach: EagerOperator {
  private let list: any Kernel
  private let body: InnerPlan
  private let span: SourceSpan

  init(_ input: any Operator, _ list: any Kernel, _ body: InnerPlan, _ span: SourceSpan, _ context: ExecutionContext) {
    self.list = list
    self.body = body
    self.span = span
    super.init(input, context)
  }

  override func change(_ rows: Batch) throws(ExecutionFailure) -> Batch {
    for row in 0..<rows.count {
      let one = rows.slice(row..<row + 1)
      let elements = try UnrolledLists(list.column(one, context), of: one, "FOREACH", at: span).batch
      for at in 0..<elements.count {
        try body.start(elements, row: at)
        while try body.root.next() != nil {}
      }
    }
    return rows
  }
}
