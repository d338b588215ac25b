import CypherSyntax
import Diagnostics

/// One random graph and the queries that are asked of it, all made from one seed.
struct Round {
  /// The number of queries that are compared in a round.
  static let queries = 10
  private static let attempts = 40

  var seed: UInt64
  var mistake: ReferenceMistake?
  /// How many random settings each query is run in, beside the plain one.
  var variants = 2

  /// Compares all queries, and gives how many there were and where the answers differ.
  func run() throws -> (compared: Int, disagreement: Trial.Disagreement?) {
    var random = SeededRandom(seed)
    var maker = GraphMaker(random: SeededRandom(random.next()))
    let graph = maker.graph()
    let stores = StoreShelf(graph)
    var compared = 0
    for _ in 0..<Self.attempts where compared < Self.queries {
      var queries = QueryMaker(SeededRandom(random.next()))
      let text = queries.query().text
      let settings = [Setting.plain] + (0..<variants).map { _ in Setting.random(&random) }
      let trial = Trial(graph: graph, query: try Self.parsed(text), settings: settings, mistake: mistake)
      guard let expected = try trial.expected() else { continue }
      compared += 1
      if let found = try trial.disagreement(expected, in: stores) {
        return (compared, mistake == nil ? try trial.shrunk(found) : found)
      }
    }
    return (compared, nil)
  }

  struct Unreadable: Error {
    var text: String
    var messages: [String]
  }

  private static func parsed(_ text: String) throws -> Query {
    let result = parse(SourceText(name: "<query>", text: text))
    guard case .query(let query)? = result.statement?.body else {
      throw Unreadable(text: text, messages: result.diagnostics.map(\.message))
    }
    return query
  }
}
