/// Where and when points in time are made: what is known of zones, the zone of those that are given none, and now.
public struct TemporalSetting: Sendable {
  public var zones: any TimeZoneRules
  public var defaultZone: TimeZoneReference
  public var now: Instant

  public init(zones: any TimeZoneRules, defaultZone: TimeZoneReference = .utc, now: Instant) {
    self.zones = zones
    self.defaultZone = defaultZone
    self.now = now
  }

  /// The current moment, in a zone, as a type.
  public func current(_ type: TemporalType, in zone: TimeZoneReference? = nil) throws(TemporalError) -> Value {
    TemporalParts(try zones.show(now, in: zone ?? defaultZone)).value(type)
  }

  /// A point in time from a map of components, a text, or a value with the parts that the type has.
  public func make(_ type: TemporalType, from input: Value) throws(TemporalError) -> Value {
    switch input {
    case .string(let text): return try parse(type, text)
    case .map(let map): return try TemporalFields(map, of: type, self).build(type)
    default:
      guard let parts = TemporalParts(input) else {
        throw TemporalError(.wrongType, "a \(type.rawValue) is made from a map, a string or a temporal value")
      }
      return try convert(parts, to: type)
    }
  }

  private func parse(_ type: TemporalType, _ text: String) throws(TemporalError) -> Value {
    switch type {
    case .date: .date(try CalendarDate(parsing: text))
    case .localTime: .localTime(try LocalTime(parsing: text))
    case .time: .time(try zones.time(parsing: text, default: defaultZone, now: now))
    case .localDateTime: .localDateTime(try LocalDateTime(parsing: text))
    case .dateTime: .dateTime(try zones.dateTime(parsing: text, default: defaultZone))
    }
  }

  private func convert(_ parts: TemporalParts, to type: TemporalType) throws(TemporalError) -> Value {
    if type.hasDate, parts.date == nil {
      throw TemporalError(.wrongType, "a \(type.rawValue) cannot be made from a value without a date")
    }
    if type == .localTime || type == .time, parts.time == nil {
      throw TemporalError(.wrongType, "a \(type.rawValue) cannot be made from a value without a time")
    }
    return try complete(parts, for: type).value(type)
  }

  /// The parts with those that a type needs and that are missing: today, midnight, the default zone. A zone and a local
  /// time are fitted to each other.
  func complete(_ parts: TemporalParts, for type: TemporalType) throws(TemporalError) -> TemporalParts {
    var parts = parts
    if parts.time == nil { parts.time = .midnight }
    guard type.hasZone else { return parts }
    let zone = parts.zone ?? defaultZone
    if parts.offsetSeconds == nil || type == .dateTime {
      let today = try zones.show(now, in: zone).local.date
      let local = LocalDateTime(date: parts.date ?? today, time: parts.time ?? .midnight)
      if let offset = parts.offsetSeconds, case .offset = zone {
        return TemporalParts(ZonedDateTime(local: local, offsetSeconds: offset))
      }
      let moment = try zones.resolve(local, in: zone)
      return TemporalParts(moment)
    }
    return parts
  }
}

/// What a point in time is made of; each type has some of it.
struct TemporalParts {
  var date: CalendarDate?
  var time: LocalTime?
  var zone: TimeZoneReference?
  var offsetSeconds: Int32?

  init(date: CalendarDate? = nil, time: LocalTime? = nil, zone: TimeZoneReference? = nil) {
    self.date = date
    self.time = time
    self.zone = zone
    if case .offset(let offset) = zone { offsetSeconds = offset }
  }

  init(_ moment: ZonedDateTime) {
    self.init(date: moment.local.date, time: moment.local.time, zone: moment.zoneReference)
    offsetSeconds = moment.offsetSeconds
  }

  /// Nil for a value that is no point in time.
  init?(_ value: Value) {
    switch value {
    case .date(let date): self.init(date: date)
    case .localTime(let time): self.init(time: time)
    case .time(let time): self.init(time: time.local, zone: .offset(time.offsetSeconds))
    case .localDateTime(let moment): self.init(date: moment.date, time: moment.time)
    case .dateTime(let moment): self.init(moment)
    default: return nil
    }
  }

  /// The value of a type; what is missing is the epoch, midnight and UTC.
  func value(_ type: TemporalType) -> Value {
    let date = date ?? CalendarDate(daysSinceEpoch: 0)
    let time = time ?? .midnight
    return switch type {
    case .date: .date(date)
    case .localTime: .localTime(time)
    case .time: .time(OffsetTime(local: time, offsetSeconds: offsetSeconds ?? 0))
    case .localDateTime: .localDateTime(LocalDateTime(date: date, time: time))
    case .dateTime:
      .dateTime(
        ZonedDateTime(
          local: LocalDateTime(date: date, time: time), offsetSeconds: offsetSeconds ?? 0, zone: zone?.name))
    }
  }
}
