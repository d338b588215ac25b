import ArgumentParser
import Sillage

/// `sillage queries`: the questions that a project keeps.
struct QueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "List the saved queries, or print one.",
    discussion: """
      Examples:
        sillage queries
        sillage queries a390-motor
        sillage queries --format markdown
      """)

  @Argument(help: "The name of the query to print.")
  var name: String?

  @OptionGroup var answer: AnswerOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      if let name {
        let text = try Question.read(name, file: nil, given: []).text
        console.output.write(console.traits.isTerminal ? TerminalText.escaped(text, keeping: .layout) : text)
        return .done
      }
      guard let project = try Project.nearest(above: ".") else {
        throw .missingFile(path: "sillage.yaml", hint: "saved queries belong to a project; there is none here")
      }
      let french = TerminalTraits.isFrench(System.environment)
      var printer = AnswerPrinter(answer.form, console)
      printer.header(["name", "question", "parameters"])
      printer.rows(
        try project.savedQueries().map { query in
          let question = french ? query.questionFrench ?? query.questionEnglish : query.questionEnglish
          return [
            .string(query.name), .string(question ?? query.title),
            .list(query.parameters.map { .string("\($0.name)=\($0.defaultValue.cellText)") }),
          ]
        })
      printer.end()
      return .done
    }
  }
}
