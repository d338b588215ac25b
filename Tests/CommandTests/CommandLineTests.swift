import Foundation
import Testing

/// Runs the program as people do.
struct Sillage {
  var status: Int32
  var output: String
  var errors: String

  /// The program that was built beside these tests.
  static let program = Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("sillage")

  init(_ arguments: String..., environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = Self.built
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    try process.run()
    output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  private static var built: URL {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return [program, folder.appendingPathComponent("sillage")].first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    } ?? program
  }
}

@Suite("The command line")
struct CommandLineTests {
  @Test func versionAsFlagAndAsCommand() throws {
    let flag = try Sillage("--version")
    let command = try Sillage("version")
    #expect(flag.status == 0 && command.status == 0)
    #expect(flag.output == command.output)
    #expect(flag.output.hasPrefix("sillage 0."))
    #expect(flag.errors == "" && command.errors == "")
  }

  @Test func helpGoesToStandardOutput() throws {
    for run in [try Sillage("--help"), try Sillage("help"), try Sillage()] {
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: sillage <subcommand>"))
      #expect(run.errors == "")
    }
    #expect(try Sillage("help", "version").output.contains("USAGE: sillage version"))
  }

  @Test func aMistypedCommandNamesTheNearOne() throws {
    let run = try Sillage("versoin", "-q")
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(
      run.errors == """
        error[E801]: no command `versoin`
          --> <command line>:1:9
           1 | sillage versoin -q
             |         ^^^^^^^ did you mean `version`?
          help: sillage --help

        """)
  }

  @Test func wrongArgumentsAreUsageErrors() throws {
    let run = try Sillage("version", "--colr", "never")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("error[E802]: "))
    #expect(run.errors.hasSuffix("  help: sillage version --help\n"))
  }

  @Test func errorsAsJSON() throws {
    let run = try Sillage("versoin", "--error-format", "json")
    #expect(run.status == 64)
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    #expect(object?["code"] as? String == "E801")
    #expect((object?["place"] as? [String: Any])?["column"] as? Int == 9)
    #expect(object?["label"] as? String == "did you mean `version`?")
  }

  @Test func colourOnDemand() throws {
    #expect(try Sillage("versoin", "--color", "always").errors.contains("\u{1B}["))
    #expect(try Sillage("versoin", environment: ["FORCE_COLOR": "1"]).errors.contains("\u{1B}["))
    #expect(try !Sillage("versoin").errors.contains("\u{1B}["))
  }
}
