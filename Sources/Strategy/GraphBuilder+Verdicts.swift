import GraphFiles
import GraphModel

extension GraphBuilder {
  mutating func writeVerdict(_ verdict: VerdictRecord) throws(StoreError) {
    var properties = ValueMap()
    properties.set("predicate", verdict.predicate.value)
    properties["sides"] = .list(verdict.sides.map { .string($0.value) })
    properties.set("verdict", verdict.decision.rawValue)
    properties.set("reason", verdict.reason)
    properties.set("date", verdict.date?.text)
    properties.set("by", verdict.by)
    let made = try createNode([GraphNames.verdictLabel], id: nil, properties)
    try createRelationship(GraphNames.verdictOn, from: made, to: try node(verdict.subject.value))
  }
}
