/// The components that a map gives for a point in time: base values (`date`, `time`, `datetime`), numbers that override
/// their parts, and a zone.
struct TemporalFields {
  private let setting: TemporalSetting
  private var numbers: [String: Int64] = [:]
  private var bases: [String: TemporalParts] = [:]
  private(set) var zone: TimeZoneReference?

  static let dateFields = [
    "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay",
  ]
  static let timeFields = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
  private static let subsecondFields: Set = ["millisecond", "microsecond", "nanosecond"]

  /// Reads a map for a type; a component that the type does not have is an error.
  init(_ map: ValueMap, of type: TemporalType, _ setting: TemporalSetting) throws(TemporalError) {
    self.setting = setting
    for (name, value) in map {
      switch name {
      case "date" where type.hasDate, "time" where type.hasTime, "datetime" where type == .dateTime || type == .localDateTime:
        bases[name] = try TemporalFields.base(name, value)
      case "timezone" where type.hasZone:
        guard case .string(let text) = value else {
          throw TemporalError(.invalidField, "'timezone' must be a string")
        }
        zone = try setting.zones.zone(parsing: text)
      case "epochSeconds" where type == .dateTime, "epochMillis" where type == .dateTime: try addNumber(name, value)
      case _ where type.hasDate && TemporalFields.dateFields.contains(name): try addNumber(name, value)
      case _ where type.hasTime && TemporalFields.timeFields.contains(name): try addNumber(name, value)
      default: throw TemporalError(.invalidField, "a \(type.rawValue) has no component '\(name)'")
      }
    }
  }

  private mutating func addNumber(_ name: String, _ value: Value) throws(TemporalError) {
    guard case .integer(let number) = value else {
      throw TemporalError(.invalidField, "'\(name)' must be an integer")
    }
    numbers[name] = number
  }

  private static func base(_ name: String, _ value: Value) throws(TemporalError) -> TemporalParts {
    guard let parts = TemporalParts(value), name == "time" || parts.date != nil, name == "date" || parts.time != nil else {
      throw TemporalError(.invalidField, "'\(name)' must be a temporal value with a \(name)")
    }
    return parts
  }

  /// The point in time that the components describe.
  func build(_ type: TemporalType) throws(TemporalError) -> Value {
    if let instant = epoch {
      let moment = try setting.zones.show(instant, in: .utc)
      return try build(type, date: moment.local.date, time: moment.local.time, zone: .utc, offset: 0)
    }
    let timeBase = bases["datetime"] ?? bases["time"]
    return try build(
      type, date: (bases["datetime"] ?? bases["date"])?.date, time: timeBase?.time, zone: timeBase?.zone,
      offset: timeBase?.offsetSeconds)
  }

  /// Sets the components on base values. A zone that the base has counts until a `timezone` moves the instant to another;
  /// without one in the base, the `timezone` says where the local time is.
  private func build(
    _ type: TemporalType, date: CalendarDate?, time: LocalTime?, zone base: TimeZoneReference?, offset: Int32?
  ) throws(TemporalError) -> Value {
    var parts = TemporalParts(zone: base ?? zone)
    if type.hasDate { parts.date = try self.date(on: date) }
    if type.hasTime { parts.time = try self.time(on: time, isRequired: !type.hasDate) }
    if type == .time, let offset { parts.offsetSeconds = offset }
    parts = try setting.complete(parts, for: type)
    guard let zone, base != nil, let time = parts.time, type.hasZone else { return parts.value(type) }
    let today = try setting.zones.show(setting.now, in: .utc).local.date
    let local = LocalDateTime(date: parts.date ?? today, time: time)
    let moment = ZonedDateTime(local: local, offsetSeconds: parts.offsetSeconds ?? 0)
    return TemporalParts(try setting.zones.move(moment, to: zone)).value(type)
  }

  /// The point in time with these components set on one that has been truncated to a unit.
  func override(_ parts: TemporalParts, _ type: TemporalType) throws(TemporalError) -> Value {
    var result = parts
    if type.hasDate { result.date = try date(on: parts.date) }
    if type.hasTime {
      let kept = parts.time ?? .midnight
      var time = try time(on: kept, isRequired: false)
      if !TemporalFields.subsecondFields.isDisjoint(with: numbers.keys) {
        // Smaller parts of a second are set beside the larger ones that truncation kept.
        try CalendarDate.check("nanosecond", Int64(kept.nanosecond + time.nanosecond), 0...999_999_999)
        time = LocalTime(nanosecondOfDay: time.nanosecondOfDay + Int64(kept.nanosecond))
      }
      result.time = time
    }
    if let zone {
      result.zone = zone
      if case .offset(let offset) = zone { result.offsetSeconds = offset } else { result.offsetSeconds = nil }
    }
    return try setting.complete(result, for: type).value(type)
  }

  private var epoch: Instant? {
    if let seconds = numbers["epochSeconds"] { return Instant(seconds: seconds, nanoseconds: 0) }
    return numbers["epochMillis"].map(Instant.init(milliseconds:))
  }

