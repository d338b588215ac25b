import ArgumentParser
import Sillage

/// `sillage link`: which known entities a text names.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Find the known entities that articles name, and say why.",
    discussion: """
      Files are plain text, Markdown or HTML; - is standard input. Offsets count Unicode scalars of the raw file. On a \
      terminal the article is shown to read, its mentions marked; elsewhere each mention is a line of JSON: doc, start, end, text, \
      entity, score.

      Examples:
        sillage link article.md
        curl -s https://example.org/article | sillage link - --format list
        sillage link article.md --format html > article.html
        sillage link a.txt b.txt --catalogue entities.json
        sillage link article.md --why
        sillage link article.md --why-not cleon-town
        sillage link article.md --save
        sillage link --eval gold/ --errors 20
      """)

  @Argument(help: "The files; - is standard input.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Link against a JSON list of entities in place of the database.", valueName: "file"))
  var catalogue: String?

  @Flag(help: "Store each article and its mentions in the database, and tell what changed.")
  var save = false

  @Option(help: "How to write the mentions; auto is reading on a terminal and JSON lines elsewhere.")
  var format: MentionForm = .auto

  @OptionGroup var questions: LinkQuestions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if save, catalogue != nil { throw ValidationError("--save needs the database, --catalogue goes without it") }
    if files.isEmpty, questions.eval == nil { throw ValidationError("name a file, or - for standard input") }
    try questions.validate(hasFiles: !files.isEmpty, save: save)
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let (linker, database) = try linker(console)
      if let gold = questions.eval {
        try questions.evaluate(gold, linker, console, format)
        return .done
      }
      for file in files {
        let bytes = try InputText.bytes(file)
        if questions.isAsked {
          try questions.explain(bytes, file, linker, console, format)
        } else {
          try write(bytes, file, linker, database, console)
        }
      }
      return .done
    }
  }

  private func linker(_ console: Console) throws(SillageError) -> (ArticleLinker, GraphDatabase?) {
    let knowledge = try LinkingKnowledge.nearest(above: ".")
    if let catalogue { return (try ArticleLinker(catalogueFile: catalogue, knowledge), nil) }
    let database = try global.open(console, writable: save)
    return (try ArticleLinker(database, knowledge), database)
  }

  private func write(
    _ bytes: [UInt8], _ file: String, _ linker: ArticleLinker, _ database: GraphDatabase?, _ console: Console
  ) throws(SillageError) {
    let form = format.chosen(console.traits)
    let list: MentionList
    if form.showsText {
      let article = try linker.read(bytes, document: file)
      console.output.write(form == .html ? article.html : article.text(console.traits))
      list = article.list
    } else {
      list = try linker.link(bytes, document: file)
      form.write(list, bytes, console, isFirst: file == files.first)
    }
    if save, let database { console.reporter.note(try database.save(list, text: bytes).text) }
  }
}
