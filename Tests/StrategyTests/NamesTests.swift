import GraphFiles
import GraphModel
import Strategy
import Testing

@Suite struct NamesTests {
  @Test(arguments: [
    ("produces", "PRODUCES"), ("produced_at", "PRODUCED_AT"), ("has_theme", "HAS_THEME"), ("supported_by", "SUPPORTED_BY"),
  ]) func `relationship types are in upper snake case`(_ name: String, _ expected: String) {
    #expect(GraphNames.relationshipType(name) == expected)
  }

  @Test func `traits name both directions`() {
    let schema = """
      types: {Any1: {}}
      relations:
        produces: {inverse: produced_at}
        powers: {inverse: powered_by}
        powered_by: {inverse: powers}
        partner_of: {symmetric: true, inverse: partner_of}
        peer_of: {symmetric: true}
        may_move_to: {}
      """
    let (records, diagnostics) = GraphFileReader.read([GraphFile(path: "schema.yaml", bytes: Array(schema.utf8))])
    #expect(diagnostics.isEmpty)
    #expect(
      records.schema.traits
        == RelationshipTraits(
          inverses: [
            "PRODUCES": "PRODUCED_AT", "PRODUCED_AT": "PRODUCES", "POWERS": "POWERED_BY", "POWERED_BY": "POWERS",
          ], symmetric: ["PARTNER_OF", "PEER_OF"]))
  }
}
