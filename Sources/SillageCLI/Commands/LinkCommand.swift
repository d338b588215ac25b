import ArgumentParser
import Sillage

/// `sillage link`: which known entities a text names.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Find the known entities that articles name, and say why.",
    discussion: """
      Files are plain text, Markdown, HTML or PDF; - is standard input, an address of HTTP or HTTPS is fetched, a folder \
      stands for the articles in it, and patterns such as 'articles/**/*.md' are known. Offsets count Unicode scalars of the raw \
      file; for a PDF, of the text that pdftotext takes out of it. On a terminal the article is shown to read, its mentions marked; \
      elsewhere each mention is a line of JSON: doc, start, end, text, entity, score.

      With --jsonl each line of the input is a document, {"id": …, "text": …}, and each line of the output its result, \
      {"id": …, "mentions": […]}, in the same order.

      Examples:
        sillage link article.md
        curl -s https://example.org/article | sillage link - --format list
        sillage link article.md --format html > article.html
        sillage link a.txt b.txt --catalogue entities.json
        sillage link article.md --why
        sillage link article.md --why-not cleon-town
        sillage link article.md --save
        sillage link https://example.org/article
        sillage link --jsonl documents.jsonl -o mentions.jsonl --resume
        sillage link --eval gold/ --errors 20
      """)

  @Argument(help: "The files, folders, patterns or addresses; - is standard input, as is none where that is no terminal.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Link against a JSON list of entities in place of the database.", valueName: "file"))
  var catalogue: String?

  @Flag(help: "Store each article and its mentions in the database, and tell what changed.")
  var save = false

  @Option(help: "How to write the mentions; auto is reading on a terminal and JSON lines elsewhere.")
  var format: MentionForm = .auto

  @Flag(help: "Fetch from addresses in private networks, too.")
  var allowLocal = false

  @OptionGroup var many: LinkStreamOptions

  @OptionGroup var questions: LinkQuestions

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if save, catalogue != nil { throw ValidationError("--save needs the database, --catalogue goes without it") }
    try many.validate(self)
    try questions.validate(self)
    if files.isEmpty, questions.eval == nil, System.isTerminal(System.standardInput) {
      throw ValidationError("name a file, or - for standard input")
    }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      GraphDatabase.keepFreedMemory()
      GraphDatabase.useLargePages()
      let (linker, database) = try linker(console)
      if let gold = questions.eval {
        try questions.evaluate(gold, linker, console, format)
        return .done
      }
      let inputs = files.isEmpty ? ["-"] : files
      if many.jsonl { return try many.run(inputs, reading: [catalogue, global.db].compactMap { $0 }, linker, console) }
      let articles = LinkFiles(
        linker: linker, storage: save ? database : nil, database: database, questions: questions, format: format, allowsLocal: allowLocal,
        console: console)
      return try articles.run(inputs)
    }
  }

  private func linker(_ console: Console) throws(SillageError) -> (ArticleLinker, GraphDatabase?) {
    let knowledge = try LinkingKnowledge.nearest(above: ".")
    if let catalogue { return (try ArticleLinker(catalogueFile: catalogue, knowledge), nil) }
    let database = try global.open(console, writable: save)
    return (try ArticleLinker(database, knowledge), database)
  }
}
