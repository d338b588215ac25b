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
      GraphDatabase.keepFreedMemory()
      GraphDatabase.useLargePages()
      let (linker, database) = try linker(console)
      if let gold = questions.eval {
        try questions.evaluate(gold, linker, console, format)
        return .done
      }
      if many.jsonl { return try many.run(files.isEmpty ? ["-"] : files, linker, console) }
      try link(try ArticleFiles.expand(files), linker, database, console)
      return .done
    }
  }

  private func linker(_ console: Console) throws(SillageError) -> (ArticleLinker, GraphDatabase?) {
    let knowledge = try LinkingKnowledge.nearest(above: ".")
    if let catalogue { return (try ArticleLinker(catalogueFile: catalogue, knowledge), nil) }
    let database = try global.open(console, writable: save)
    return (try ArticleLinker(database, knowledge), database)
  }

  /// How many files, and how many bytes of them, are read before they are linked on all cores; fewer where each word may be told of.
  private static let batchFiles = 64
  private static let batchBytes = 16 << 20
  private static let explainedBytes = 2 << 20

  private func link(
    _ files: [String], _ linker: ArticleLinker, _ database: GraphDatabase?, _ console: Console
  ) throws(SillageError) {
    let frame = MentionFrame(format.chosen(console.traits), isForMany: files.count > 1 && !questions.isAsked)
    console.output.write(frame.start)
    defer { console.output.write(frame.end) }
    var rest = files[...]
    var count = 0
    while !rest.isEmpty {
      let (inputs, fault) = batch(&rest)
      if questions.isAsked {
        try questions.explain(inputs, linker, console, format)
      } else if format.chosen(console.traits).showsText {
        try show(inputs, &count, frame, linker, database, console)
      } else {
        for outcome in linker.link(inputs) {
          let list = try outcome.get()
          if count > 0 { console.output.write(frame.between) }
          format.chosen(console.traits).write(list, console, isFirst: count == 0)
          try keep(list, database, console)
          count += 1
        }
      }
      if let fault { throw fault }
    }
  }

  /// Reads some of the files, up to one that cannot be read.
  private func batch(_ files: inout ArraySlice<String>) -> ([ArticleInput], SillageError?) {
    let most = questions.isAsked ? Self.explainedBytes : Self.batchBytes
    var inputs: [ArticleInput] = []
    var bytes = 0
    while inputs.count < Self.batchFiles, bytes < most, let file = files.popFirst() {
      do throws(SillageError) {
        inputs.append(try InputText.article(file, allowsLocal: allowLocal))
      } catch { return (inputs, error) }
      bytes += inputs[inputs.count - 1].bytes.count
    }
    return (inputs, nil)
  }

  /// Shows articles with their mentions.
  private func show(
    _ inputs: [ArticleInput], _ count: inout Int, _ frame: MentionFrame, _ linker: ArticleLinker, _ database: GraphDatabase?,
    _ console: Console
  ) throws(SillageError) {
    for outcome in linker.read(inputs) {
      let article = try outcome.get()
      count += 1
      console.output.write(frame.form == .html ? frame.page(of: article, number: count) : article.text(console.traits))
      try keep(article.list, database, console)
    }
  }

  private func keep(_ list: MentionList, _ database: GraphDatabase?, _ console: Console) throws(SillageError) {
    if save, let database { console.reporter.note(try database.save(list).text) }
  }
}
