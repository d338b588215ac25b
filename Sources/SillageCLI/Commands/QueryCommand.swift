import Sillage

/// `sillage query`: openCypher in, rows out.
struct QueryCommand: Command {
  static let about = CommandAbout(
    commandName: "query",
    abstract: "Ask a question in openCypher.",
    discussion: """
      The question is openCypher, the name of a saved query, `-f FILE`, or standard input. It may only read, unless \
      --write is given.

      Examples:
        sillage query 'MATCH (s:Site)-[:PRODUCES]->(m:Motor) RETURN s.name, m.name'
        sillage query a390-motor
        sillage query where-is-motor-made --param motor=motor-6am --format json
        echo 'MATCH (n) RETURN count(n)' | sillage query
      """)

  let question: String?
  let file: String?
  let parameters: [ParameterArgument]
  let parameterObject: ParameterObject?
  let write: Bool
  let csvFolder: String?
  let strict: Bool
  let answer: AnswerOptions
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    file = words.option("-f", "--file", value: "file", help: "Read the query from a file.")
    parameters = words.options(
      "-p", "--param", value: "name=value", help: "Set a parameter; the value is JSON, else text.")
    parameterObject = words.option("--params", value: "json", help: "Set parameters from a JSON object.")
    write = words.flag("--write", help: "Let the query change the database.")
    csvFolder = words.option("--csv-folder", value: "dir", help: "The folder whose files LOAD CSV may read.")
    strict = words.flag("--strict", help: "Refuse labels, types and properties that the graph has never had.")
    answer = AnswerOptions(&words)
    global = GlobalOptions(&words)
    question = words.argument("question", help: "openCypher, the name of a saved query, or - for standard input.")
  }

  var conflict: String? {
    if question != nil, file != nil { return "a query and --file exclude each other" }
    if question == nil, file == nil, System.isTerminal(System.standardInput) {
      return "a query is missing: give it as an argument, with --file, or on standard input"
    }
    return answer.conflict
  }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    let asked = try Question.read(question, file: file, given: (parameterObject?.fields ?? []) + parameters.map(\.field))
    let database = try global.open(console, writable: write)
    let clock = ContinuousClock()
    let start = clock.now
    var printer = AnswerPrinter(answer, console)
    let summary = try database.run(
      asked.text, parameters: asked.parameters,
      options: QueryOptions(sourceName: asked.name, mayWrite: write, isStrict: strict, csvFolder: csvFolder),
      columns: { printer.header($0) }, rows: { printer.rows($0) })
    printer.end()
    if !summary.warnings.isEmpty {
      console.reporter.report(
        summary.warnings, sources: [SourceText(name: asked.name, text: asked.text)])
    }
    tell(summary, seconds: (clock.now - start) / .seconds(1), console)
    return .done
  }

  /// What changed, always; how many rows in what time, for a person.
  private func tell(_ summary: QuerySummary, seconds: Double, _ console: Console) {
    if let changes = summary.changesInWords { console.reporter.note(changes) }
    guard console.traits.isTerminal, !summary.columns.isEmpty else { return }
    console.output.flush()
    console.reporter.note("\(summary.rowCount) row\(summary.rowCount == 1 ? "" : "s"), \(seconds.milliseconds) ms")
  }
}

/// `name=value` on the command line. What is no JSON is text.
struct ParameterArgument: OptionValue {
  let word: String
  let field: ResultField
  static let expectation = "name=value"

  init?(word: String) {
    self.word = word
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let name = parts.first, let text = parts.last, !name.isEmpty else { return nil }
    field = ResultField(name.hasPrefix("$") ? String(name.dropFirst()) : name, Self.value(text))
  }

  private static func value(_ text: String) -> ResultValue {
    guard let json = try? JSONReader.read(text), let value = try? TypedJSON.parameter(json) else { return .string(text) }
    return value
  }
}

/// A JSON object on the command line: a parameter for each member.
struct ParameterObject: OptionValue {
  let word: String
  let fields: [ResultField]
  static let expectation = "a JSON object"

  init?(word: String) {
    guard let members = (try? JSONReader.read(word))?.members else { return nil }
    var fields: [ResultField] = []
    for member in members {
      guard let value = try? TypedJSON.parameter(member.value) else { return nil }
      fields.append(ResultField(member.name, value))
    }
    self.word = word
    self.fields = fields
  }
}

extension QuerySummary {
  /// `created 2 nodes, set 3 properties`; nil where nothing was changed.
  var changesInWords: String? {
    let counts: [(String, Int, String, String)] = [
      ("created", changes.nodesCreated, "node", "nodes"), ("deleted", changes.nodesDeleted, "node", "nodes"),
      ("created", changes.relationshipsCreated, "relationship", "relationships"),
      ("deleted", changes.relationshipsDeleted, "relationship", "relationships"),
      ("set", changes.propertiesSet, "property", "properties"), ("added", changes.labelsAdded, "label", "labels"),
      ("removed", changes.labelsRemoved, "label", "labels"),
      ("created", changes.constraintsAdded, "constraint", "constraints"),
      ("dropped", changes.constraintsRemoved, "constraint", "constraints"),
      ("created", changes.indexesAdded, "index", "indexes"), ("dropped", changes.indexesRemoved, "index", "indexes"),
    ]
    let words = counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1) \($0.1 == 1 ? $0.2 : $0.3)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
