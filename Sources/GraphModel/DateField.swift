/// A component of a date.
public enum DateField: Sendable {
  case year, quarter, month, week, weekYear, dayOfQuarter, day, ordinalDay, dayOfWeek

  /// Nil for a name that no component has.
  public init?(named name: String) {
    switch name {
    case "year": self = .year
    case "quarter": self = .quarter
    case "month": self = .month
    case "week": self = .week
    case "weekYear": self = .weekYear
    case "dayOfQuarter", "quarterDay": self = .dayOfQuarter
    case "day": self = .day
    case "ordinalDay": self = .ordinalDay
    case "dayOfWeek", "weekDay": self = .dayOfWeek
    default: return nil
    }
  }

  public func value(of date: CalendarDate) -> Int64 {
    switch self {
    case .year: date.civil.year
    case .quarter: Int64(date.quarter)
    case .month: Int64(date.civil.month)
    case .week: Int64(date.weekDate.week)
    case .weekYear: date.weekDate.weekYear
    case .dayOfQuarter: Int64(date.dayOfQuarter)
    case .day: Int64(date.civil.day)
    case .ordinalDay: Int64(date.ordinalDay)
    case .dayOfWeek: Int64(date.dayOfWeek)
    }
  }

  /// The components of values that are dates or null; nil where one is something else.
  public func column(of values: [Value]) -> Column? {
    var numbers: [Int64] = []
    numbers.reserveCapacity(values.count)
    var valid: [Bool]?
    for (row, value) in values.enumerated() {
      switch value {
      case .date(let date): numbers.append(self.value(of: date))
      case .null:
        if valid == nil { valid = Array(filledWith: true, count: values.count) }
        valid?[row] = false
        numbers.append(0)
      default: return nil
      }
    }
    return .integers(numbers, valid: valid)
  }
}
