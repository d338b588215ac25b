import GraphModel

extension Base {
  /// All properties of some nodes or relationships as their records hold them, by ascending keys, with other values of those that change.
  ///
  /// `changed`: what changes, for `rows` of which each id is one; it is not read. `keys` are those that the base has, and `column` gives
  /// the values of one.
  func cells<ID: StoredID>(
    of ids: [ID], with changed: PropertyColumns, rows: Range<Int>, _ keys: [BaseDirectory.KeyEntry],
    column: (PropertyKeyID) throws(StoreError) -> BaseColumn?
  ) throws(StoreError) -> [EncodedCells] {
    var all = try EncodedCells.of(changed, rows: rows)
    for entry in keys where !changed.keys.contains(entry.key) {
      guard let held = try column(entry.key)?.cells(under: entry.key, of: ids) else { continue }
      if !held.bytes.isEmpty { all.append(held) }
    }
    return all.sorted { $0.key < $1.key }
  }
}

extension BaseColumn {
  /// The values of some ids as their records hold them; none for ids that are not in the base.
  fileprivate func cells<ID: StoredID>(under key: PropertyKeyID, of ids: [ID]) throws(StoreError) -> EncodedCells {
    guard case .texts = storage, ids.count >= TextCodes.worthwhile else {
      return try EncodedCells(key, try gather(ids, workers: 1))
    }
    return try loaded(for: ids).cells(under: key, of: ids)
  }
}

extension LoadedColumn {
  /// Texts are not made for this.
  fileprivate func cells<ID: StoredID>(under key: PropertyKeyID, of ids: [ID]) throws(StoreError) -> EncodedCells {
    guard case .texts(let numbers, let dictionary, let parts) = storage else { return try EncodedCells(key, gathered(ids)) }
    let texts = dictionary.texts
    var cells = EncodedCells(key)
    for id in ids {
      let place = id.place
      guard place > 0, place <= limit, valid[place] != 0 else {
        cells.skip()
        continue
      }
      let number = Int(numbers[place])
      if number > 0 {
        cells.append(texts[number])
      } else if let part = parts[BasePart.of(place)] {
        part.append(place & (BasePart.size - 1), to: &cells)
      } else {
        cells.append("")
      }
    }
    return cells
  }
}

extension TextPart {
  fileprivate func append(_ row: Int, to cells: inout EncodedCells) {
    switch form {
    case .codes(let codes, let texts): cells.append(texts[Int(codes[row])])
    case .plain(let prefix, let bytes, let bounds):
      cells.append(prefix, bytes[Int(bounds[row])..<Int(bounds[row + 1])])
    }
  }
}
