import Sillage

/// `sillage link`: which known entities a text names.
struct LinkCommand: Command {
  static let about = CommandAbout(
    commandName: "link",
    abstract: "Find the known entities that articles name.",
    discussion: """
      Files are plain text, Markdown or HTML; - is standard input. Offsets count Unicode scalars of the raw file. On a \
      terminal the mentions are listed; elsewhere each is a line of JSON: doc, start, end, text, entity, score.

      Examples:
        sillage link article.md
        curl -s https://example.org/article | sillage link - --format list
        sillage link a.txt b.txt --catalogue entities.json
        sillage link article.md --save
      """)

  enum Form: String, CaseIterable, OptionValue {
    case auto, list, jsonl
  }

  let files: [String]
  let catalogue: String?
  let save: Bool
  let format: Form
  let global: GlobalOptions

  init(_ words: inout CommandWords) {
    catalogue = words.option(
      "--catalogue", value: "file", help: "Link against a JSON list of entities in place of the database.")
    save = words.flag("--save", help: "Store each article and its mentions in the database.")
    format = words.option(
      "--format", value: "format",
      help: "How to write the mentions; auto is a list on a terminal and JSON lines elsewhere.", default: .auto)
    global = GlobalOptions(&words)
    files = words.arguments("files", help: "The files; - is standard input.")
  }

  var conflict: String? {
    save && catalogue != nil ? "--save needs the database, --catalogue goes without it" : nil
  }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    let (linker, database) = try linker(console)
    for file in files {
      let bytes = try InputText.bytes(file)
      let list = try linker.link(bytes, document: file)
      write(list, console)
      if save, let database {
        let article = try database.save(list, text: bytes)
        console.reporter.note("stored \(list.mentions.count) mentions of \(article)")
      }
    }
    return .done
  }

  private func linker(_ console: Console) throws(SillageError) -> (ArticleLinker, GraphDatabase?) {
    if let catalogue { return (try ArticleLinker(catalogueFile: catalogue), nil) }
    let database = try global.open(console, writable: save)
    return (try ArticleLinker(database), database)
  }

  private func write(_ list: MentionList, _ console: Console) {
    if format == .list || (format == .auto && console.traits.isTerminal) {
      console.output.write(list.text(console.traits))
    } else {
      for mention in list.mentions { console.writeLine(mention.json(document: list.document)) }
    }
  }
}
