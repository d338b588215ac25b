import CypherEngine

/// Answers requests one after the other on one open database: each a JSON object, answered with one.
///
/// A request is `{"query": …, "params": {…}}` or `{"query": …, "batch": [{…}, …]}`. A batch runs the query once for each set of
/// parameters and is answered by `{"results": […]}`: each in a transaction of its own where the query changes the graph, else
/// all in one. Plans are kept by the text of their query; one that only reads is made ready once for all requests that ask the same, one
/// after the other, as long as nobody else changes the graph and no name or schema is added.
public struct Session {
  private let database: GraphDatabase
  private let options: QueryOptions
  private let leftovers = Leftovers()

  /// `csvFolder`: the folder whose files LOAD CSV may read; nil: none. `isUnwanted`: whether nobody waits for answers any more.
  public init(
    _ database: GraphDatabase, mayWrite: Bool, csvFolder: String? = nil, isUnwanted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.database = database
    options = QueryOptions(mayWrite: mayWrite, csvFolder: csvFolder, isUnwanted: isUnwanted)
  }

  /// Appends the answer to one line. Never fails: what went wrong is in the answer.
  public func answer(_ line: [UInt8], into out: inout [UInt8]) {
    leftovers.removeAll()
    let request: SessionRequest
    do throws(JSONError) { request = try SessionRequest(line) } catch {
      return fault("the request is no JSON: \(error.message) at byte \(error.offset)", into: &out)
    }
    leftovers.request = request
    if let message = request.fault { return fault(message, into: &out) }
    guard let text = request.query else { return fault("a request needs a `query`", into: &out) }
    let sets = ParameterSets(request.sets)
    guard request.isBatch else { return run(text, sets, into: &out) }
    out.append(contentsOf: #"{"results":["#.utf8)
    run(text, sets, into: &out)
    out.append(contentsOf: "]}".utf8)
  }

  /// Gives back the memory of what was asked, as the next request does. Whoever waits for an answer need not wait for that.
  public func tidyUp() { leftovers.removeAll() }

  /// Appends an answer for each set of parameters. Where the transaction fails, answers that were given in it do not count.
  private func run(_ text: String, _ sets: ParameterSets, into out: inout [UInt8]) {
    let start = out.count
    let isReading: Bool
    do throws(SillageError) {
      isReading = try database.repeating(text, options, last: &leftovers.query) { query in
        var answers = RepeatedAnswers(of: query)
        answers.append(for: sets, to: &out)
      }
    } catch {
      out.removeSubrange(start...)
      return sets.each(0..<sets.count, into: &out) { _, _ throws(SillageError) in throw error }
    }
    if isReading { return }
    var last: QueryExecution?
    sets.each(0..<sets.count, into: &out) { parameters, out throws(SillageError) in
      let answer = try database.query(text, values: parameters, options: options, last: &last)
      JSONWriter.append(AnswerJSON.object(answer), to: &out)
    }
  }

  private func fault(_ message: String, into out: inout [UInt8]) { JSONWriter.append(AnswerJSON.fault(message), to: &out) }
}

/// What was asked last. Guarded by its session, which answers one request at a time.
private final class Leftovers {
  var request: SessionRequest?
  /// As it was made ready; nil where the last query changed the graph.
  var query: RepeatedQuery?

  func removeAll() {
    request = nil
    query?.rest()
  }
}
