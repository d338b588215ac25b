/// The days on which something holds: half-open, so that two that follow one another share no day.
public struct DayInterval: Hashable, Sendable {
  /// The first day; nil where it is open to the past.
  public let start: CalendarDate?
  /// The first day on which it holds no more; nil where it is open to the future.
  public let end: CalendarDate?

  public init(start: CalendarDate?, end: CalendarDate?) {
    self.start = start
    self.end = end
  }

  /// All days.
  public static let always = DayInterval(start: nil, end: nil)

  /// All days of a period.
  public init(_ period: PartialDate) {
    self.init(start: period.first, end: period.last?.next)
  }

  /// What starts and ends in two periods: it holds from the first day of the one up to the first day of the other, which is
  /// not part of it. What ends in the period in which it starts holds to the end of that period.
  public init(from start: PartialDate?, until end: PartialDate?) {
    let first = start?.first
    guard let end else {
      self.init(start: first, end: nil)
      return
    }
    let limit = end.first ?? end.last?.next
    if let first, let limit, limit <= first {
      self.init(start: first, end: end.last?.next)
    } else {
      self.init(start: first, end: limit)
    }
  }

  public var isEmpty: Bool {
    guard let start, let end else { return false }
    return end <= start
  }

  public func contains(_ day: CalendarDate) -> Bool {
    (start.map { $0 <= day } ?? true) && (end.map { day < $0 } ?? true)
  }

  /// The days that both have; empty where they have none.
  public func intersection(_ other: DayInterval) -> DayInterval {
    let starts = [start, other.start].compactMap(\.self)
    let ends = [end, other.end].compactMap(\.self)
    return DayInterval(start: starts.max(), end: ends.min())
  }

  public func overlaps(_ other: DayInterval) -> Bool {
    !isEmpty && !other.isEmpty && !intersection(other).isEmpty
  }
}

extension CalendarDate {
  /// The day after.
  var next: CalendarDate { CalendarDate(daysSinceEpoch: daysSinceEpoch + 1) }
}

extension DayInterval: CustomStringConvertible {
  /// Such as `2023-11-01 to 2026-07-01`, the second not included.
  public var description: String {
    switch (start, end) {
    case (let start?, let end?): "\(start) to \(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "until \(end)"
    case (nil, nil): "always"
    }
  }
}
