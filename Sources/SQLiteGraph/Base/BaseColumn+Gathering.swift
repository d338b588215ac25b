import GraphModel

extension BaseColumn {
  /// The values of many ids, in the narrowest form; null for ids that are not in the base.
  func gather<ID: StoredID>(_ ids: [ID]) throws(StoreError) -> Column {
    try prepare(ids)
    let found: Column =
      switch storage {
      case .integers(let numbers): column(numbers.gathered(ids, valid: valid)) { .integers($0, valid: $1) }
      case .floats(let numbers): column(numbers.gathered(ids, valid: valid)) { .floats($0, valid: $1) }
      case .booleans(let flags):
        column(flags.gathered(ids, valid: valid)) { .booleans($0.map { $0 != 0 }, valid: $1) }
      case .texts: try gatherTexts(ids)
      case .mixed: .narrowest(try ids.map { id throws(StoreError) in try value(id.place) })
      }
    return found
  }

  /// Without a type where there is no value at all.
  @inline(__always)
  private func column<Number>(
    _ found: (numbers: [Number], valid: [Bool]?), _ make: ([Number], [Bool]?) -> Column
  ) -> Column {
    if found.numbers.isEmpty || found.valid?.contains(true) == false {
      return .values(Array(repeating: .null, count: found.numbers.count))
    }
    return make(found.numbers, found.valid)
  }

  private func gatherTexts<ID: StoredID>(_ ids: [ID]) throws(StoreError) -> Column {
    guard ids.count >= TextCodes.worthwhile else {
      return .narrowest(try ids.map { id throws(StoreError) in try value(id.place) })
    }
    let codes = try codes(of: ids)
    var isValid: [Bool]?
    var strings: [String] = []
    strings.reserveCapacity(ids.count)
    for (row, id) in ids.enumerated() {
      let place = id.place
      guard place > 0, place <= limit, valid[place] != 0 else {
        if isValid == nil { isValid = Array(repeating: true, count: ids.count) }
        isValid?[row] = false
        strings.append("")
        continue
      }
      let code = codes.number(of: place)
      strings.append(code > 0 ? codes.texts[code] : texts[BasePart.of(place)]?[place & (BasePart.size - 1)] ?? "")
    }
    return column((strings, isValid)) { .strings($0, valid: $1) }
  }
}
