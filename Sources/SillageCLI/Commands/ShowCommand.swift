import ArgumentParser
import Sillage

/// `sillage show`: the card of an entity.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: SillageCommand.name,
    abstract: "Show what is known of an entity.",
    discussion: """
      An entity is named by its id, its name or an alias; case and accents do not matter. Where several entities go by \
      the name, they are listed and the exit code is 1.

      Examples:
        sillage show alpine
        sillage show usine de Cléon
        sillage show cleon-plant --format json
        sillage show cleon-plant --as-of 2022
        sillage show cleon-plant --cite
      """)

  @Argument(help: "The id, name or alias; several words are one name.")
  var name: [String]

  @Option(help: "How to write the card.")
  var format: ReportForm = .text

  @Flag(help: "Number the sources, and list them below.")
  var cite = false

  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      let card = try database.card(of: name.joined(separator: " "), time: time.frame)
      let cited = cite ? CitedSources() : nil
      try console.write(format, database, cited, text: { card.text($0, cited) }, json: card.json)
      return .done
    }
  }
}
