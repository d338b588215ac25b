import CypherPlanner
import Diagnostics
import GraphModel

/// SET and REMOVE of properties for all rows at once, where that is the same as doing it row by row.
struct ColumnWriter {
  private struct Item {
    /// The column of what is changed.
    let target: Int
    let name: String
    /// Nil: the property is removed.
    let value: (any Kernel)?
    let reads: RowReads?
    let span: SourceSpan
  }

  private let items: [Item]
  /// The names of what is written.
  private let written: Set<String>

  /// Nil where an item is something else, or two columns, in which the same node may stand, get the same property.
  init?(_ items: [WriteItem], _ compiler: ExpressionCompiler) throws(ExecutionFailure) {
    var made: [Item] = []
    var targets: [String: Int] = [:]
    for item in items {
      guard let (target, name, value) = item.kind.property, let column = compiler.layout.lastIndex(of: target),
        targets[name, default: column] == column
      else { return nil }
      targets[name] = column
      let reads = value.map { RowReads($0, compiler.layout) }
      if case .some(nil) = reads { return nil }
      made.append(
        Item(target: column, name: name, value: try value.map(compiler.compile), reads: reads ?? nil, span: item.span))
    }
    self.items = made
    written = Set(targets.keys)
  }

  /// False, and nothing is done, where a row may read what another writes.
  func write(_ rows: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Bool {
    guard context.deletions.isEmpty, items.allSatisfy({ rows.columns[$0.target].holdsOnlyEntities }) else { return false }
    let isIndependent = items.allSatisfy { readsOnlyConstants($0, rows) }
    guard isIndependent || readsOnlyItself(rows) else { return false }
    var at = 0
    while at < items.count {
      // An item that reads what is written sees what the items before it wrote.
      var end = at + 1
      while isIndependent, end < items.count, items[end].target == items[at].target,
        !items[at..<end].contains(where: { $0.name == items[end].name })
      { end += 1 }
      try write(items[at..<end], rows, context)
      at = end
    }
    return true
  }

  /// Whether an item reads nothing that any item writes.
  private func readsOnlyConstants(_ item: Item, _ rows: Batch) -> Bool {
    guard let reads = item.reads else { return true }
    return reads.whole.allSatisfy { rows.columns[$0].holdsNoEntity }
      && reads.properties.allSatisfy { !written.contains($0.name) || rows.columns[$0.column].holdsNoEntity }
  }

  /// Whether each row changes something of its own, and reads of it alone what is written.
  private func readsOnlyItself(_ rows: Batch) -> Bool {
    guard let target = items.first?.target, items.allSatisfy({ $0.target == target }) else { return false }
    let isForeign = items.contains { item in
      guard let reads = item.reads else { return false }
      return reads.whole.contains { $0 != target && !rows.columns[$0].holdsNoEntity }
        || reads.properties.contains {
          $0.column != target && written.contains($0.name) && !rows.columns[$0.column].holdsNoEntity
        }
    }
    return !isForeign && rows.columns[target].holdsEachOnce
  }

  /// Writes items with the same target and different names together.
  private func write(_ items: ArraySlice<Item>, _ rows: Batch, _ context: ExecutionContext) throws(ExecutionFailure) {
    guard let first = items.first else { return }
    let target = rows.columns[first.target]
    let writer = try context.requireWriter(at: first.span)
    // Where there is nothing to write to, not even the value is worked out.
    let kept = target.isWithoutNulls ? nil : (0..<rows.count).filter { !target.isNull($0) }
    let rows = kept.map(rows.gathered) ?? rows
    guard rows.count > 0 else { return }
    var written = WrittenColumns(rows: rows.count)
    for item in items {
      let column = try item.value?.column(rows, context) ?? .repeating(.null, count: rows.count)
      try written.add(item.name, setTo: column, writer, at: item.span)
    }
    guard !written.properties.keys.isEmpty else { return }
    do throws(StoreError) {
      switch rows.columns[first.target] {
      case .nodes(let nodes, _): try writer.set(written.properties, of: nodes)
      case .relationships(let relationships, _): try writer.set(written.properties, of: relationships)
      default: break
      }
    } catch { throw ExecutionFailure(error, at: first.span) }
    context.changes.propertiesSet += written.count
  }
}

extension WriteItem.Kind {
  /// The variable whose property of this name is set, or, without a value, removed.
  fileprivate var property: (target: Variable, name: String, value: BoundExpression?)? {
    switch self {
    case .setProperty(let subject, .written(let name), let value):
      if case .variable(let target) = subject.kind { (target, name, value) } else { nil }
    case .removeProperty(let subject, .written(let name)):
      if case .variable(let target) = subject.kind { (target, name, nil) } else { nil }
    default: nil
    }
  }
}

extension Column {
  /// Whether it holds nothing but nodes or nothing but relationships, and perhaps nulls.
  fileprivate var holdsOnlyEntities: Bool {
    switch self {
    case .nodes, .relationships: true
    default: false
    }
  }

  /// Whether no node or relationship is in it twice.
  fileprivate var holdsEachOnce: Bool {
    switch self {
    case .nodes(let nodes, nil): Set(nodes).count == nodes.count
    case .relationships(let relationships, nil): Set(relationships).count == relationships.count
    default: false
    }
  }
}
