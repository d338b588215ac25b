import Sillage

/// `sillage show`: the card of an entity.
struct ShowCommand: Command {
  static let about = CommandAbout(
    commandName: "show",
    abstract: "Show what is known of an entity.",
    discussion: """
      An entity is named by its id, its name or an alias; case and accents do not matter. Where several entities go by \
      the name, they are listed and the exit code is 1.

      Examples:
        sillage show alpine
        sillage show usine de Cléon
        sillage show cleon-plant --format json
      """)

  let name: [String]
  let format: ReportForm
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    format = words.option("--format", value: "format", help: "How to write the card.", default: .text)
    global = GlobalOptions(&words)
    name = words.arguments("name", help: "The id, name or alias; several words are one name.")
  }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    let card = try global.open(console).card(of: name.joined(separator: " "))
    console.write(format, text: card.text, json: card.json)
    return .done
  }
}
