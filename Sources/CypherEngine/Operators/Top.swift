import GraphModel

/// The first rows in order; rows that tie keep theirs. Of rows that are left out above, only which they are is found out, and not their order.
///
/// Cost: once as many rows as are wanted have been seen, a row whose first key comes after all of theirs is dropped before
/// anything else is worked out for it; further keys are worked out for rows whose first key does not settle whether they are wanted.
/// Keeps no more than twice the wanted rows and a batch.
final class Top: GatheringOperator {
  private let keys: [SortKeyKernel]
  /// Those that are worked out for each row that comes: the first, and those that may fail, as they would without a limit.
  private let early: [Int]
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
    early = keys.indices.filter { $0 == 0 || !keys[$0].isSafe }
    self.limit = limit
    self.skipped = skipped
    self.runsToEnd = runsToEnd
    super.init(input, context)
  }

  override func gathered() throws(ExecutionFailure) -> Batch? {
    let (wanted, left) = try wantedRows()
    guard wanted > 0 else {
      if runsToEnd { while try input.next() != nil {} }
      return nil
    }
    let threshold = wanted > Int.max / 2 ? Int.max : wanted * 2
    var kept: [Batch] = []
    var count = 0
    // The first key of the last row that is wanted so far.
    var last: Value?
    while let batch = try input.next() {
      try context.checkCancellation()
      guard let rows = try withKeys(batch, notAfter: last) else { continue }
      kept.append(rows)
      count += rows.count
      guard count >= threshold || (last == nil && count >= wanted) else { continue }
      let all = Batch.joined(kept)
      let cut = TopCut(all.columns[all.columns.count - early.count], isDescending: keys[0].isDescending, wanted: wanted, skipped: 0)
      last = cut.last
      var best = all.gathered(cut.before + cut.disputed)
      if best.count >= threshold { best = all.gathered(try first(wanted, of: all, cut)) }
      (kept, count) = ([best], best.count)
    }
    if kept.isEmpty { return nil }
    let all = Batch.joined(kept)
    let cut = TopCut(all.columns[all.columns.count - early.count], isDescending: keys[0].isDescending, wanted: wanted, skipped: left)
    let rows = try first(wanted, of: all, cut)
    return Batch(columns: Array(all.columns.dropLast(early.count)), count: all.count).gathered(rows)
  }

  /// How many rows are given, and how many of them are left out above.
  private func wantedRows() throws(ExecutionFailure) -> (wanted: Int, skipped: Int) {
    let skipped = try skipped?.count(context) ?? 0
    let (sum, isTooLarge) = try limit.count(context).addingReportingOverflow(skipped)
    return (isTooLarge ? .max : sum, skipped)
  }

  /// The rows that may be wanted, with their early keys behind.
  private func withKeys(_ batch: Batch, notAfter last: Value?) throws(ExecutionFailure) -> Batch? {
    var rows = batch
    if let last, let survivors = try survivors(of: batch, notAfter: last) {
      if survivors.isEmpty { return nil }
      rows = batch.gathered(survivors)
      rows.columns.append(try keys[0].kernel.column(rows, context))
      return rows
    }
    for at in early { rows.columns.append(try keys[at].kernel.column(batch, context)) }
    if let last {
      let survivors = rows.columns[batch.columns.count].rows(notAfter: last, isDescending: keys[0].isDescending)
      if survivors.isEmpty { return nil }
      if survivors.count < rows.count { rows = rows.gathered(survivors) }
    }
    return rows
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

  /// The rows that are wanted, in order but for those that are settled to be left out above.
  private func first(_ wanted: Int, of all: Batch, _ cut: TopCut) throws(ExecutionFailure) -> [Int] {
    let left = wanted - cut.before.count
    if keys.count == 1, left >= cut.disputed.count, cut.disputed.count < 2 { return cut.before + cut.disputed }
    let disputed = all.gathered(cut.disputed)
    let inputs = Batch(columns: Array(disputed.columns.dropLast(early.count)), count: disputed.count)
    var columns: [(column: Column, isDescending: Bool)] = []
    for (at, key) in keys.enumerated() {
      if let known = early.firstIndex(of: at) {
        columns.append((disputed.columns[inputs.columns.count + known], key.isDescending))
      } else {
        columns.append((try key.kernel.column(inputs, context), key.isDescending))
      }
    }
    return cut.before + RowOrder.rows(disputed.count, by: columns).prefix(left).map { cut.disputed[$0] }
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
