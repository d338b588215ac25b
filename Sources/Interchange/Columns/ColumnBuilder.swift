import GraphModel

/// One property of the records of one piece, as it grows.
struct ColumnBuilder: Sendable {
  let type: PropertyType
  /// Whether the type was given in the header, so that numbers may be written in any way.
  let isDeclared: Bool
  /// What is known of the zones that times name.
  private let zones: (any TimeZoneRules)?
  private(set) var count = 0
  /// The rows without the property.
  private(set) var missing: [Int] = []
  var integers: [Int64] = []
  var floats: [Double] = []
  var booleans: [Bool] = []
  var texts = TextColumn()
  var values: [Value] = []

  init(_ type: PropertyType, isDeclared: Bool, capacity: Int, zones: (any TimeZoneRules)? = nil) {
    self.type = type
    self.isDeclared = isDeclared
    self.zones = zones
    switch type {
    case .integer: integers.reserveCapacity(capacity)
    case .float: floats.reserveCapacity(capacity)
    case .text: texts.ends.reserveCapacity(capacity)
    default: break
    }
  }

  /// A row without the property.
  mutating func appendMissing() {
    missing.append(count)
    count += 1
    switch type {
    case .nothing: break
    case .integer: integers.append(0)
    case .float: floats.append(0)
    case .boolean: booleans.append(false)
    case .text: texts.ends.append(texts.bytes.count)
    default: values.append(.null)
    }
  }

  /// The field that a scanner has found; false where it is not of the type.
  @inline(__always)
  mutating func append(_ field: borrowing FieldScanner) -> Bool {
    if field.count == 0, field.isMissing || type != .text {
      appendMissing()
      return true
    }
    switch type {
    case .integer:
      guard let number = FieldNumber.integer(field.bytes, field.start, field.end),
        isDeclared || FieldNumber.isPlain(field.bytes, field.start, field.end)
      else { return false }
      integers.append(number)
    case .float:
      guard let number = float(field) else { return false }
      floats.append(number)
    case .text:
      texts.append(field.content)
    default:
      guard appendOther(field) else { return false }
    }
    count += 1
    return true
  }

  private func float(_ field: borrowing FieldScanner) -> Double? {
    if isDeclared { return FieldNumber.declaredFloat(field.bytes, field.start, field.end) }
    guard FieldNumber.isPlain(field.bytes, field.start, field.end),
      FieldNumber.hasFraction(field.bytes, field.start, field.end)
        || FieldNumber.integer(field.bytes, field.start, field.end) != nil
    else { return nil }
    return FieldNumber.float(field.bytes, field.start, field.end)
  }

  private mutating func appendOther(_ field: borrowing FieldScanner) -> Bool {
    switch type {
    case .nothing: return false
    case .boolean:
      guard let flag = FieldNumber.boolean(field.content) else { return false }
      booleans.append(flag)
    default:
      guard let value = value(field.text, type) else { return false }
      values.append(value)
    }
    return true
  }

  /// A value of a type, from its text; nil where the text is none.
  private func value(_ text: String, _ type: PropertyType) -> Value? {
    let bytes = Array(text.utf8)
    switch type {
    case .nothing: return nil
    case .text: return .string(text)
    case .integer: return FieldNumber.integer(bytes, 0, bytes.count).map { .integer($0) }
    case .float: return FieldNumber.declaredFloat(bytes, 0, bytes.count).map { .float($0) }
    case .boolean: return FieldNumber.boolean(bytes[...]).map { .boolean($0) }
    case .date: return (try? CalendarDate(parsing: text)).map { .date($0) }
    case .localTime: return (try? LocalTime(parsing: text)).map { .localTime($0) }
    case .time: return try? zones?.time(parsing: text)
    case .localDateTime: return (try? LocalDateTime(parsing: text)).map { .localDateTime($0) }
    case .dateTime: return (try? zones?.dateTime(parsing: text, default: .utc)).map { .dateTime($0) }
    case .duration: return (try? CalendarDuration(parsing: text)).map { .duration($0) }
    case .list(let element):
      var items: [Value] = []
      for item in text.split(separator: ";") {
        guard let value = value(String(item), element) else { return nil }
        items.append(value)
      }
      return .list(items)
    }
  }
}

extension TimeZoneRules {
  /// A time of day; without an offset it is in UTC.
  fileprivate func time(parsing text: String) throws(TemporalError) -> Value {
    .time(try time(parsing: text, default: .utc, now: Instant(seconds: 0, nanoseconds: 0)))
  }
}
