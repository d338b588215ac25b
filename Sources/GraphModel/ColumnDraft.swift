/// A column that grows: typed as long as its values are of one of the four plain types, or null.
@frozen
public struct ColumnDraft: Sendable {
  @usableFromInline enum Form: Sendable {
    case nulls, integers, floats, booleans, strings, values
  }

  @usableFromInline var form = Form.nulls
  public private(set) var count = 0
  @usableFromInline var integers: [Int64] = []
  @usableFromInline var floats: [Double] = []
  @usableFromInline var booleans: [Bool] = []
  @usableFromInline var strings: [String] = []
  @usableFromInline var values: [Value] = []
  /// Which rows of a typed column hold a value; none as long as all do.
  @usableFromInline var valid: [Bool] = []

  public init(_ first: Value) { append(first) }

  @inlinable
  public mutating func append(_ number: Int64) {
    guard begins(.integers) else { return appendOther(.integer(number)) }
    integers.append(number)
    noteValue()
  }

  @inlinable
  public mutating func append(_ number: Double) {
    guard begins(.floats) else { return appendOther(.float(number)) }
    floats.append(number)
    noteValue()
  }

  @inlinable
  public mutating func append(_ flag: Bool) {
    guard begins(.booleans) else { return appendOther(.boolean(flag)) }
    booleans.append(flag)
    noteValue()
  }

  @inlinable
  public mutating func append(_ text: String) {
    guard begins(.strings) else { return appendOther(.string(text)) }
    strings.append(text)
    noteValue()
  }

  public mutating func append(_ value: Value) {
    switch value {
    case .integer(let number): append(number)
    case .float(let number): append(number)
    case .boolean(let flag): append(flag)
    case .string(let text): append(text)
    case .null: appendNull()
    default: appendOther(value)
    }
  }

  public mutating func appendNull() {
    if form == .values { return appendOther(.null) }
    if valid.isEmpty, form != .nulls { valid = Array(filledWith: true, count: count) }
    if form != .nulls { valid.append(false) }
    switch form {
    case .integers: integers.append(0)
    case .floats: floats.append(0)
    case .booleans: booleans.append(false)
    case .strings: strings.append("")
    case .nulls, .values: break
    }
    count += 1
  }

  /// Whether values of a type can be added as such.
  @usableFromInline
  mutating func begins(_ wanted: Form) -> Bool {
    if form == wanted { return true }
    guard form == .nulls else { return false }
    form = wanted
    valid = Array(filledWith: false, count: count)
    switch wanted {
    case .integers: integers = Array(filledWith: 0, count: count)
    case .floats: floats = Array(filledWith: 0, count: count)
    case .booleans: booleans = Array(filledWith: false, count: count)
    case .strings: strings = Array(filledWith: "", count: count)
    case .nulls, .values: break
    }
    return true
  }

  @usableFromInline
  mutating func noteValue() {
    count += 1
    if !valid.isEmpty { valid.append(true) }
  }

  @usableFromInline
  mutating func appendOther(_ value: Value) {
    if form != .values {
      values = (0..<count).map { self[$0] }
      (form, integers, floats, booleans, strings, valid) = (.values, [], [], [], [], [])
    }
    values.append(value)
    count += 1
  }

  /// Leaves out what is behind so many values.
  public mutating func cut(to rows: Int) {
    guard count > rows else { return }
    let more = count - rows
    switch form {
    case .nulls: break
    case .integers: integers.removeLast(more)
    case .floats: floats.removeLast(more)
    case .booleans: booleans.removeLast(more)
    case .strings: strings.removeLast(more)
    case .values: values.removeLast(more)
    }
    if !valid.isEmpty { valid.removeLast(more) }
    count = rows
  }

  /// The value of a row.
  public subscript(row: Int) -> Value {
    if form != .values, !valid.isEmpty, !valid[row] { return .null }
    return switch form {
    case .nulls: .null
    case .integers: .integer(integers[row])
    case .floats: .float(floats[row])
    case .booleans: .boolean(booleans[row])
    case .strings: .string(strings[row])
    case .values: values[row]
    }
  }

  /// In the narrowest form.
  public var column: Column {
    let valid = valid.isEmpty ? nil : valid
    return switch form {
    case .nulls: .values(Array(filledWith: .null, count: count))
    case .integers: .integers(integers, valid: valid)
    case .floats: .floats(floats, valid: valid)
    case .booleans: .booleans(booleans, valid: valid)
    case .strings: .strings(strings, valid: valid)
    case .values: .narrowest(values)
    }
  }
}
