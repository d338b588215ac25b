import Diagrams
import GraphFiles
public import Strategy

extension GraphDatabase {
  /// What happened to an entity and what held of it, seen from a time. Fails with `ambiguousName` or `unknownName`.
  public func timeline(of name: String, time: TimeFrame = TimeFrame()) throws(SillageError) -> Timeline {
    let id = try entityID(called: name)
    return try ledger(time).timeline(of: id)
  }
}

extension Timeline {
  /// The timeline as a picture in SVG. The same timeline gives the same text.
  public func svg(language: DiagramLanguage = .english) -> String {
    TimelineSVG().write(chart(language))
  }

  /// What happened first, then what held by what it is, in the order in which it began, then numbers and promises.
  private func chart(_ language: DiagramLanguage) -> TimelineChart {
    func words(_ english: String, _ french: String) -> String { language == .french ? french : english }
    var groups: [TimelineChart.Group] = []
    func add(_ heading: String, _ entries: [Entry], _ mark: (Entry) -> TimelineChart.Mark) {
      if !entries.isEmpty { groups.append(TimelineChart.Group(heading: heading, marks: entries.map(mark))) }
    }
    add(words("Events", "Événements"), entries.filter { $0.kind == .event }) { $0.mark($0.text) }
    let relations = entries.filter { $0.kind == .relation }
    var labels: [String] = []
    for entry in relations where !labels.contains(entry.label) { labels.append(entry.label) }
    for label in labels {
      add(label.prefix(1).uppercased() + label.dropFirst(), relations.filter { $0.label == label }) { $0.mark($0.text) }
    }
    add(words("Numbers", "Chiffres"), entries.filter { $0.kind == .observation }) { $0.mark("\($0.label) \($0.text)") }
    add(words("Announced for", "Annoncé pour"), entries.filter { $0.kind == .promise }) { $0.mark("\($0.label) \($0.text)") }
    let used = Set(groups.flatMap(\.marks).map(\.style))
    let legend: [(style: TimelineChart.Style, words: String)] = [
      (.asserted, words("stated", "énoncé")), (.ended, words("over, or to end", "fini ou à finir")), (.planned, words("planned", "prévu")),
      (.reported, words("reported", "rapporté")),
    ]
    let count = entries.count
    return TimelineChart(
      title: name, subtitle: words("timeline, \(count) dated statements", "chronologie, \(count) énoncés datés"),
      footer: "sillage timeline \(subject) · sillage \(SillageVersion.text)", groups: groups,
      legend: used.count > 1 ? legend.filter { used.contains($0.style) } : [])
  }
}

extension Timeline.Entry {
  fileprivate func mark(_ text: String) -> TimelineChart.Mark {
    TimelineChart.Mark(text: text, dates: period, days: days, isMoment: isMoment, style: style)
  }

  /// Whether it is a point on the axis: what is no state of things and is dated by a month or more exactly.
  private var isMoment: Bool {
    guard kind != .relation, let start = days.start, let end = days.end else { return false }
    return end.daysSinceEpoch - start.daysSinceEpoch <= 31
  }

  private var style: TimelineChart.Style {
    switch status.flatMap({ RelationStatus(rawValue: $0) }) {
    case .planned: .planned
    case .reported, .claimed: .reported
    case .ended, .endedPlanned: .ended
    case .asserted, nil: kind == .promise ? .planned : .asserted
    }
  }

  /// The dates as a person reads them: `2023-11-01 – 2026-07-01`, `since 2015`, `until 2022`.
  public var period: String {
    switch (start, end) {
    case (let start?, let end?): "\(start) – \(end)"
    case (let start?, nil): kind == .relation ? "\(start) –" : start
    case (nil, let end?): "– \(end)"
    case (nil, nil): ""
    }
  }
}
