import GraphModel

extension BaseColumn {
  /// A column of the base, if it has the property, and what rows say instead.
  struct Merging {
    let base: BaseColumn?
    let changes: ColumnChanges
    let kind: ColumnKind

    init(_ base: BaseColumn?, _ changes: ColumnChanges) {
      self.base = base
      self.changes = changes
      kind = changes.kind(base?.kind)
    }
  }

  /// Takes a part of the base and puts in what changed. Cost: copying the part.
  func merge(_ part: Int, of merging: Merging) throws(StoreError) {
    let ids = BasePart.ids(part, limit: limit)
    let places = merging.changes.places(in: ids)
    if let base = merging.base, ids.lowerBound <= base.limit {
      let held = BasePart.ids(part, limit: base.limit)
      try base.prepare(held.lowerBound)
      valid.take(held, of: base.valid)
      try copy(held, of: base)
    }
    if case .mixed = storage { fill(part, ids.count) }
    for at in places {
      let (id, value) = (merging.changes.ids[at], merging.changes.values[at])
      valid[id] = value.isNull ? 0 : 1
      put(value, at: id)
    }
    guard case .texts = storage else { return }
    var changed: [(row: Int, text: String)] = []
    for at in places {
      if case .string(let text) = merging.changes.values[at] { changed.append((merging.changes.ids[at] - ids.lowerBound, text)) }
    }
    let held = merging.base.flatMap { $0.texts.indices.contains(part) ? $0.texts[part] : nil }
    setTexts(changed.isEmpty && held != nil ? held : TextPart(held, rows: ids.count, changed), of: part)
  }

  private func copy(_ ids: Range<Int>, of base: BaseColumn) throws(StoreError) {
    switch (storage, base.storage) {
    case (.integers(let target), .integers(let source)), (.dates(let target), .dates(let source)): target.take(ids, of: source)
    case (.floats(let target), .floats(let source)): target.take(ids, of: source)
    case (.booleans(let target), .booleans(let source)): target.take(ids, of: source)
    case (.mixed, _): setValues(try ids.map { id throws(StoreError) in try base.value(id) }, of: BasePart.of(ids.lowerBound))
    default: break
    }
  }

  /// Values of columns of texts are put in part by part.
  private func put(_ value: Value, at id: Int) {
    switch (storage, value) {
    case (.integers(let numbers), .integer(let number)): numbers[id] = number
    case (.dates(let days), .date(let date)): days[id] = date.daysSinceEpoch
    case (.floats(let numbers), .float(let number)): numbers[id] = number
    case (.booleans(let flags), .boolean(let flag)): flags[id] = flag ? 1 : 0
    case (.mixed, _): setValue(value, at: id)
    default: break
    }
  }
}
