import GraphModel

/// Encodes labels and properties as bytes, the same bytes for the same contents.
///
/// A record of a node is the number of its labels, their numbers ascending, then its properties; a record of a
/// relationship is its properties. A property is its key number, a tag and the payload, by ascending key, up to the end.
/// Unsigned numbers are LEB128 (seven bits a byte, the lowest first); signed ones are folded first: 0, -1, 1, -2 become
/// 0, 1, 2, 3. The tags are ``ValueTag``. The version of the encoding is the version of the file.
struct RecordWriter {
  var bytes: [UInt8] = []

  static func node(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> [UInt8] {
    var writer = RecordWriter()
    writer.bytes.reserveCapacity(16 + 16 * properties.count)
    writer.labels(labels)
    try writer.properties(properties)
    return writer.bytes
  }

  mutating func labels(_ labels: [LabelID]) {
    unsigned(UInt64(labels.count))
    for label in labels { unsigned(UInt64(label.rawValue)) }
  }

  static func relationship(properties: [(key: PropertyKeyID, value: Value)]) throws(StoreError) -> [UInt8] {
    var writer = RecordWriter()
    writer.bytes.reserveCapacity(16 * properties.count)
    try writer.properties(properties)
    return writer.bytes
  }

  /// One value by itself.
  static func value(_ value: Value) throws(StoreError) -> [UInt8] {
    var writer = RecordWriter()
    try writer.value(value)
    return writer.bytes
  }

  mutating func properties(_ properties: [(key: PropertyKeyID, value: Value)]) throws(StoreError) {
    for (key, value) in properties {
      unsigned(UInt64(key.rawValue))
      try self.value(value)
    }
  }

  mutating func unsigned(_ number: UInt64) {
    var rest = number
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func signed(_ number: Int64) {
    unsigned(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  mutating func text(_ text: String) {
    unsigned(UInt64(text.utf8.count))
    bytes.append(bytesOf: text)
  }

  private mutating func tag(_ tag: ValueTag) { bytes.append(tag.rawValue) }

  mutating func integer(_ number: Int64) {
    tag(.integer)
    signed(number)
  }

  mutating func string(_ text: String) {
    tag(.string)
    self.text(text)
  }

  /// A string out of two runs of UTF-8.
  mutating func string(_ first: [UInt8], _ second: ArraySlice<UInt8>) {
    tag(.string)
    unsigned(UInt64(first.count + second.count))
    bytes.append(contentsOf: first)
    bytes.append(contentsOf: second)
  }

  mutating func value(_ value: Value) throws(StoreError) {
    switch value {
    case .boolean(let flag): tag(flag ? .true : .false)
    case .integer(let number): integer(number)
    case .float(let number):
      tag(.float)
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
      }
    case .string(let text): string(text)
    case .list(let items): try list(items)
    case .date(let date):
      tag(.date)
      signed(date.daysSinceEpoch)
    case .localTime(let time):
      tag(.localTime)
      signed(time.nanosecondOfDay)
    case .time(let time):
      tag(.time)
      signed(time.local.nanosecondOfDay)
      signed(Int64(time.offsetSeconds))
    case .localDateTime(let moment):
      tag(.localDateTime)
      self.moment(moment)
    case .dateTime(let instant):
      tag(instant.zone == nil ? .dateTime : .dateTimeInZone)
      moment(instant.local)
      signed(Int64(instant.offsetSeconds))
      if let zone = instant.zone { text(zone) }
    case .duration(let duration):
      tag(.duration)
      signed(duration.months)
      signed(duration.days)
      signed(duration.seconds)
      signed(Int64(duration.nanoseconds))
    case .null, .map, .node, .relationship, .path:
      throw StoreError(.unstorable, "this kind of value cannot be stored as a property")
    }
  }

  private mutating func moment(_ moment: LocalDateTime) {
    signed(moment.date.daysSinceEpoch)
    signed(moment.time.nanosecondOfDay)
  }

  /// The length in bytes comes first, so that a reader can step over the list.
  private mutating func list(_ items: [Value]) throws(StoreError) {
    var inner = RecordWriter()
    for item in items { try inner.value(item) }
    tag(.list)
    unsigned(UInt64(inner.bytes.count))
    bytes.append(contentsOf: inner.bytes)
  }
}

/// What kind of value follows in a record.
enum ValueTag: UInt8 {
  case `false` = 1
  case `true` = 2
  /// Signed.
  case integer = 3
  /// The eight bytes of an IEEE 754 double, the lowest first.
  case float = 4
  /// Length in bytes, then UTF-8.
  case string = 5
  /// Length in bytes, then the values.
  case list = 6
  /// Signed days.
  case date = 7
  /// Signed nanoseconds.
  case localTime = 8
  /// Signed nanoseconds, signed seconds of offset.
  case time = 9
  /// Signed days, signed nanoseconds.
  case localDateTime = 10
  /// Signed days, signed nanoseconds, signed seconds of offset.
  case dateTime = 11
  /// The same and the zone as text.
  case dateTimeInZone = 12
  /// Signed months, days, seconds, nanoseconds.
  case duration = 13
}
