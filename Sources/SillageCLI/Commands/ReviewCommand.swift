import ArgumentParser
import Sillage

/// `sillage review`: a person decides what linking is not sure of.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walk the uncertain mentions and unknown names of articles, and write decisions as text.",
    discussion: """
      Each place is shown with what it may name. Decisions go to graph-data/mentions.yaml, where linking finds them, and new \
      entities to graph-data/reviewed-entities.yaml; nothing else is learnt. Without files, the project's own articles are walked. \
      A batch may also decide about names that linking is sure of, and about places that were decided before.

      Examples:
        sillage review article.md
        sillage review article.md --list
        sillage review article.md --batch decisions.jsonl
      """)

  @Argument(help: "The articles; without any, the Markdown articles of the project.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Read decisions from lines of JSON, - for standard input.", valueName: "file"))
  var batch: String?

  @Flag(help: "Write what is to be decided as lines of JSON, and decide nothing.")
  var list = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if list, batch != nil { throw ValidationError("--list goes without --batch") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      guard let project = try Project.nearest(above: ".") else {
        throw .missingFile(path: "sillage.yaml", hint: "decisions are written into a project; change to its folder")
      }
      let linker = try ArticleLinker(try global.open(console), try LinkingKnowledge.nearest(above: "."))
      let names = files.isEmpty ? try project.articleFiles() : files
      var items: [ReviewItem] = []
      for file in names { items += try linker.reviewItems(in: try InputText.bytes(file), document: file, all: batch != nil) }
      if list {
        for item in items { console.writeLine(item.json) }
        return .done
      }
      return try decide(items, linker, project, console)
    }
  }

  private func decide(
    _ items: [ReviewItem], _ linker: ArticleLinker, _ project: Project, _ console: Console
  ) throws(SillageError) -> ExitStatus {
    let review = try Review(items, linker, project)
    let files = try ReviewFiles(project)
    if let batch {
      let decisions = try ReviewBatch.decide(
        try InputText.bytes(batch), name: InputText.name(batch), items: items, review)
      try files.write(decisions)
      let decided = Set(decisions.map(\.item))
      let left = items.count { $0.isOpen && !decided.contains($0) }
      console.reporter.note(
        "noted \(decisions.count) decision\(decisions.count == 1 ? "" : "s"), \(left) place\(left == 1 ? "" : "s") left to be decided")
      return .done
    }
    guard System.isTerminal(System.standardInput) else {
      throw .faults(
        [
          Diagnostic(
            .notATerminal, "a review is a talk with a person, and standard input is no terminal", source: "",
            span: .beginning, hint: "--batch reads decisions, --list writes what is to be decided")
        ], sources: [])
    }
    var talk = ReviewTalk(review, files, console)
    try talk.run()
    return .done
  }
}

extension DiagnosticCode {
  /// A command that needs a person was started without a terminal.
  static let notATerminal = DiagnosticCode("E819")
}
