extension Value {
  /// A component of a point in time or a duration, such as `year` or `minutesOfHour`; nil where the value has no such
  /// component.
  public func temporalComponent(_ name: String) -> Value? {
    switch self {
    case .date(let date): date.component(name)
    case .localTime(let time): time.component(name)
    case .time(let time): time.local.component(name) ?? TemporalComponents.ofOffset(time.offsetSeconds, nil, name)
    case .localDateTime(let moment): moment.date.component(name) ?? moment.time.component(name)
    case .dateTime(let moment):
      moment.local.date.component(name) ?? moment.local.time.component(name)
        ?? TemporalComponents.ofOffset(moment.offsetSeconds, moment.zone, name) ?? moment.instant.component(name)
    case .duration(let duration): duration.component(name)
    default: nil
    }
  }

  /// The names that ``temporalComponent(_:)`` knows of this value; empty for other than temporal values.
  public var temporalComponentNames: [String] {
    let (date, time) = (TemporalComponents.date, TemporalComponents.time)
    return switch self {
    case .date: date
    case .localTime: time
    case .time: time + TemporalComponents.offset
    case .localDateTime: date + time
    case .dateTime: date + time + TemporalComponents.offset + TemporalComponents.instant
    case .duration: TemporalComponents.duration
    default: []
    }
  }
}

enum TemporalComponents {
  static let date = [
    "year", "quarter", "month", "week", "weekYear", "dayOfQuarter", "quarterDay", "day", "ordinalDay", "dayOfWeek",
    "weekDay",
  ]
  static let time = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
  static let offset = ["timezone", "offset", "offsetMinutes", "offsetSeconds"]
  static let instant = ["epochSeconds", "epochMillis"]
  static let duration = [
    "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
    "nanoseconds", "quartersOfYear", "monthsOfYear", "monthsOfQuarter", "daysOfWeek", "minutesOfHour",
    "secondsOfMinute", "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
  ]

  fileprivate static func ofOffset(_ seconds: Int32, _ zone: String?, _ name: String) -> Value? {
    switch name {
    case "timezone": .string(zone ?? TemporalText.offset(seconds))
    case "offset": .string(TemporalText.offset(seconds))
    case "offsetMinutes": .integer(Int64(seconds / 60))
    case "offsetSeconds": .integer(Int64(seconds))
    default: nil
    }
  }
}

extension CalendarDate {
  fileprivate func component(_ name: String) -> Value? {
    DateField(named: name).map { .integer($0.value(of: self)) }
  }
}

extension LocalTime {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "hour": .integer(Int64(hour))
    case "minute": .integer(Int64(minute))
    case "second": .integer(Int64(second))
    case "millisecond": .integer(Int64(nanosecond / 1_000_000))
    case "microsecond": .integer(Int64(nanosecond / 1_000))
    case "nanosecond": .integer(Int64(nanosecond))
    default: nil
    }
  }
}

extension Instant {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "epochSeconds": .integer(seconds)
    case "epochMillis": .wholeNumber(exactMilliseconds)
    default: nil
    }
  }
}

extension CalendarDuration {
  /// The whole of a group in a unit (`minutes`: all of the seconds, in minutes), or what is left of the next larger unit
  /// (`minutesOfHour`).
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "years": .integer(months / 12)
    case "quarters": .integer(months / 3)
    case "months": .integer(months)
    case "weeks": .integer(days / 7)
    case "days": .integer(days)
    case "hours": .integer(seconds / 3_600)
    case "minutes": .integer(seconds / 60)
    case "seconds": .integer(seconds)
    case "milliseconds": .wholeNumber(Int128(seconds) * 1_000 + Int128(nanoseconds / 1_000_000))
    case "microseconds": .wholeNumber(Int128(seconds) * 1_000_000 + Int128(nanoseconds / 1_000))
    case "nanoseconds": .wholeNumber(totalNanoseconds)
    case "quartersOfYear": .integer(months / 3 % 4)
    case "monthsOfYear": .integer(months % 12)
    case "monthsOfQuarter": .integer(months % 3)
    case "daysOfWeek": .integer(days % 7)
    case "minutesOfHour": .integer(seconds / 60 % 60)
    case "secondsOfMinute": .integer(seconds % 60)
    case "millisecondsOfSecond": .integer(Int64(nanoseconds / 1_000_000))
    case "microsecondsOfSecond": .integer(Int64(nanoseconds / 1_000))
    case "nanosecondsOfSecond": .integer(Int64(nanoseconds))
    default: nil
    }
  }
}

extension Value {
  /// An integer, or, where it has more than 63 bits, the nearest float.
  fileprivate static func wholeNumber(_ number: Int128) -> Value {
    Int64(exactly: number).map(Value.integer) ?? .float(Double(number))
  }
}
