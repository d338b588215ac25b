import GraphModel

/// What of a column was asked for, in memory: it is read from no more, so that several threads may look at it.
struct LoadedColumn: Sendable {
  enum Storage: Sendable {
    case integers(LazyBuffer<Int64>)
    /// As days since 1970-01-01.
    case dates(LazyBuffer<Int64>)
    case floats(LazyBuffer<Double>)
    case booleans(LazyBuffer<UInt8>)
    /// Texts that repeat by number, 0 for those of a part in which they do not.
    case texts(numbers: LazyBuffer<UInt32>, TextDictionary, parts: [TextPart?])
    case mixed([[Value]])
  }

  let storage: Storage
  /// 1 where an id has the property.
  let valid: LazyBuffer<UInt8>
  let limit: Int

  /// The value of one id; null where there is none.
  @inline(__always)
  func value(_ id: Int) -> Value {
    guard id > 0, id <= limit, valid[id] != 0 else { return .null }
    switch storage {
    case .integers(let numbers): return .integer(numbers[id])
    case .dates(let days): return .date(CalendarDate(daysSinceEpoch: days[id]))
    case .floats(let numbers): return .float(numbers[id])
    case .booleans(let flags): return .boolean(flags[id] != 0)
    case .texts(let numbers, let dictionary, let parts):
      let number = Int(numbers[id])
      return .string(number > 0 ? dictionary.texts[number] : parts[BasePart.of(id)]?[id & (BasePart.size - 1)] ?? "")
    case .mixed(let values): return values[BasePart.of(id)][id & (BasePart.size - 1)]
    }
  }

  // MARK: Values

  /// The values of ids, in the narrowest form; null for ids that are not in the base.
  func gathered<ID: StoredID>(_ ids: [ID]) -> Column {
    switch storage {
    case .integers(let numbers): column(numbers.gathered(ids, valid: valid)) { .integers($0, valid: $1) }
    case .floats(let numbers): column(numbers.gathered(ids, valid: valid)) { .floats($0, valid: $1) }
    case .booleans(let flags): column(flags.gathered(ids, valid: valid)) { .booleans($0.map { $0 != 0 }, valid: $1) }
    case .texts(let numbers, let dictionary, let parts):
      coded(ids, numbers, dictionary) ?? column(gathered(ids, numbers, dictionary.texts, parts)) { .strings($0, valid: $1) }
    case .dates: .values(ids.map { value($0.place) })
    case .mixed: .narrowest(ids.map { value($0.place) })
    }
  }

  /// A component of the dates of ids; nil of other values.
  func components<ID: StoredID>(_ field: DateField, of ids: [ID]) -> Column? {
    guard case .dates(let days) = storage else { return nil }
    return column(days.gathered(ids, valid: valid)) { days, valid in
      .integers(days.map { field.value(of: CalendarDate(daysSinceEpoch: $0)) }, valid: valid)
    }
  }

  /// Without a type where there is no value at all.
  @inline(__always)
  private func column<Item>(_ found: (numbers: [Item], valid: [Bool]?), _ make: ([Item], [Bool]?) -> Column) -> Column {
    if found.numbers.isEmpty || found.valid?.contains(true) == false {
      return .values(Array(filledWith: .null, count: found.numbers.count))
    }
    return make(found.numbers, found.valid)
  }

  /// Nil where not all texts repeat.
  private func coded<ID: StoredID>(_ ids: [ID], _ numbers: LazyBuffer<UInt32>, _ dictionary: TextDictionary) -> Column? {
    if let first = ids.first(where: { $0.place > 0 && $0.place <= limit && valid[$0.place] != 0 }), numbers[first.place] == 0 { return nil }
    let found = numbers.gathered(ids, valid: valid)
    for (row, number) in found.numbers.enumerated() where number == 0 && found.valid?[row] != false { return nil }
    return column(found) { .coded($0, dictionary, valid: $1) }
  }

  private func gathered<ID: StoredID>(
    _ ids: [ID], _ numbers: LazyBuffer<UInt32>, _ texts: [String], _ parts: [TextPart?]
  ) -> (numbers: [String], valid: [Bool]?) {
    var isValid: [Bool]?
    var strings: [String] = []
    strings.reserveCapacity(ids.count)
    for (row, id) in ids.enumerated() {
      let place = id.place
      guard place > 0, place <= limit, valid[place] != 0 else {
        if isValid == nil { isValid = Array(filledWith: true, count: ids.count) }
        isValid?[row] = false
        strings.append("")
        continue
      }
      let number = Int(numbers[place])
      strings.append(number > 0 ? texts[number] : parts[BasePart.of(place)]?[place & (BasePart.size - 1)] ?? "")
    }
    return (strings, isValid)
  }

  // MARK: Tests

  /// Whether each id passes, in any order; none does that the base does not have. Cost: a look at the number, or at the answer
  /// for a text that repeats.
  func passing<ID: StoredID>(_ ids: [ID], _ test: PropertyTest) -> [Bool] {
    switch storage {
    case .integers(let numbers):
      if let passing = test.integers { return marks(ids, numbers, passing) }
    case .dates(let days):
      if let passing = test.days { return marks(ids, days, passing) }
    case .floats(let numbers):
      if let passing = test.floats { return marks(ids, numbers, passing) }
    case .texts(let numbers, let dictionary, let parts): return passing(ids, test, numbers, dictionary.texts, parts)
    case .booleans, .mixed: break
    }
    return ids.map { test.passes(value($0.place)) }
  }

  private func marks<ID: StoredID, Number: Comparable & BitwiseCopyable>(
    _ ids: [ID], _ numbers: LazyBuffer<Number>, _ passing: PassingNumbers<Number>
  ) -> [Bool] {
    switch passing {
    case .none: Array(filledWith: false, count: ids.count)
    case .within(let range): numbers.marks(ids, valid: valid) { $0 >= range.lowerBound && $0 <= range.upperBound }
    case .allBut(let other): numbers.marks(ids, valid: valid) { $0 != other }
    case .among(let list) where list.count <= PassingNumbers<Number>.fewNumbers: numbers.marks(ids, valid: valid, where: list.contains)
    case .among(let list): numbers.marks(ids, valid: valid, where: list.hasSorted)
    }
  }

  private func passing<ID: StoredID>(
    _ ids: [ID], _ test: PropertyTest, _ numbers: LazyBuffer<UInt32>, _ texts: [String], _ parts: [TextPart?]
  ) -> [Bool] {
    var answers: [Bool?] = Array(filledWith: nil, count: texts.count)
    var passes: [Bool] = []
    passes.reserveCapacity(ids.count)
    // Those of the part that was looked at last.
    var (part, own, ready) = (-1, TextPart?.none, TextPart.ReadyTest.always(false))
    for id in ids {
      guard id.place > 0, id.place <= limit, valid[id.place] != 0 else {
        passes.append(false)
        continue
      }
      let number = Int(numbers[id.place])
      if number > 0 {
        let answer = answers[number] ?? test.passes(.string(texts[number]))
        answers[number] = answer
        passes.append(answer)
        continue
      }
      if BasePart.of(id.place) != part {
        part = BasePart.of(id.place)
        own = parts[part]
        ready = own?.ready(test) ?? .always(false)
      }
      passes.append(own?.passes(id.place & (BasePart.size - 1), ready) ?? false)
    }
    return passes
  }
}
