/// The units that points in time are cut to, largest first.
public enum TemporalUnit: String, Sendable, CaseIterable {
  case millennium, century, decade, year, weekYear, quarter, month, week, day
  case hour, minute, second, millisecond, microsecond

  var isOfDate: Bool {
    switch self {
    case .hour, .minute, .second, .millisecond, .microsecond: false
    default: true
    }
  }
}

extension TemporalSetting {
  /// A point in time cut down to a unit, as a type, with some components then set.
  public func truncate(
    _ type: TemporalType, to unitName: String, _ input: Value, fields: ValueMap
  ) throws(TemporalError) -> Value {
    guard let unit = TemporalUnit(rawValue: unitName) else {
      let known = TemporalUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw TemporalError(.invalidField, "there is no unit '\(unitName)' to truncate to, but \(known)")
    }
    guard var parts = TemporalParts(input) else {
      throw TemporalError(.wrongType, "only a temporal value can be truncated")
    }
    if type.hasDate, parts.date == nil {
      throw TemporalError(.wrongType, "a \(type.rawValue) cannot be made from a value without a date")
    }
    if !type.hasDate, parts.time == nil {
      throw TemporalError(.wrongType, "a \(type.rawValue) cannot be made from a value without a time")
    }
    guard unit.isOfDate ? type.hasDate || unit == .day : type.hasTime && parts.time != nil else {
      throw TemporalError(.invalidField, "this value cannot be truncated to the unit '\(unitName)' as a \(type.rawValue)")
    }
    if unit.isOfDate { parts.date = try parts.date?.truncated(to: unit) }
    parts.time = (parts.time ?? .midnight).truncated(to: unit)
    if type.hasZone, case .named = parts.zone { parts.offsetSeconds = type == .dateTime ? nil : parts.offsetSeconds }
    return try TemporalFields(fields, of: type, self).override(parts, type)
  }
}

extension CalendarDate {
  fileprivate func truncated(to unit: TemporalUnit) throws(TemporalError) -> CalendarDate {
    let civil = civil
    switch unit {
    case .millennium: return try CalendarDate(year: down(civil.year, 1_000), month: 1, day: 1)
    case .century: return try CalendarDate(year: down(civil.year, 100), month: 1, day: 1)
    case .decade: return try CalendarDate(year: down(civil.year, 10), month: 1, day: 1)
    case .year: return try CalendarDate(year: civil.year, month: 1, day: 1)
    case .weekYear: return try CalendarDate(weekYear: weekDate.weekYear, week: 1, dayOfWeek: 1)
    case .quarter: return try CalendarDate(year: civil.year, month: Int64(quarter) * 3 - 2, day: 1)
    case .month: return try CalendarDate(year: civil.year, month: Int64(civil.month), day: 1)
    case .week: return try adding(days: Int64(1 - dayOfWeek))
    case .day, .hour, .minute, .second, .millisecond, .microsecond: return self
    }
  }

  private func down(_ year: Int64, _ step: Int64) -> Int64 { (year >= 0 ? year : year - step + 1) / step * step }
}

extension LocalTime {
  fileprivate func truncated(to unit: TemporalUnit) -> LocalTime {
    let step: Int64 =
      switch unit {
      case .hour: 3_600_000_000_000
      case .minute: 60_000_000_000
      case .second: 1_000_000_000
      case .millisecond: 1_000_000
      case .microsecond: 1_000
      default: LocalTime.nanosecondsPerDay
      }
    return LocalTime(nanosecondOfDay: nanosecondOfDay / step * step)
  }
}
