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
  /// When it was first learnt, where that was before the rest was.
  public var startAsOf: PartialDate?
  /// When it was learnt that it ended or will end, where that was not learnt with the rest.
  public var endAsOf: PartialDate?

  public init(
    status: RelationStatus? = nil, start: PartialDate? = nil, end: PartialDate? = nil, asOf: PartialDate? = nil,
    startAsOf: PartialDate? = nil, endAsOf: PartialDate? = nil
  ) {
    self.status = status
    self.start = start
    self.end = end
    self.asOf = asOf
    self.startAsOf = startAsOf
    self.endAsOf = endAsOf
  }

  /// When the first and the last of it was learnt, as far as that is dated.
  public var firstLearnt: PartialDate? { startAsOf ?? asOf }
  public var lastLearnt: PartialDate? { endAsOf ?? asOf }

  /// The days on which it holds, as far as they are known. What has ended on a day that nobody wrote down had ended when that
  /// was learnt.
  public var validity: DayInterval {
    status == .ended && end == nil
      ? DayInterval(from: start, until: lastLearnt) : DayInterval(from: start, until: end)
  }

  /// Whether it held on some day of a period. What is planned does not hold before its date, and not at all without one, unless
  /// plans are counted as facts. What has ended without any date does not hold.
  public func holds(in period: PartialDate, includingPlanned: Bool = false) -> Bool {
    if status == .ended, end == nil, lastLearnt == nil { return false }
    if status == .planned {
      if includingPlanned { return DayInterval(from: nil, until: end).overlaps(DayInterval(period)) }
      if start == nil { return false }
    }
    return validity.overlaps(DayInterval(period))
  }

  /// Whether it had been learnt by the last day of a period: what is dated by a month was known when the month was over.
  public func isKnown(at period: PartialDate) -> Bool { Self.isKnown(firstLearnt, at: period) }

  static func isKnown(_ learnt: PartialDate?, at period: PartialDate) -> Bool {
    guard let learnt = learnt?.last ?? learnt?.first, let today = period.last else { return true }
    return learnt <= today
  }

  /// The same as far as it had been learnt by the last day of a period: what nobody knew to end goes on.
  public func known(at period: PartialDate) -> StatementTimes {
    if Self.isKnown(lastLearnt, at: period) { return self }
    return StatementTimes(status: status?.beforeItsEnd, start: start, asOf: firstLearnt)
  }

  /// Whether it is there for somebody who looks from a time.
  public func isVisible(from frame: TimeFrame) -> Bool {
    var seen = self
    if let known = frame.knownAt {
      if !isKnown(at: known) { return false }
      seen = self.known(at: known)
    }
    guard let period = frame.asOf else { return true }
    return seen.holds(in: period, includingPlanned: frame.includesPlanned)
  }
}

extension RelationStatus {
  /// How it stood for somebody who had not heard of its end.
  var beforeItsEnd: RelationStatus { self == .ended || self == .endedPlanned ? .asserted : self }
}
