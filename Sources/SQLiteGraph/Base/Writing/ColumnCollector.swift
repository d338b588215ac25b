import GraphModel

/// Collects the values of one property row by row, typed as long as they are of one type.
///
/// Each type has an array of its own, of which one is in use, so that values are appended in place.
struct ColumnCollector {
  private let key: PropertyKeyID
  /// Nil before the first value.
  private var kind: ColumnKind?
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var booleans: [Bool] = []
  private var texts = TextColumn()
  private var values: [Value] = []
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
    guard let kind else { return nil }
    return DraftColumn(
      key: key, column: PropertyColumn(key: "", values: collected(kind), valid: isWhole ? nil : valid))
  }

  private func collected(_ kind: ColumnKind) -> PropertyValues {
    switch kind {
    case .integers: .integers(integers)
    case .floats: .floats(floats)
    case .booleans: .booleans(booleans)
    case .texts: .texts(texts)
    case .mixed, .dates: .values(values)
    }
  }

  private mutating func pad(to row: Int) {
    while valid.count < row { append(.null) }
  }

  private mutating func append(_ value: Value) {
    let before = valid.count
    valid.append(!value.isNull)
    if value.isNull { isWhole = false }
    if kind == nil, !value.isNull { begin(value, before) }
    switch (kind, value) {
    case (nil, _): break
    case (.integers, .integer(let number)): integers.append(number)
    case (.integers, .null): integers.append(0)
    case (.floats, .float(let number)): floats.append(number)
    case (.floats, .null): floats.append(0)
    case (.booleans, .boolean(let flag)): booleans.append(flag)
    case (.booleans, .null): booleans.append(false)
    case (.texts, .string(let text)): texts.append(text.utf8)
    case (.texts, .null): texts.ends.append(texts.bytes.count)
    case (.mixed, _): values.append(value)
    case (let typed?, _):
      mix(typed, before)
      values.append(value)
    }
  }

  /// The first value decides the type; the rows before it have none.
  private mutating func begin(_ value: Value, _ before: Int) {
    switch value {
    case .integer:
      kind = .integers
      integers = Array(filledWith: 0, count: before)
    case .float:
      kind = .floats
      floats = Array(filledWith: 0, count: before)
    case .boolean:
      kind = .booleans
      booleans = Array(filledWith: false, count: before)
    case .string:
      kind = .texts
      texts.ends = Array(filledWith: 0, count: before)
    default:
      kind = .mixed
      values = Array(filledWith: .null, count: before)
    }
  }

  /// A value of another type comes: what was collected is no longer of one.
  private mutating func mix(_ typed: ColumnKind, _ before: Int) {
    let collected = collected(typed)
    values = (0..<before).map { valid[$0] ? collected.value($0) : .null }
    kind = .mixed
    (integers, floats, booleans, texts) = ([], [], [], TextColumn())
  }
}

extension PropertyValues {
  /// The value of a row that has one.
  fileprivate func value(_ row: Int) -> Value {
    switch self {
    case .integers(let values): .integer(values[row])
    case .floats(let values): .float(values[row])
    case .booleans(let values): .boolean(values[row])
    case .texts(let values): .string(values[row])
    case .values(let values): values[row]
    }
  }
}
