import Diagnostics
import GraphModel

/// `subject.key`: read for all nodes or all relationships of the batch in one call of the store.
final class PropertyKernel: Kernel {
  private let subject: any Kernel
  let key: String
  private let span: SourceSpan

  init(_ subject: any Kernel, key: String, at span: SourceSpan) {
    self.subject = subject
    self.key = key
    self.span = span
  }

  /// The column that it is read of; nil where that has to be worked out.
  var variableColumn: Int? { (subject as? VariableKernel)?.at }

  /// Whether it is read of what a column holds.
  func isOfVariable(at column: Int) -> Bool { variableColumn == column }

  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool {
    guard let at = variableColumn, context.deletions.isEmpty else { return false }
    switch batch.columns[at] {
    case .nodes(_, nil), .relationships(_, nil): return true
    default: return false
    }
  }

  /// Pieces of the texts that it reads; nil where the texts have to be read.
  func pieces(_ piece: TextPiece, _ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column? {
    guard let at = variableColumn, context.deletions.isEmpty, case .nodes(let nodes, nil) = batch.columns[at],
      let key = context.graph.propertyKey(named: key)
    else { return nil }
    do { return try context.graph.pieces(piece, of: nodes, by: key) } catch { throw ExecutionFailure(error, at: span) }
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let subjects = try subject.column(batch, context)
    if context.deletions.isEmpty {
      do {
        switch subjects {
        case .nodes(let nodes, nil):
          guard let key = context.graph.propertyKey(named: key) else { return .repeating(.null, count: nodes.count) }
          return try context.graph.property(key, of: nodes)
        case .relationships(let relationships, nil):
          guard let key = context.graph.propertyKey(named: key) else {
            return .repeating(.null, count: relationships.count)
          }
          return try context.graph.property(key, of: relationships)
        default: break
        }
      } catch { throw ExecutionFailure(error, at: span) }
    }
    if case .values(let items) = subjects {
      if let column = Column.member(key, ofRows: items) { return column }
      if let values = Value.members(key, of: items) { return .narrowest(values) }
    }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      do { values.append(try context.functions.property(subjects[row], key)) } catch {
        throw ExecutionFailure(error, at: span)
      }
    }
    return .narrowest(values)
  }
}
