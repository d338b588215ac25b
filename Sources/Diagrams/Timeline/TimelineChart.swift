public import GraphModel

/// What happened when, as bars and points on an axis of time.
public struct TimelineChart: Sendable {
  public var title: String
  /// What stands beside the title.
  public var subtitle: String
  /// What stands below the picture: where it comes from.
  public var footer: String
  /// From top to bottom; marks of one group stand below one heading.
  public var groups: [Group]
  /// What the looks of marks mean, in the order in which they are explained.
  public var legend: [(style: Style, words: String)]

  public struct Group: Sendable {
    public var heading: String
    /// From top to bottom.
    public var marks: [Mark]

    public init(heading: String, marks: [Mark]) {
      self.heading = heading
      self.marks = marks
    }
  }

  /// Something that happened in a moment or held for a time.
  public struct Mark: Sendable {
    public var text: String
    /// The dates as people read them.
    public var dates: String
    /// The first day, and the first day after it; nil where it is open.
    public var days: DayInterval
    /// Whether it is a point rather than a bar.
    public var isMoment: Bool
    public var style: Style

    public init(text: String, dates: String, days: DayInterval, isMoment: Bool, style: Style) {
      self.text = text
      self.dates = dates
      self.days = days
      self.isMoment = isMoment
      self.style = style
    }
  }

  /// How sure it is, and whether it is over.
  public enum Style: Hashable, Sendable {
    case asserted, planned, ended, reported
  }

  public init(
    title: String, subtitle: String, footer: String, groups: [Group], legend: [(style: Style, words: String)] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.footer = footer
    self.groups = groups
    self.legend = legend
  }
}
