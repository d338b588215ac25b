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
    /// Whether it is a part of `+= {…}`, of which all is worked out before anything is written.
    let isOfMap: Bool
  }

  /// `SET n += map`, or `SET n = map`, whatever names the maps of the rows have.
  private struct Addition {
    let target: Int
    let replaces: Bool
    let map: any Kernel
    let reads: RowReads
    let span: SourceSpan
  }

  private let items: [Item]
  /// Instead of items.
  private let addition: Addition?
  /// The names of what is written.
  private let written: Set<String>

  /// Nil where an item is something else, or two columns, in which the same node may stand, get the same property.
  init?(_ items: [WriteItem], _ compiler: ExpressionCompiler) throws(ExecutionFailure) {
    var made: [Item] = []
    var targets: [String: Int] = [:]
    if items.count == 1, let item = items.first, let (target, map, replaces) = item.kind.wholeMap,
      let column = compiler.layout.lastIndex(of: target), let reads = RowReads(map, compiler.layout)
    {
      addition = Addition(target: column, replaces: replaces, map: try compiler.compile(map), reads: reads, span: item.span)
    } else {
      addition = nil
      for item in items {
        guard let (target, entries, isOfMap) = item.kind.properties, let column = compiler.layout.lastIndex(of: target) else { return nil }
        for (name, value) in entries {
          guard targets[name, default: column] == column else { return nil }
          targets[name] = column
          let reads = value.map { RowReads($0, compiler.layout) }
          if case .some(nil) = reads { return nil }
          made.append(
            Item(
              target: column, name: name, value: try value.map(compiler.compile), reads: reads ?? nil, span: item.span,
              isOfMap: isOfMap))
        }
      }
    }
    self.items = made
    written = Set(targets.keys)
  }

  /// False, and nothing is done, where a row may read what another writes.
  func write(_ rows: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Bool {
    if let addition { return try add(addition, rows, context) }
    guard context.deletions.isEmpty, items.allSatisfy({ rows.columns[$0.target].holdsOnlyEntities }) else { return false }
    let isIndependent = items.allSatisfy { readsOnlyConstants($0, rows) }
    guard isIndependent || !items.contains(where: \.isOfMap) && readsOnlyItself(rows) else { return false }
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

  /// Where all maps are rows of one table, its columns are written.
  private func add(_ addition: Addition, _ rows: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Bool {
    guard context.deletions.isEmpty, rows.columns[addition.target].holdsOnlyEntities, rows.columns[addition.target].isWithoutNulls,
      addition.reads.whole.allSatisfy({ rows.columns[$0].holdsNoEntity }),
      addition.reads.properties.allSatisfy({ rows.columns[$0.column].holdsNoEntity }),
      case .values(let maps) = try addition.map.column(rows, context), case .map(let first)? = maps.first,
      let table = first.place?.table
    else { return false }
    var columns: [(name: String, column: Column)] = []
    for name in table.keys.names {
      guard let column = Column.member(name, ofRows: maps) else { return false }
      columns.append((name, column))
    }
    var others: [(key: PropertyKeyID, held: Column)] = []
    if addition.replaces {
      guard case .nodes(let nodes, _) = rows.columns[addition.target], Set(nodes).count == nodes.count,
        let held = try heldBeside(Set(table.keys.names), by: nodes, context, at: addition.span)
      else { return false }
      others = held
    }
    try write(columns.map { ($0.name, $0.column, addition.span) }, removing: others, to: addition.target, rows, context)
    return true
  }

  /// So many properties are asked for whether nodes have them; where there are more, this is done node by node.
  private static let mostProperties = 32

  /// What nodes hold under other names; nil where there may be too many.
  private func heldBeside(
    _ names: Set<String>, by nodes: [NodeID], _ context: ExecutionContext, at span: SourceSpan
  ) throws(ExecutionFailure) -> [(key: PropertyKeyID, held: Column)]? {
    let graph = context.graph
    let others = graph.propertyKeyNames.filter { !names.contains($0) }
    guard others.count <= Self.mostProperties else { return nil }
    var held: [(key: PropertyKeyID, held: Column)] = []
    do throws(StoreError) {
      for name in others {
        guard let key = graph.propertyKey(named: name) else { continue }
        held.append((key, try graph.property(key, of: nodes)))
      }
    } catch { throw ExecutionFailure(error, at: span) }
    return held
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
    _ = try context.requireWriter(at: first.span)
    // Where there is nothing to write to, not even the value is worked out.
    let kept = target.isWithoutNulls ? nil : (0..<rows.count).filter { !target.isNull($0) }
    let rows = kept.map(rows.gathered) ?? rows
    guard rows.count > 0 else { return }
    var columns: [(String, Column, SourceSpan)] = []
    for item in items {
      columns.append((item.name, try item.value?.column(rows, context) ?? .repeating(.null, count: rows.count), item.span))
    }
    try write(columns, to: first.target, rows, context)
  }

  private func write(
    _ columns: [(name: String, values: Column, span: SourceSpan)], removing others: [(key: PropertyKeyID, held: Column)] = [],
    to target: Int, _ rows: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) {
    guard let span = columns.first?.span else { return }
    let writer = try context.requireWriter(at: span)
    var written = WrittenColumns(rows: rows.count)
    for (name, values, span) in columns { try written.add(name, setTo: values, writer, at: span) }
    for (key, held) in others { written.remove(key, held: held) }
    guard !written.properties.keys.isEmpty else { return }
    do throws(StoreError) {
      switch rows.columns[target] {
      case .nodes(let nodes, _): try writer.set(written.properties, of: nodes)
      case .relationships(let relationships, _): try writer.set(written.properties, of: relationships)
      default: break
      }
    } catch { throw ExecutionFailure(error, at: span) }
    context.changes.propertiesSet += written.count
  }
}

extension WriteItem.Kind {
  /// The variable whose properties are set, or, without a value, removed, where all their names are written.
  fileprivate var properties: (target: Variable, entries: [(name: String, value: BoundExpression?)], isOfMap: Bool)? {
    switch self {
    case .setProperty(let subject, .written(let name), let value):
      if case .variable(let target) = subject.kind { return (target, [(name, value)], false) }
    case .removeProperty(let subject, .written(let name)):
      if case .variable(let target) = subject.kind { return (target, [(name, nil)], false) }
    case .addProperties(let subject, let map):
      if case .variable(let target) = subject.kind, case .map(let entries) = map.kind, !entries.isEmpty,
        Set(entries.map(\.key)).count == entries.count
      {
        return (target, entries.map { ($0.key, $0.value) }, true)
      }
    default: break
    }
    return nil
  }

  /// The variable that a map is added to, or that gets it in place of what it has, where the names in it are not written.
  fileprivate var wholeMap: (target: Variable, map: BoundExpression, replaces: Bool)? {
    switch self {
    case .addProperties(let subject, let map):
      guard case .variable(let target) = subject.kind else { return nil }
      if case .map = map.kind { return nil }
      return (target, map, false)
    case .replaceProperties(let subject, let map):
      if case .variable(let target) = subject.kind { return (target, map, true) }
      return nil
    default: return nil
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