  // MARK: Date

  private func date(on base: CalendarDate?) throws(TemporalError) -> CalendarDate {
    let (week, dayOfWeek) = (numbers["week"], numbers["dayOfWeek"])
    let (quarter, dayOfQuarter) = (numbers["quarter"], numbers["dayOfQuarter"])
    let (month, day) = (numbers["month"], numbers["day"])
    let groups = [
      week != nil || dayOfWeek != nil, quarter != nil || dayOfQuarter != nil, numbers["ordinalDay"] != nil,
      month != nil || day != nil,
    ]
    if groups.count(where: { $0 }) > 1 {
      throw TemporalError(.invalidField, "a day is given by month, week, quarter or ordinalDay, not by several of them")
    }
    guard let year = numbers["year"] ?? base.map({ $0.year(ofWeek: groups[0]) }) else {
      throw TemporalError(.invalidField, "'year' must be given")
    }
    try CalendarDate.check("year", year, CalendarLengths.years)
    if groups[0] { return try weekDate(year, week, dayOfWeek, base) }
    if groups[1] { return try quarterDate(year, quarter, dayOfQuarter, base) }
    if let ordinalDay = numbers["ordinalDay"] { return try CalendarDate(year: year, ordinalDay: ordinalDay) }
    guard let month = month ?? base.map({ Int64($0.civil.month) }) ?? (day == nil ? 1 : nil) else {
      throw .missing("month", for: "day")
    }
    try CalendarDate.check("month", month, 1...12)
    let longest = CalendarLengths.days(ofMonth: Int(month), year: year)
    let kept = base.map { min($0.civil.day, longest) } ?? 1
    return try CalendarDate(year: year, month: month, day: day ?? Int64(kept))
  }

  private func weekDate(
    _ year: Int64, _ week: Int64?, _ day: Int64?, _ base: CalendarDate?
  ) throws(TemporalError) -> CalendarDate {
    let kept = base.map { Int64(min($0.weekDate.week, CalendarLengths.weeks(ofYear: year))) }
    guard let week = week ?? kept else { throw .missing("week", for: "dayOfWeek") }
    return try CalendarDate(
      weekYear: year, week: week, dayOfWeek: day ?? base.map { Int64($0.dayOfWeek) } ?? 1)
  }

  private func quarterDate(
    _ year: Int64, _ quarter: Int64?, _ day: Int64?, _ base: CalendarDate?
  ) throws(TemporalError) -> CalendarDate {
    guard let quarter = quarter ?? base.map({ Int64($0.quarter) }) else {
      throw .missing("quarter", for: "dayOfQuarter")
    }
    try CalendarDate.check("quarter", quarter, 1...4)
    let longest = CalendarLengths.days(ofQuarter: Int(quarter), year: year)
    let kept = base.map { min($0.dayOfQuarter, longest) } ?? 1
    return try CalendarDate(year: year, quarter: quarter, dayOfQuarter: day ?? Int64(kept))
  }

  // MARK: Time

  private func time(on base: LocalTime?, isRequired: Bool) throws(TemporalError) -> LocalTime {
    let (hour, minute, second) = (numbers["hour"], numbers["minute"], numbers["second"])
    let hasPart = !TemporalFields.subsecondFields.isDisjoint(with: numbers.keys)
    if base == nil {
      if hour == nil, isRequired || minute != nil || second != nil || hasPart {
        throw TemporalError(.invalidField, "'hour' must be given")
      }
      if minute == nil, second != nil || hasPart { throw .missing("minute", for: "second") }
      if second == nil, hasPart { throw .missing("second", for: "parts of a second") }
    }
    return try LocalTime(
      hour: hour ?? Int64(base?.hour ?? 0), minute: minute ?? Int64(base?.minute ?? 0),
      second: second ?? Int64(base?.second ?? 0), nanosecond: hasPart ? try subsecond() : Int64(base?.nanosecond ?? 0))
  }

  /// The parts of a second together; beside a larger one, a smaller one has only the three or six digits left to it.
  private func subsecond() throws(TemporalError) -> Int64 {
    let (milli, micro, nano) = (numbers["millisecond"], numbers["microsecond"], numbers["nanosecond"])
    if let milli { try CalendarDate.check("millisecond", milli, 0...999) }
    if let micro { try CalendarDate.check("microsecond", micro, 0...(milli == nil ? 999_999 : 999)) }
    if let nano {
      try CalendarDate.check("nanosecond", nano, 0...(micro != nil ? 999 : milli != nil ? 999_999 : 999_999_999))
    }
    return (milli ?? 0) * 1_000_000 + (micro ?? 0) * 1_000 + (nano ?? 0)
  }
}

extension CalendarDate {
  /// The year that stays when other components are set.
  fileprivate func year(ofWeek: Bool) -> Int64 { ofWeek ? weekDate.weekYear : civil.year }
}

extension TemporalError {
  fileprivate static func missing(_ name: String, for other: String) -> TemporalError {
    TemporalError(.invalidField, "'\(name)' must be given where \(other) is")
  }
}
