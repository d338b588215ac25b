import ArgumentParser
import Sillage

/// `sillage version`: the same as `--version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      console.output.write(SillageCommand.configuration.version + "\n")
      return .done
    }
  }
}
