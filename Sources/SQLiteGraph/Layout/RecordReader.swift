import GraphModel

/// Decodes what ``RecordWriter`` wrote, out of a stretch of bytes. Bytes that it cannot have written are `damaged`.
struct RecordReader {
  let bytes: [UInt8]
  var at: Int
  let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  init(_ bytes: [UInt8]) {
    self.init(bytes, bytes.indices)
  }

  var isAtEnd: Bool { at >= end }

  static let damage = StoreError(.damaged, "the database is damaged: a record cannot be read")

  // MARK: Records

  /// The labels at the start of the record of a node.
  mutating func labels() throws(StoreError) -> [LabelID] {
    let count = try length()
    var labels: [LabelID] = []
    labels.reserveCapacity(count)
    for _ in 0..<count { labels.append(LabelID(try number())) }
    return labels
  }

  mutating func skipLabels() throws(StoreError) {
    for _ in 0..<(try length()) { _ = try unsigned() }
  }

  mutating func hasLabel(_ label: LabelID) throws(StoreError) -> Bool {
    let wanted = UInt64(truncatingIfNeeded: label.rawValue)
    for _ in 0..<(try length()) where try unsigned() == wanted { return true }
    return false
  }

  /// The value of one key, from where the properties start; null where there is none.
  mutating func property(_ key: PropertyKeyID) throws(StoreError) -> Value {
    let wanted = UInt64(truncatingIfNeeded: key.rawValue)
    while at < end {
      let found = try unsigned()
      if found == wanted { return try value() }
      if found > wanted { return .null }
      try skipValue()
    }
    return .null
  }

  /// All properties, from where they start.
  mutating func properties() throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    while at < end { properties.append((key: PropertyKeyID(try number()), value: try value())) }
    return properties
  }

  /// The record of a node that begins here, with other cells of some properties, which stand in some row of columns by ascending keys: a cell
  /// that is empty takes the property away.
  func nodeRecord(with cells: [EncodedCells], row: Int) throws(StoreError) -> [UInt8] {
    var reader = self
    try reader.skipLabels()
    var changed = Array(bytes[at..<reader.at])
    changed.reserveCapacity(2 * (end - at) + 16)
    var next = 0
    while reader.at < end {
      let start = reader.at
      let key = try reader.number()
      try reader.skipValue()
      while next < cells.count, cells[next].key.rawValue < key {
        cells[next].appendCell(of: row, to: &changed)
        next += 1
      }
      if next < cells.count, cells[next].key.rawValue == key {
        cells[next].appendCell(of: row, to: &changed)
        next += 1
      } else {
        changed += bytes[start..<reader.at]
      }
    }
    for cell in cells[next...] { cell.appendCell(of: row, to: &changed) }
    return changed
  }

  // MARK: Numbers and text

  @inline(__always)
  mutating func unsigned() throws(StoreError) -> UInt64 {
    guard at < end else { throw Self.damage }
    let first = bytes[at]
    at += 1
    return first < 0x80 ? UInt64(first) : try longUnsigned(first)
  }

  private mutating func longUnsigned(_ first: UInt8) throws(StoreError) -> UInt64 {
    var number = UInt64(first & 0x7f)
    var shift: UInt64 = 7
    while at < end, shift < 64 {
      let byte = bytes[at]
      at += 1
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Self.damage
  }

  mutating func signed() throws(StoreError) -> Int64 {
    let folded = try unsigned()
    return Int64(bitPattern: (folded >> 1) ^ (0 &- (folded & 1)))
  }

  mutating func number() throws(StoreError) -> Int32 {
    guard let number = Int32(exactly: try unsigned()) else { throw Self.damage }
    return number
  }

  private mutating func smallSigned() throws(StoreError) -> Int32 {
    guard let number = Int32(exactly: try signed()) else { throw Self.damage }
    return number
  }

  /// A number that counts bytes or things of at least a byte, so at most what is left.
  mutating func length() throws(StoreError) -> Int {
    let count = try unsigned()
    guard count <= UInt64(end - at) else { throw Self.damage }
    return Int(count)
  }

  mutating func text() throws(StoreError) -> String {
    let count = try length()
    defer { at += count }
    return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
  }

  // MARK: Values

  private mutating func tag() throws(StoreError) -> ValueTag {
    guard at < end, let tag = ValueTag(rawValue: bytes[at]) else { throw Self.damage }
    at += 1
    return tag
  }

  mutating func value() throws(StoreError) -> Value {
    switch try tag() {
    case .false: return .boolean(false)
    case .true: return .boolean(true)
    case .integer: return .integer(try signed())
    case .float: return .float(try float())
    case .string: return .string(try text())
    case .list: return .list(try list())
    case .date: return .date(CalendarDate(daysSinceEpoch: try signed()))
    case .localTime: return .localTime(LocalTime(nanosecondOfDay: try signed()))
    case .time:
      return .time(OffsetTime(local: LocalTime(nanosecondOfDay: try signed()), offsetSeconds: try smallSigned()))
    case .localDateTime: return .localDateTime(try moment())
    case .dateTime: return .dateTime(ZonedDateTime(local: try moment(), offsetSeconds: try smallSigned()))
    case .dateTimeInZone:
      return .dateTime(ZonedDateTime(local: try moment(), offsetSeconds: try smallSigned(), zone: try text()))
    case .duration:
      return .duration(
        CalendarDuration(
          months: try signed(), days: try signed(), seconds: try signed(), nanoseconds: try smallSigned()))
    }
  }

  private mutating func float() throws(StoreError) -> Double {
    guard end - at >= 8 else { throw Self.damage }
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(bytes[at + place]) << UInt64(8 * place) }
    at += 8
    return Double(bitPattern: bits)
  }

  private mutating func moment() throws(StoreError) -> LocalDateTime {
    LocalDateTime(date: CalendarDate(daysSinceEpoch: try signed()), time: LocalTime(nanosecondOfDay: try signed()))
  }

  private mutating func list() throws(StoreError) -> [Value] {
    let stop = try length() + at
    var items: [Value] = []
    while at < stop {
      // A list holds no lists, so a damaged file cannot make this recur without end.
      if bytes[at] == ValueTag.list.rawValue { throw Self.damage }
      items.append(try value())
    }
    guard at == stop else { throw Self.damage }
    return items
  }

  private mutating func skipValue() throws(StoreError) {
    switch try tag() {
    case .false, .true: break
    case .integer, .date, .localTime: try skipNumbers(1)
    case .time, .localDateTime: try skipNumbers(2)
    case .dateTime: try skipNumbers(3)
    case .duration: try skipNumbers(4)
    case .float:
      guard end - at >= 8 else { throw Self.damage }
      at += 8
    case .string, .list: at += try length()
    case .dateTimeInZone:
      try skipNumbers(3)
      at += try length()
    }
  }

  private mutating func skipNumbers(_ count: Int) throws(StoreError) {
    for _ in 0..<count { _ = try unsigned() }
  }
}
