import ArgumentParser
import Sillage

/// The options of `sillage link` for documents that come as lines of JSON.
struct LinkStreamOptions: ParsableArguments {
  @Flag(help: "Read documents as lines of JSON, and write a line of JSON for each.")
  var jsonl = false

  @Option(name: [.short, .long], help: ArgumentHelp("Write what --jsonl gives to a file.", valueName: "file"))
  var output: String?

  @Flag(help: "Go on behind the documents whose results the file of --output already has.")
  var resume = false

  @Flag(help: "Tell how far --jsonl is, even where standard error is no terminal.")
  var progress = false

  func validate(_ command: LinkCommand) throws {
    guard jsonl else {
      if output != nil || resume || progress { throw ValidationError("--output, --resume and --progress go with --jsonl") }
      return
    }
    if resume, output == nil { throw ValidationError("--resume needs the file of --output") }
    if command.save { throw ValidationError("--jsonl stores nothing: --save goes without it") }
    if command.questions.isAsked { throw ValidationError("--why and --why-not go without --jsonl: give them the text of a document as a file") }
    if ![.auto, .jsonl].contains(command.format) {
      throw ValidationError("--jsonl writes lines of JSON alone: --format \(command.format.rawValue) goes without it")
    }
    if command.allowLocal { throw ValidationError("--jsonl fetches no addresses: --allow-local goes without it") }
  }

  /// Links the documents of files, `-` being standard input. `others` are files that are read, too.
  func run(
    _ files: [String], reading others: [String], _ linker: ArticleLinker, _ console: Console
  ) throws(SillageError) -> ExitStatus {
    let tells = progress || System.isTerminal(System.standardError)
    let stream = LinkStream(
      stream: ArticleStream(linker), console: console, output: output, read: others, resumes: resume, tellsProgress: tells)
    return try stream.run(files)
  }
}
