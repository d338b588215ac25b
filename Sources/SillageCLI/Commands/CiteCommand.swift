import ArgumentParser
import Sillage

/// `sillage cite`: the bibliography.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Write the sources of the graph, or of some entities, as a bibliography.",
    discussion: """
      With names, the sources of what is known of those entities; the name of a source stands for itself. Without names, all \
      sources. Where there are none, the exit code is 1.

      Examples:
        sillage cite --format bibtex > sources.bib
        sillage cite cleon-plant motor-7dl
        sillage cite jde --format csl
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, bibtex, csl

    var format: CitationFormat {
      switch self {
      case .text: .text
      case .bibtex: .bibtex
      case .csl: .csl
      }
    }
  }

  @Argument(help: "Ids, names or aliases of entities or sources.")
  var names: [String] = []

  @Option(help: "How to write the sources.")
  var format: Form = .text

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let sources = try global.open(console).bibliography(of: names)
      let text = format.format.text(sources)
      console.output.write(console.traits.isTerminal ? TerminalText.escaped(text, keeping: .layout) : text)
      guard sources.isEmpty else { return .done }
      console.reporter.note("no source is named")
      return .no
    }
  }
}
