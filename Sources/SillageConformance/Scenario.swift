import Sillage

/// One scenario: a graph, and the procedures that the scenario declares.
struct Scenario {
  /// How much of the graph is in the store's base when a query runs.
  enum Store: String {
    case rows, base, mixed
  }

  private let store: Store
  private var queries = 0
  private var database: GraphDatabase?
  private var procedures = TableProcedures()
  private(set) var isClosed = false

  init(_ store: Store) { self.store = store }

  mutating func reply(to line: String) -> JSONValue {
    let request: JSONValue
    do { request = try JSONReader.read(line) } catch { return failure("ArgumentError", error.message) }
    switch request["op"]?.string ?? "query" {
    case "reset":
      procedures = TableProcedures()
      do { database = try GraphDatabase.inMemory() } catch { return AnswerJSON.object(error) }
      return .object([JSONMember("ok", .boolean(true))])
    case "procedure":
      return procedures.register(request)
        ? .object([JSONMember("ok", .boolean(true))]) : .object([JSONMember("unsupported", .boolean(true))])
    case "query": return query(request)
    case "state": return state()
    case "close":
      isClosed = true
      return .object([JSONMember("ok", .boolean(true))])
    case let other: return failure("ArgumentError", "no such request: \(other)")
    }
  }

  private func failure(_ type: String, _ message: String) -> JSONValue {
    .object([
      JSONMember(
        "error",
        .object([
          JSONMember("phase", .string("runtime")), JSONMember("type", .string(type)),
          JSONMember("detail", .string("InvalidArgumentValue")), JSONMember("message", .string(message)),
        ]))
    ])
  }

  private mutating func query(_ request: JSONValue) -> JSONValue {
    guard let database, let text = request["query"]?.string else { return failure("ArgumentError", "no graph or no query") }
    var parameters: [ResultField] = []
    do throws(ParameterError) {
      for member in request["params"]?.members ?? [] {
        parameters.append(ResultField(member.name, try TypedJSON.parameter(member.value)))
      }
    } catch { return failure("ArgumentError", error.message) }
    do throws(SillageError) {
      let options = QueryOptions(mayWrite: true, procedures: procedures)
      let answer = try database.query(text, parameters: parameters, options: options)
      queries += 1
      if store == .base || (store == .mixed && queries % 2 == 1) { try database.optimize() }
      return .object([
        JSONMember("columns", .array(answer.columns.map { .string($0) })),
        JSONMember("rows", .array(answer.rows.map { .array($0.map(TypedJSON.json)) })),
      ])
    } catch { return AnswerJSON.object(error) }
  }

  /// The whole graph, from which the runner counts side effects.
  private func state() -> JSONValue {
    guard let database else { return .object([JSONMember("unsupported", .boolean(true))]) }
    do throws(SillageError) {
      let nodes = try database.query("MATCH (n) RETURN n").rows.map { $0.map(TypedJSON.json) }.joined()
      let relationships = try database.query("MATCH ()-[r]->() RETURN r").rows.map { $0.map(TypedJSON.json) }.joined()
      return .object([JSONMember("nodes", .array(Array(nodes))), JSONMember("rels", .array(Array(relationships)))])
    } catch { return AnswerJSON.object(error) }
  }
}
