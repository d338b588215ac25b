/// Answers requests one after the other on one open database: each a JSON object, answered with one.
///
/// A request is `{"query": …, "params": {…}}` or `{"query": …, "batch": [{…}, …]}`. A batch runs the query once for each set of
/// parameters, each in a transaction of its own, and is answered by `{"results": […]}`. Plans are kept by the text of their query.
public struct Session {
  private let database: GraphDatabase
  private let mayWrite: Bool
  private let csvFolder: String?

  /// `csvFolder`: the folder whose files LOAD CSV may read; nil: none.
  public init(_ database: GraphDatabase, mayWrite: Bool, csvFolder: String? = nil) {
    self.database = database
    self.mayWrite = mayWrite
    self.csvFolder = csvFolder
  }

  /// The answer to one line. Never fails: what went wrong is in the answer.
  public func answer(_ line: [UInt8]) -> JSONValue {
    let request: JSONValue
    do throws(JSONError) { request = try JSONReader.read(line) } catch {
      return fault("the request is no JSON: \(error.message) at byte \(error.offset)")
    }
    guard let members = request.members else { return fault("a request is a JSON object, not \(request.kind)") }
    var fields: [String: JSONValue] = [:]
    for member in members { fields[member.name] = member.value }
    guard let text = fields["query"]?.string else { return fault("a request needs a `query`") }
    if let batch = fields["batch"] {
      guard let sets = batch.array else { return fault("`batch` is a list of parameter sets, not \(batch.kind)") }
      return .object([JSONMember("results", .array(sets.map { run(text, $0) }))])
    }
    return run(text, fields["params"] ?? .object([]))
  }

  private func run(_ text: String, _ parameters: JSONValue) -> JSONValue {
    guard let members = parameters.members else { return fault("`params` is an object, not \(parameters.kind)") }
    var fields: [ResultField] = []
    for member in members {
      do throws(ParameterError) {
        fields.append(ResultField(member.name, try TypedJSON.parameter(member.value)))
      } catch { return fault("parameter `\(member.name)`: \(error.message)") }
    }
    do throws(SillageError) {
      return AnswerJSON.object(
        try database.query(text, parameters: fields, options: QueryOptions(mayWrite: mayWrite, csvFolder: csvFolder)))
    } catch { return AnswerJSON.object(error) }
  }

  private func fault(_ message: String) -> JSONValue {
    .object([
      JSONMember(
        "error",
        .object([
          JSONMember("phase", .string("compile time")), JSONMember("type", .string("ArgumentError")),
          JSONMember("detail", .string("InvalidArgumentValue")), JSONMember("message", .string(message)),
        ]))
    ])
  }
}
