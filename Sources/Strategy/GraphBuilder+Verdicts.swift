import GraphFiles
import GraphModel

extension GraphBuilder {
  mutating func writeVerdict(_ verdict: VerdictRecord) throws(StoreError) {
    let made = try createNode([GraphNames.verdictLabel], id: nil, verdict.graphProperties)
    try createRelationship(GraphNames.verdictOn, from: made, to: try node(verdict.subject.value))
  }
}
