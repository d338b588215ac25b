import GraphModel

/// The first rows in order; rows that tie keep theirs.
///
/// Cost: once as many rows as are wanted have been seen, a row whose first key comes after all of theirs is dropped before
/// anything else is worked out for it. Keeps no more than twice the wanted rows and a batch.
final class Top: GatheringOperator {
  private let keys: [SortKeyKernel]
  private let limit: RowLimit
  /// As many more, which are left out above.
  private let skipped: RowLimit?
  /// Whether the input is run to its end although no row is wanted.
  private let runsToEnd: Bool

  init(
    _ input: any Operator, _ keys: [SortKeyKernel], _ limit: RowLimit, skipped: RowLimit?, runsToEnd: Bool,
    _ context: ExecutionContext
  ) {
    self.keys = keys
    self.limit = limit
    self.skipped = skipped
    self.runsToEnd = runsToEnd
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    let wanted = try wantedRows()
    guard wanted > 0 else {
      if runsToEnd { while try input.next() != nil {} }
      return nil
    }
    let threshold = wanted > Int.max / 2 ? Int.max : wanted * 2
    var kept: Batch?
    // The first key of the last row that is wanted so far.
    var last: Value?
    while let batch = try input.next() {
      try context.checkCancellation()
      guard let rows = try withKeys(batch, notAfter: last) else { continue }
      let all = kept.map { Batch.joined([$0, rows]) } ?? rows
      kept = all
      guard all.count >= threshold || (last == nil && all.count >= wanted) else { continue }
      let best = first(wanted, of: all)
      kept = best
      last = best.columns[best.columns.count - keys.count][wanted - 1]
    }
    guard let kept else { return nil }
    let best = first(wanted, of: kept)
    return Batch(columns: Array(best.columns.dropLast(keys.count)), count: best.count)
  }

  private func wantedRows() throws(ExecutionFailure) -> Int {
    let (sum, isTooLarge) = try limit.count(context).addingReportingOverflow(skipped?.count(context) ?? 0)
    return isTooLarge ? .max : sum
  }

  /// The rows that may be wanted, with their keys behind.
  private func withKeys(_ batch: Batch, notAfter last: Value?) throws(ExecutionFailure) -> Batch? {
    var rows = batch
    if let last, let survivors = try survivors(of: batch, notAfter: last) {
      if survivors.isEmpty { return nil }
      rows = batch.gathered(survivors)
      for key in keys { rows.columns.append(try key.kernel.column(rows, context)) }
      return rows
    }
    var columns: [Int: Column] = [:]
    // A key that may fail is worked out for all rows, as it would be without a limit.
    for at in keys.indices where at == 0 || !keys[at].isSafe { columns[at] = try keys[at].kernel.column(batch, context) }
    if let last, let first = columns[0] {
      let survivors = first.rows(notAfter: last, isDescending: keys[0].isDescending)
      if survivors.isEmpty { return nil }
      rows = batch.gathered(survivors)
      columns = columns.mapValues { $0.gathered(survivors) }
    }
    var result = rows
    for at in keys.indices {
      if let column = columns[at] {
        result.columns.append(column)
      } else {
        result.columns.append(try keys[at].kernel.column(rows, context))
      }
    }
    return result
  }

  /// The rows that may be wanted, where the graph can tell without the first key being read; nil where it cannot.
  private func survivors(of batch: Batch, notAfter last: Value) throws(ExecutionFailure) -> [Int]? {
    guard case .string(let text) = last, keys.allSatisfy(\.isSafe), context.deletions.isEmpty,
      let property = keys[0].kernel as? PropertyKernel, let column = property.variableColumn,
      case .nodes(let nodes, nil) = batch.columns[column], let key = context.graph.propertyKey(named: property.key)
    else { return nil }
    do { return try context.graph.places(of: nodes, by: key, notAfter: text, isDescending: keys[0].isDescending) } catch {
      throw ExecutionFailure(error)
    }
  }

  private func first(_ wanted: Int, of rows: Batch) -> Batch {
    let columns = zip(rows.columns.suffix(keys.count), keys).map { ($0, $1.isDescending) }
    return rows.gathered(Array(RowOrder.rows(rows.count, by: columns).prefix(wanted)))
  }
}

extension Column {
  /// The rows that do not come after a value.
  fileprivate func rows(notAfter last: Value, isDescending: Bool) -> [Int] {
    switch (self, last) {
    case (.floats(let numbers, nil), .float(let limit)) where !limit.isNaN:
      return numbers.indices.filter { isDescending ? !(numbers[$0] < limit) : numbers[$0] <= limit }
    case (.integers(let numbers, nil), .integer(let limit)):
      return numbers.indices.filter { isDescending ? numbers[$0] >= limit : numbers[$0] <= limit }
    case (.strings(let texts, nil), .string(let limit)):
      let after: ValueOrder = isDescending ? .ascending : .descending
      return texts.indices.filter { texts[$0].codePointOrder(against: limit) != after }
    case (.coded(let codes, let dictionary, nil), .string(let limit)):
      let after: ValueOrder = isDescending ? .ascending : .descending
      let stays = dictionary.map(codes) { $0.codePointOrder(against: limit) != after }
      return codes.indices.filter { stays[$0] }
    default:
      let after: ValueOrder = isDescending ? .ascending : .descending
      return (0..<count).filter { self[$0].ordered(against: last) != after }
    }
  }
}
