import ArgumentParser
import Sillage

/// `sillage query`: openCypher in, rows out.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", _superCommandName: SillageCommand.name,
    abstract: "Ask a question in openCypher.",
    discussion: """
      The question is openCypher, the name of a saved query, `-f FILE`, or standard input. It may only read, unless \
      --write is given.

      Examples:
        sillage query 'MATCH (s:Site)-[:PRODUCES]->(m:Motor) RETURN s.name, m.name'
        sillage query a390-motor
        sillage query a390-motor --cite --format markdown
        sillage query where-is-motor-made --param motor=motor-6am --format json
        sillage query 'MATCH (s {id: "cleon-plant"})-[:OPERATED_BY]->(o) RETURN o.name' --as-of 2023-06
        sillage query site-output --scenario 7dl-line-stops
        echo 'MATCH (n) RETURN count(n)' | sillage query
      """)

  @Argument(help: "openCypher, the name of a saved query, or - for standard input.")
  var question: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Read the query from a file.", valueName: "file"))
  var file: String?

  @Option(
    name: [.customShort("p"), .customLong("param")],
    help: ArgumentHelp("Set a parameter; the value is JSON, else text.", valueName: "name=value"))
  var parameters: [ParameterArgument] = []

  @Option(
    name: .customLong("params"),
    help: ArgumentHelp("Set parameters from a JSON object.", valueName: "json"))
  var parameterObject: ParameterObject?

  @Flag(help: "Let the query change the database.")
  var write = false

  @Option(help: ArgumentHelp("The folder whose files LOAD CSV may read.", valueName: "dir"))
  var csvFolder: String?

  @Flag(help: "Refuse labels, types and properties that the graph has never had.")
  var strict = false

  @Flag(help: "Number the sources of each row in a column, and list them below.")
  var cite = false

  @OptionGroup var time: TimeOptions
  @OptionGroup var scenario: ScenarioOption
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if write, scenario.scenario != nil { throw ValidationError("--write and --scenario exclude each other: a scenario is never written") }
    if question != nil, file != nil { throw ValidationError("a query and --file exclude each other") }
    if question == nil, file == nil, System.isTerminal(System.standardInput) {
      throw ValidationError("a query is missing: give it as an argument, with --file, or on standard input")
    }
  }

  func run() throws {
    GraphDatabase.keepFreedMemory()
    try global.perform { console throws(SillageError) in
      let asked = try Question.read(question, file: file, given: (parameterObject?.fields ?? []) + parameters.map(\.field))
      let database = try scenario.open(global, console, writable: write)
      let clock = ContinuousClock()
      let start = clock.now
      var printer = AnswerPrinter(answer, console)
      let options = QueryOptions(sourceName: asked.name, mayWrite: write, isStrict: strict, time: time.frame, csvFolder: csvFolder)
      let summary: QuerySummary
      if cite {
        summary = try CitedAnswer(asked, options, database).print(to: &printer)
      } else {
        summary = try database.run(
          asked.text, parameters: asked.parameters, options: options, columns: { printer.header($0) },
          rows: { printer.rows($0) })
        printer.end()
      }
      if !summary.warnings.isEmpty {
        console.reporter.report(
          summary.warnings, sources: [SourceText(name: asked.name, text: asked.text)])
      }
      tell(summary, seconds: (clock.now - start) / .seconds(1), console)
      return .done
    }
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
struct ParameterArgument: ExpressibleByArgument {
  var field: ResultField

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let name = parts.first, let text = parts.last, !name.isEmpty else { return nil }
    field = ResultField(name.hasPrefix("$") ? String(name.dropFirst()) : name, Self.value(text))
  }

  private static func value(_ text: String) -> ResultValue {
    guard let json = try? JSONReader.read(text), let value = try? TypedJSON.parameter(json) else { return .string(text) }
    return value
  }
}

/// A JSON object on the command line: a parameter for each member.
struct ParameterObject: ExpressibleByArgument {
  var fields: [ResultField]

  init?(argument: String) {
    guard let members = (try? JSONReader.read(argument))?.members else { return nil }
    fields = []
    for member in members {
      guard let value = try? TypedJSON.parameter(member.value) else { return nil }
      fields.append(ResultField(member.name, value))
    }
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
