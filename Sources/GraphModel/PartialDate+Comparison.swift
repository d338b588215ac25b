extension PartialDate {
  /// A day.
  public init(day: CalendarDate) {
    self.init(text: day.description, first: day, last: day)
  }

  /// A date as a graph holds it: text in one of the forms of a date, or a date of openCypher. Nil for anything else.
  public init?(_ value: Value) {
    switch value {
    case .string(let text):
      do throws(DateFault) { try self.init(text) } catch { return nil }
    case .date(let day): self.init(day: day)
    default: return nil
    }
  }

  /// Whether the two have a day in common.
  public func overlaps(_ other: PartialDate) -> Bool { DayInterval(self).overlaps(DayInterval(other)) }

  /// Whether all days of the other are days of this one.
  public func contains(_ other: PartialDate) -> Bool {
    let startsBefore = first.map { own in other.first.map { own <= $0 } ?? false } ?? true
    let endsAfter = last.map { own in other.last.map { $0 <= own } ?? false } ?? true
    return startsBefore && endsAfter
  }

  /// Whether all days of this one are before all of the other: false where all are on or after all of the other, nil where
  /// neither is sure.
  public func isBefore(_ other: PartialDate) -> Bool? {
    if let last, let start = other.first, last < start { return true }
    if let first, let end = other.last, end <= first { return false }
    return nil
  }
}
