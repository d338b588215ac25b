import Foundation
import Testing

/// What was made ready for a question serves the same question again, whatever has become of the graph meanwhile.
@Suite("The corpus asked again")
struct AskingAgainTests {
  private static let changes = [
    "MATCH (a), (b) WITH a, b LIMIT 3 CREATE (a)-[:KNOWS]->(b)", "CREATE (:Person {name: 'Again', age: 7})-[:AGAIN {since: 1}]->(:Again)",
    "MATCH (n) WITH n LIMIT 1 SET n.name = 'Other', n.again = 1", "MATCH ()-[r]->() WITH r LIMIT 1 DELETE r",
  ]

  @Test(arguments: AskedCase.cases)
  func answersAsASessionThatNeverAsked(_ test: CorpusCase) throws {
    let (asked, fresh) = (try AskedCase(test, mayWrite: false), try AskedCase(test, mayWrite: false))
    let question = #""params":\#(asked.set)"#
    var last = asked.answer(question)
    #expect(asked.answer(question) == last)
    for change in Self.changes {
      try asked.change(change)
      try fresh.change(change)
      last = asked.answer(question)
    }
    #expect(Self.inAnyOrder(last) == Self.inAnyOrder(fresh.answer(question)))
  }

  /// The rows of an answer, sorted: a plan that was made for a smaller graph may give them in another order.
  private static func inAnyOrder(_ answer: String) -> [String] {
    answer.replacing(#""rows":["#, with: #""rows":],"#).replacing(#"],"stats""#, with: #",["stats""#)
      .components(separatedBy: "],[").sorted()
  }
}
