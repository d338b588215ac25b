import Diagrams
import GraphFiles

/// When a relation holds, as far as its text tells.
struct Validity {
  private let first: CalendarDate?
  private let last: CalendarDate?
  private let status: DiagramEdgeStatus

  init(_ relation: SourcedRelation) {
    status = relation.status.flatMap(DiagramEdgeStatus.init) ?? .asserted
    let start = relation.start.flatMap { text in try? PartialDate(text) }
    first = start?.first
    last = relation.end.flatMap { text in try? PartialDate(text) }?.last ?? (relation.start?.contains("/") == true ? start?.last : nil)
  }

  /// Whether it holds on a day. What has ended at an unknown time holds on none, and what is planned from an unknown time on
  /// neither.
  func holds(on day: CalendarDate) -> Bool {
    if let first, day < first { return false }
    if let last, day > last { return false }
    switch status {
    case .ended: return last != nil
    case .planned: return first != nil
    case .asserted, .reported, .claimed, .endedPlanned, .negated: return true
    }
  }
}
