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

  @Argument(help: "The files, folders, patterns or addresses; - is standard input.")
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
    try many.validate(save: save)
    if files.isEmpty, questions.eval == nil, !many.jsonl { throw ValidationError("name a file, or - for standard input") }
    try questions.validate(hasFiles: !files.isEmpty, save: save)
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let (linker, database) = try linker(console)
      if let gold = questions.eval {
        try questions.evaluate(gold, linker, console, format)
        return .done
      }
      if many.jsonl { return try many.run(files.isEmpty ? ["-"] : files, linker, console) }
      for (number, file) in try ArticleFiles.expand(files).enumerated() {
        let input = try InputText.article(file, allowsLocal: allowLocal)
        if questions.isAsked {
          try questions.explain(input.bytes, input.name, linker, console, format)
        } else {
          try write(input, linker, database, console, isFirst: number == 0)
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
    _ input: ArticleInput, _ linker: ArticleLinker, _ database: GraphDatabase?, _ console: Console, isFirst: Bool
  ) throws(SillageError) {
    let form = format.chosen(console.traits)
    let list: MentionList
    if form.showsText {
      let article = try linker.read(input.bytes, document: input.name)
      console.output.write(form == .html ? article.html : article.text(console.traits))
      list = article.list
    } else {
      list = try linker.link(input.bytes, document: input.name)
      form.write(list, input.bytes, console, isFirst: isFirst)
    }
    if save, let database { console.reporter.note(try database.save(list, text: input.bytes).text) }
  }
}
