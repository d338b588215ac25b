import GraphModel

/// Collects the values of one property row by row, typed as long as they are of one type.
struct ColumnCollector {
  private let key: PropertyKeyID
  private var values: PropertyValues?
  private var valid: [Bool] = []
  /// Whether every row so far has a value.
  private var isWhole = true

  init(_ key: PropertyKeyID) { self.key = key }

  /// Adds the values of the rows that begin at `first`; rows between have none.
  mutating func append(_ column: Column, from first: Int) {
    pad(to: first)
    for row in 0..<column.count { append(column[row]) }
  }

  /// Nil where no row has a value.
  mutating func finish(rows: Int) -> DraftColumn? {
    pad(to: rows)
    guard let values else { return nil }
    return DraftColumn(
      key: key, column: PropertyColumn(key: "", values: values, valid: isWhole ? nil : valid))
  }

  private mutating func pad(to row: Int) {
    while valid.count < row { append(.null) }
  }

  private mutating func append(_ value: Value) {
    valid.append(!value.isNull)
    if value.isNull { isWhole = false }
    guard let values else {
      if !value.isNull { begin(value) }
      return
    }
    // Taken out while it grows, so that it is not copied.
    self.values = nil
    self.values = values.appending(value)
  }

  /// The first value decides the type; the rows before it have none.
  private mutating func begin(_ value: Value) {
    let before = valid.count - 1
    switch value {
    case .integer: values = .integers(Array(repeating: 0, count: before))
    case .float: values = .floats(Array(repeating: 0, count: before))
    case .boolean: values = .booleans(Array(repeating: false, count: before))
    case .string:
      var texts = TextColumn()
      texts.ends = Array(repeating: 0, count: before)
      values = .texts(texts)
    default: values = .values(Array(repeating: .null, count: before))
    }
    values = values?.appending(value)
  }
}

extension PropertyValues {
  fileprivate consuming func appending(_ value: Value) -> PropertyValues {
    switch (consume self, value) {
    case (.integers(var numbers), .integer(let number)):
      numbers.append(number)
      return .integers(numbers)
    case (.integers(var numbers), .null):
      numbers.append(0)
      return .integers(numbers)
    case (.floats(var numbers), .float(let number)):
      numbers.append(number)
      return .floats(numbers)
    case (.floats(var numbers), .null):
      numbers.append(0)
      return .floats(numbers)
    case (.booleans(var flags), .boolean(let flag)):
      flags.append(flag)
      return .booleans(flags)
    case (.booleans(var flags), .null):
      flags.append(false)
      return .booleans(flags)
    case (.texts(var texts), .string(let text)):
      texts.append(text.utf8)
      return .texts(texts)
    case (.texts(var texts), .null):
      texts.ends.append(texts.bytes.count)
      return .texts(texts)
    case (.values(var values), _):
      values.append(value)
      return .values(values)
    case (let typed, _):
      var values = (0..<typed.count).map { typed.value($0) }
      values.append(value)
      return .values(values)
    }
  }

  /// The value of a row that has one.
  func value(_ row: Int) -> Value {
    switch self {
    case .integers(let values): .integer(values[row])
    case .floats(let values): .float(values[row])
    case .booleans(let values): .boolean(values[row])
    case .texts(let values): .string(values[row])
    case .values(let values): values[row]
    }
  }
}
