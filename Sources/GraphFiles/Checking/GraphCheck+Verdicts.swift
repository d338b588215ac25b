import Diagnostics
import GraphModel

extension GraphCheck {
  /// The predicate of a verdict is a relationship type, an inverse, a claim predicate, or a property that was observed.
  mutating func checkVerdict(_ verdict: VerdictRecord) {
    checkEntityReference(verdict.subject, in: verdict.file)
    let predicate = verdict.predicate
    guard schema.isWhole, schema.relation(predicate.value) == nil, schema.predicate(predicate.value) == nil else { return }
    let observed = Set(records.observations.map(\.property.value))
    guard !observed.contains(predicate.value) else { return }
    let known = schema.relationNames + schema.predicates.map(\.name.value) + observed.sorted()
    report(
      .graphUnknownPredicate, "no predicate `\(predicate.value)`", in: verdict.file, at: predicate.span,
      label: NearName.question(for: predicate.value, among: known),
      hint: "a relationship type, its inverse, a claim predicate, or a property of observations")
  }
}
