import ResultFormats
import Sillage
import Testing

/// What only adds to its total is worked out for all elements at once; it comes to the same as one step after the other.
@Suite struct ReduceTests {
  static let sums = [
    ("''", "x"), ("'a'", "'-' + x"), ("[]", "x"), ("[0]", "[x]"), ("0", "x"), ("0.5", "x"), ("null", "x"), ("date('2024-01-01')", "x"), ("''", "n.s + x"), ("n.i", "n.i + x"),
  ]
  static let lists = ["[1, 2, 3]", "['a', 'b']", "[1, 'a', 2.5, true]", "[[1], [], 2]", "[null, 1]", "[]", "null", "[duration({days: 1}), duration({months: 1})]", "n.l"]

  @Test(arguments: sums)
  func stepByStep(start: String, step: String) throws {
    let database = try GraphDatabase.inMemory()
    let made = "UNWIND range(0, 4) AS i CREATE (:A {i: i, s: 's' + i, l: range(0, i)}) CREATE (:A {s: 'none'})"
    _ = try database.query(made, options: QueryOptions(mayWrite: true))
    var kinds: Set<String> = []
    for list in Self.lists {
      let (whole, single) = ("s + \(step)", "CASE WHEN true THEN s ELSE s END + \(step)")
      let answers = [whole, single].map { text in
        Result { try database.query("MATCH (n:A) RETURN reduce(s = \(start), x IN \(list) | \(text)) AS t ORDER BY n.i").rows.description }
      }
      switch (answers[0], answers[1]) {
      case (.success(let a), .success(let b)):
        #expect(a == b, "\(start), \(step), \(list)")
        kinds.insert(a)
      case (.failure, .failure): break
      default: Issue.record("\(start), \(step), \(list): \(answers)")
      }
    }
    #expect(!kinds.isEmpty)
  }

  /// A text of two million characters and a list of as many elements, which a copy for each step would make of billions.
  @Test(.timeLimit(.minutes(1))) func growsInPlace() throws {
    let database = try GraphDatabase.inMemory()
    let query = "RETURN size(reduce(s = '', x IN range(1, 200000) | s + 'abcdefghij')) AS n"
    #expect(try database.query(query).rows == [[.integer(2_000_000)]])
    let list = "RETURN size(reduce(s = [], x IN range(1, 200000) | s + x)) AS n"
    #expect(try database.query(list).rows == [[.integer(200_000)]])
  }
}
