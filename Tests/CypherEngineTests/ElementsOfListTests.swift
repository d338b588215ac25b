import GraphModel
import TestKit
import Testing

@testable import CypherEngine

/// A list as a table answers as the list does element by element.
@Suite("Elements of lists")
struct ElementsOfListTests {
  private static let plain: [Value] = [
    .null, .boolean(true), .integer(1), .integer(2), .float(1), .float(1.5), .float(.nan), .float(-0.0), .integer(0), .string("a"), .string("e\u{301}"),
    .string("\u{e9}"), .node(NodeID(1)), .node(NodeID(70)), .relationship(RelationshipID(1)), .integer(.max), .float(9_223_372_036_854_775_808),
    .date(CalendarDate(daysSinceEpoch: 3)), .map(ValueMap([("a", .integer(1))])), .map(ValueMap([("a", .null)])),
  ]

  private func value(_ random: inout SeededRandom, _ depth: Int) -> Value {
    guard depth > 0, Int.random(in: 0..<4, using: &random) == 0 else { return Self.plain.randomElement(using: &random) ?? .null }
    return .list((0..<Int.random(in: 0...2, using: &random)).map { _ in value(&random, depth - 1) })
  }

  @Test func asOneByOne() {
    var random = SeededRandom(seed: 7)
    var answers: [Bool?: Int] = [:]
    for round in 0..<3_000 {
      let kinds = round % 3
      let pool: [Value] = kinds == 0 ? Self.plain : kinds == 1 ? [.node(NodeID(1)), .node(NodeID(70))] : [.integer(0), .integer(1), .integer(.max)]
      let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in kinds == 0 ? value(&random, 2) : pool.randomElement(using: &random) ?? .null }
      let elements = ElementsOfList(items)
      for _ in 0..<4 {
        let asked = value(&random, 2)
        let expected = asked.isAny(of: items)
        answers[expected, default: 0] += 1
        #expect(elements.contains(asked) == expected, "\(asked) IN \(items)")
      }
      for column in [Column.nodes([NodeID(1), NodeID(2)], valid: [true, false]), .integers([0, 5], valid: nil), .narrowest([.string("a"), .null])] {
        guard let found = elements.contains(column) else { continue }
        for row in 0..<column.count { #expect(Truth.value(column[row].isAny(of: items)).isEquivalent(to: found[row]), "\(column[row]) IN \(items)") }
      }
    }
    #expect(answers.values.allSatisfy { $0 > 100 } && answers.count == 3, "\(answers)")
  }
}
