/// How the difference of two points in time is told.
public enum TemporalDifference: Sendable {
  /// In months, then days, then seconds.
  case mixed
  case months
  case days
  case seconds
}

extension TemporalSetting {
  /// The duration from one point in time to another.
  ///
  /// What one of them lacks is taken from the other, or is midnight; without a date in both there are no months and days.
  /// With a zone in either, both are seen on the calendar of the first one's.
  public func difference(
    _ kind: TemporalDifference, from: Value, to: Value
  ) throws(TemporalError) -> CalendarDuration {
    guard let first = TemporalParts(from), let second = TemporalParts(to) else {
      throw TemporalError(.wrongType, "a duration is between two temporal values")
    }
    let datesKnown = first.date != nil && second.date != nil
    var (start, end) = try aligned(first, second)
    let days = datesKnown && kind != .seconds
    if !days {
      if kind == .months || kind == .days { return CalendarDuration() }
      return try CalendarDuration(totalNanoseconds: end.nanosecondsSinceEpoch - start.nanosecondsSinceEpoch)
    }
    end = try onCalendar(of: start, end)
    switch kind {
    case .months: return CalendarDuration(months: start.local.months(until: end.local))
    case .days: return CalendarDuration(days: start.local.days(until: end.local))
    case .mixed, .seconds:
      let months = start.local.months(until: end.local)
      start = try start.adding(CalendarDuration(months: months), zones)
      let days = start.local.days(until: end.local)
      start = try start.adding(CalendarDuration(days: days), zones)
      return try CalendarDuration(
        months: Int128(months), days: Int128(days),
        totalNanoseconds: end.nanosecondsSinceEpoch - start.nanosecondsSinceEpoch)
    }
  }

  private func aligned(
    _ first: TemporalParts, _ second: TemporalParts
  ) throws(TemporalError) -> (ZonedDateTime, ZonedDateTime) {
    let epoch = CalendarDate(daysSinceEpoch: 0)
    func moment(_ parts: TemporalParts, _ other: TemporalParts) throws(TemporalError) -> ZonedDateTime {
      let local = LocalDateTime(date: parts.date ?? other.date ?? epoch, time: parts.time ?? .midnight)
      let zone = parts.zone ?? other.zone ?? .utc
      // An hour that comes twice is told apart by the offset that the value has.
      if parts.date != nil, parts.zone != nil, let offset = parts.offsetSeconds {
        return ZonedDateTime(local: local, offsetSeconds: offset, zone: zone.name)
      }
      return try zones.resolve(local, in: zone)
    }
    return (try moment(first, second), try moment(second, first))
  }

  private func onCalendar(of start: ZonedDateTime, _ end: ZonedDateTime) throws(TemporalError) -> ZonedDateTime {
    start.zoneReference == end.zoneReference ? end : try zones.move(end, to: start.zoneReference)
  }
}

extension ZonedDateTime {
  fileprivate var nanosecondsSinceEpoch: Int128 {
    Int128(secondsSinceEpoch) * 1_000_000_000 + Int128(local.time.nanosecond)
  }
}

extension LocalDateTime {
  /// The other's date, moved by a day towards this one where its time of day has not been reached.
  private func reachedDate(_ other: LocalDateTime) -> CalendarDate {
    var date = other.date
    if date > self.date, other.time < time { date.daysSinceEpoch -= 1 }
    if date < self.date, other.time > time { date.daysSinceEpoch += 1 }
    return date
  }

  fileprivate func months(until other: LocalDateTime) -> Int64 { date.months(until: reachedDate(other)) }

  fileprivate func days(until other: LocalDateTime) -> Int64 {
    reachedDate(other).daysSinceEpoch - date.daysSinceEpoch
  }
}
