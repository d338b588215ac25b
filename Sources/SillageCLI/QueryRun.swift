import Sillage

/// One question and what it may do, however its command line was read.
struct QueryRun {
  var question: String?
  var file: String?
  var parameters: [ResultField] = []
  var mayWrite = false
  var csvFolder: String?
  var isStrict = false
  /// Whether the sources of each row are numbered in a column, and listed below.
  var isCited = false
  var time = TimeFrame()
  var scenario: String?
  var answer = AnswerForm()

  /// Asks and prints the answer.
  func run(_ surroundings: Surroundings, _ console: Console) throws(SillageError) -> ExitStatus {
    GraphDatabase.keepFreedMemory()
    let asked = try Question.read(question, file: file, given: parameters)
    let database = try surroundings.open(console, writable: mayWrite, scenario: scenario)
    let clock = ContinuousClock()
    let start = clock.now
    var printer = AnswerPrinter(answer, console)
    let options = QueryOptions(
      sourceName: asked.name, mayWrite: mayWrite, isStrict: isStrict, time: time, csvFolder: csvFolder, isUnwanted: System.leaveIfUnread)
    let summary: QuerySummary
    if isCited {
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

  /// What changed, always; how many rows in what time, for a person.
  private func tell(_ summary: QuerySummary, seconds: Double, _ console: Console) {
    if let changes = summary.changesInWords { console.reporter.note(changes) }
    guard console.traits.isTerminal, !summary.columns.isEmpty else { return }
    console.output.flush()
    console.reporter.note("\(summary.rowCount) row\(summary.rowCount == 1 ? "" : "s"), \(seconds.milliseconds) ms")
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
