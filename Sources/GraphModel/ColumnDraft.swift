/// A column that grows: typed as long as all of its values are integers, or all of them strings.
@frozen
public struct ColumnDraft: Sendable {
  @usableFromInline enum Form: Sendable {
    case integers, strings, values
  }

  @usableFromInline var form: Form
  @usableFromInline var integers: [Int64] = []
  @usableFromInline var strings: [String] = []
  @usableFromInline var values: [Value] = []

  public init(_ first: Value) {
    switch first {
    case .integer(let number): (form, integers) = (.integers, [number])
    case .string(let text): (form, strings) = (.strings, [text])
    default: (form, values) = (.values, [first])
    }
  }

  public var count: Int {
    switch form {
    case .integers: integers.count
    case .strings: strings.count
    case .values: values.count
    }
  }

  @inlinable
  public mutating func append(_ number: Int64) {
    if form == .integers { integers.append(number) } else { appendOther(.integer(number)) }
  }

  @inlinable
  public mutating func append(_ text: String) {
    if form == .strings { strings.append(text) } else { appendOther(.string(text)) }
  }

  public mutating func append(_ value: Value) {
    switch value {
    case .integer(let number): append(number)
    case .string(let text): append(text)
    default: appendOther(value)
    }
  }

  @usableFromInline
  mutating func appendOther(_ value: Value) {
    switch form {
    case .integers: values = integers.map { .integer($0) }
    case .strings: values = strings.map { .string($0) }
    case .values: break
    }
    (form, integers, strings) = (.values, [], [])
    values.append(value)
  }

  /// Leaves out what is behind so many values.
  public mutating func cut(to count: Int) {
    switch form {
    case .integers: integers.removeLast(integers.count - count)
    case .strings: strings.removeLast(strings.count - count)
    case .values: values.removeLast(values.count - count)
    }
  }

  /// The value of a row.
  public subscript(row: Int) -> Value {
    switch form {
    case .integers: .integer(integers[row])
    case .strings: .string(strings[row])
    case .values: values[row]
    }
  }

  /// In the narrowest form.
  public var column: Column {
    switch form {
    case .integers: .integers(integers, valid: nil)
    case .strings: .strings(strings, valid: nil)
    case .values: .narrowest(values)
    }
  }
}
