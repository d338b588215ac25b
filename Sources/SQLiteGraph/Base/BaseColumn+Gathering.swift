import GraphModel

extension BaseColumn {
  /// The values of many ids, in the narrowest form; null for ids that are not in the base.
  ///
  /// `workers`: how many threads may gather them.
  func gather<ID: StoredID>(_ ids: [ID], workers: Int) throws(StoreError) -> Column {
    if case .texts = storage, ids.count < TextCodes.worthwhile {
      return .narrowest(try ids.map { id throws(StoreError) in try value(id.place) })
    }
    let column = try loaded(for: ids)
    let pieces = ParallelWork.pieces(of: ids.count, work: ids.count, workers)
    if pieces.count == 1 { return column.gathered(ids) }
    return Column.joined(try ParallelWork.map(pieces) { column.gathered(Array(ids[$0])) })
  }

  /// Whether each id passes, in any order; none does that the base does not have.
  func passing<ID: StoredID>(_ ids: [ID], _ test: PropertyTest) throws(StoreError) -> [Bool] {
    if case .texts = storage, ids.count < TextCodes.worthwhile {
      return try ids.map { id throws(StoreError) in test.passes(try value(id.place)) }
    }
    return try loaded(for: ids).passing(ids, test)
  }

  /// The column with the parts of some ids.
  func loaded<ID: StoredID>(for ids: [ID]) throws(StoreError) -> LoadedColumn {
    try prepare(ids)
    let held: LoadedColumn.Storage
    switch storage {
    case .integers(let numbers): held = .integers(numbers)
    case .dates(let days): held = .dates(days)
    case .floats(let numbers): held = .floats(numbers)
    case .booleans(let flags): held = .booleans(flags)
    case .texts:
      let codes = try codes(of: ids)
      held = .texts(numbers: codes.numbers, codes.dictionary, parts: texts)
    case .mixed: held = .mixed(values)
    }
    return LoadedColumn(storage: held, valid: valid, limit: limit)
  }

  // MARK: What the values are

  /// Whether all values are texts, integers or booleans.
  var isOfPlainValues: Bool {
    switch storage {
    case .texts, .integers, .booleans: true
    case .floats, .dates, .mixed: false
    }
  }

  /// Whether each id has a value.
  func holdsValues<ID: StoredID>(of ids: [ID]) throws(StoreError) -> Bool {
    try prepare(ids)
    return ids.allSatisfy { $0.place > 0 && $0.place <= limit && valid[$0.place] != 0 }
  }
}
