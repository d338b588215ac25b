import Strategy
import Testing

@Suite struct GraphDifferenceTests {
  private func lines(_ before: String, _ after: String, claims: (String, String) = ("", "")) throws -> [String] {
    let difference = GraphDifference(
      from: try AuditSample.ledger(before, claims: claims.0), to: try AuditSample.ledger(after, claims: claims.1))
    return difference.items.map { item in
      "\(item.change) \(item.kind) \(item.text)" + item.fields.map { " [\($0.name): \($0.before ?? "-") > \($0.after ?? "-")]" }.joined()
    }
  }

  private let one = AuditSample.site("{produces: m7, start: 2025-09-23}", "{operated_by: alpha, end: 2023-11}", "{operated_by: beta, start: 2023-11}")

  @Test func `the same text has no difference`() throws {
    #expect(try lines(one, one) == [])
  }

  @Test func `relations come, go and change`() throws {
    let two = AuditSample.site("{produces: m7, start: 2025-09-24}", "{operated_by: beta, start: 2023-11}", "{produces: m8}")
    #expect(
      try lines(one, two) == [
        "added relation Cléon produces M8", "removed relation Cléon operated_by Alpha",
        "changed relation Cléon produces M7 [start: 2025-09-23 > 2025-09-24]",
      ])
    #expect(
      try lines(two, one).sorted() == [
        "added relation Cléon operated_by Alpha", "changed relation Cléon produces M7 [start: 2025-09-24 > 2025-09-23]",
        "removed relation Cléon produces M8",
      ])
  }

  @Test func `two relations of one pair are told apart`() throws {
    let two = AuditSample.site("{operated_by: alpha, end: 2020}", "{operated_by: alpha, start: 2022}")
    let gone = AuditSample.site("{operated_by: alpha, start: 2022}")
    #expect(try lines(two, gone) == ["removed relation Cléon operated_by Alpha"])
  }

  @Test func `entities, claims, observations and sources`() throws {
    let more =
      one + """
          delta: {type: Org, name: Delta, source: jde 2025 high}
        observations:
          - {subject: cleon, property: headcount, value: 3146, unit: people, date: 2025, source: jde}
        sources:
          third: {publisher: Third, title: V}

        """
    #expect(
      try lines(one, more.replacing("name: Cléon", with: "name: Cléon plant")) == [
        "added entity Delta", "changed entity Cléon plant [name: Cléon > Cléon plant]",
        "added observation Cléon plant headcount 3146 people", "added source Third, V",
      ])
    let claim = "  c1: {cleon produces: m7, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try lines(one, one, claims: ("", claim)).contains("added claim Cléon produces M7"))
    #expect(
      try lines(one, one, claims: (claim, claim.replacing("fact", with: "opinion"))).contains(
        "changed claim Cléon produces M7 [modality: fact > opinion]"))
  }
}
