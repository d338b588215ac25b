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

  func validate(save: Bool) throws {
    if jsonl, save { throw ValidationError("--jsonl stores nothing: --save goes without it") }
    if !jsonl, output != nil || resume || progress { throw ValidationError("--output, --resume and --progress go with --jsonl") }
    if resume, output == nil { throw ValidationError("--resume needs the file of --output") }
  }

  /// Links the documents of files, `-` being standard input.
  func run(_ files: [String], _ linker: ArticleLinker, _ console: Console) throws(SillageError) -> ExitStatus {
    let tells = progress || System.isTerminal(System.standardError)
    let stream = LinkStream(
      stream: ArticleStream(linker), console: console, output: output, resumes: resume, tellsProgress: tells)
    return try stream.run(files)
  }
}
