import GraphModel

/// Where the days of a timeline stand, from left to right.
///
/// The axis spans what is drawn, but no more than ``longest`` days: what began long before the rest begins at its left edge,
/// with its date beside it.
struct TimelineAxis {
  /// The first day on the axis and the first behind it.
  let first: Int64
  let last: Int64
  private let left: Int
  private let width: Int

  /// 24 years of 365.25 days.
  private static let longest: Int64 = 8_766

  init(_ chart: TimelineChart, left: Int, width: Int) {
    let marks = chart.groups.flatMap(\.marks).map(\.days)
    let (starts, ends) = (marks.compactMap { $0.start?.daysSinceEpoch }, marks.compactMap { $0.end.map { $0.daysSinceEpoch - 1 } })
    var first = (starts + ends).min() ?? 0
    let latest = (starts + ends).max() ?? first
    first = max(first, latest - Self.longest)
    self.first = Self.year(of: first, plus: 0)
    last = Self.year(of: max(latest, first), plus: 1)
    self.left = left
    self.width = width
  }

  /// The first day of the year of a day, or of a year after it.
  private static func year(of day: Int64, plus years: Int64) -> Int64 {
    newYear(CalendarDate(daysSinceEpoch: day).civil.year + years)
  }

  /// The first day of a year; the last day there is for a year that there is not.
  private static func newYear(_ year: Int64) -> Int64 {
    do throws(TemporalError) { return try CalendarDate(year: year, month: 1, day: 1).daysSinceEpoch } catch {
      return CalendarDate.latest.daysSinceEpoch
    }
  }

  /// The place of a day, kept on the axis.
  func x(_ day: Int64) -> Int {
    let span = max(1, last - first)
    return left + Int((Double(min(max(day, first), last) - first) / Double(span) * Double(width)).rounded())
  }

  /// The years that are marked, with their places; not more than there is room for.
  var years: [(year: Int64, x: Int)] {
    let (from, to) = (CalendarDate(daysSinceEpoch: first).civil.year, CalendarDate(daysSinceEpoch: last).civil.year)
    let step = max(1, Int64((Double(to - from) * 46 / Double(width)).rounded(.up)))
    return stride(from: from, through: to, by: Int(step)).map { year in
      (year, x(Self.newYear(year)))
    }
  }

  var leftEdge: Int { left }
  var rightEdge: Int { left + width }
}
