public import GraphFiles
public import GraphModel

/// From when a graph is looked at: what held in a period, and what was known at the end of one.
public struct TimeFrame: Hashable, Sendable {
  /// Only what held on some day of this period; nil: whenever it held.
  public var asOf: PartialDate?
  /// Only what had been learnt by the last day of this period; nil: whenever it was learnt.
  public var knownAt: PartialDate?
  /// Whether what is planned counts as a fact before its date.
  public var includesPlanned: Bool

  /// All times.
  public init(asOf: PartialDate? = nil, knownAt: PartialDate? = nil, includesPlanned: Bool = false) {
    self.asOf = asOf
    self.knownAt = knownAt
    self.includesPlanned = includesPlanned
  }

  /// Whether nothing is left out.
  public var isUnlimited: Bool { asOf == nil && knownAt == nil }
}

/// What is known of the times of a statement.
public struct StatementTimes: Hashable, Sendable {
  public var status: RelationStatus?
  /// From when and until when it holds.
  public var start: PartialDate?
  public var end: PartialDate?
  /// When it was learnt or checked.
  public var asOf: PartialDate?

  public init(
    status: RelationStatus? = nil, start: PartialDate? = nil, end: PartialDate? = nil, asOf: PartialDate? = nil
  ) {
    self.status = status
    self.start = start
    self.end = end
    self.asOf = asOf
  }

  /// The days on which it holds, as far as they are known. What has ended on a day that nobody wrote down had ended when that
  /// was learnt.
  public var validity: DayInterval {
    status == .ended && end == nil
      ? DayInterval(from: start, until: asOf) : DayInterval(from: start, until: end)
  }

  /// Whether it held on some day of a period. What is planned does not hold before its date, and not at all without one, unless
  /// plans are counted as facts. What has ended without any date does not hold.
  public func holds(in period: PartialDate, includingPlanned: Bool = false) -> Bool {
    if status == .ended, end == nil, asOf == nil { return false }
    if status == .planned {
      if includingPlanned { return DayInterval(from: nil, until: end).overlaps(DayInterval(period)) }
      if start == nil { return false }
    }
    return validity.overlaps(DayInterval(period))
  }

  /// Whether it had been learnt by the last day of a period: what is dated by a month was known when the month was over.
  public func isKnown(at period: PartialDate) -> Bool { Self.isKnown(asOf, at: period) }

  static func isKnown(_ learnt: PartialDate?, at period: PartialDate) -> Bool {
    guard let learnt = learnt?.last ?? learnt?.first, let today = period.last else { return true }
    return learnt <= today
  }

  /// Whether it is there for somebody who looks from a time.
  public func isVisible(from frame: TimeFrame) -> Bool {
    if let known = frame.knownAt, !isKnown(at: known) { return false }
    if let period = frame.asOf, !holds(in: period, includingPlanned: frame.includesPlanned) { return false }
    return true
  }
}
