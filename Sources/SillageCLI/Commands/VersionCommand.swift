import Sillage

/// `sillage version`: the same as `--version`.
struct VersionCommand: Command {
  static let about = CommandAbout(commandName: "version", abstract: "Print the version.")

  let global: GlobalOptions

  init(_ words: inout CommandWords) { global = GlobalOptions(&words) }

  func run(_ console: Console) throws(SillageError) -> ExitStatus {
    console.output.write(SillageProgram.version + "\n")
    return .done
  }
}
