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

  /// What the key means of a date.
  private var field: DateField? { DateField(named: key) }

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

  /// A component of the dates that it reads; nil where the dates have to be read.
  private func components(_ field: DateField, _ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column? {
    guard let at = variableColumn, context.deletions.isEmpty, case .nodes(let nodes, nil) = batch.columns[at],
      let key = context.graph.propertyKey(named: key)
    else { return nil }
    do { return try context.graph.components(field, of: nodes, by: key) } catch { throw ExecutionFailure(error, at: span) }
  }

  /// What nodes or relationships hold, none of which is null; nil of other values.
  private func held(by ids: Column, _ context: ExecutionContext) throws(ExecutionFailure) -> Column? {
    do {
      switch ids {
      case .nodes(let nodes, _):
        guard let key = context.graph.propertyKey(named: key) else { break }
        return try context.graph.property(key, of: nodes)
      case .relationships(let relationships, _):
        guard let key = context.graph.propertyKey(named: key) else { break }
        return try context.graph.property(key, of: relationships)
      default: return nil
      }
      return .repeating(.null, count: ids.count)
    } catch { throw ExecutionFailure(error, at: span) }
  }

  /// The same where some may be null.
  private func heldOrNull(by ids: Column, _ context: ExecutionContext) throws(ExecutionFailure) -> Column? {
    switch ids {
    case .nodes(_, let valid?), .relationships(_, let valid?):
      let rows = valid.indices.filter { valid[$0] }
      var places = Array(filledWith: -1, count: valid.count)
      for (place, row) in rows.enumerated() { places[row] = place }
      return try held(by: ids.gathered(rows), context)?.gatheredOrNull(places)
    default: return try held(by: ids, context)
    }
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    if let dates = subject as? PropertyKernel, let field, let column = try dates.components(field, batch, context) { return column }
    let subjects = try subject.column(batch, context)
    if context.deletions.isEmpty, let column = try heldOrNull(by: subjects, context) { return column }
    if case .values(let items) = subjects {
      if let column = field?.column(of: items) { return column }
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
