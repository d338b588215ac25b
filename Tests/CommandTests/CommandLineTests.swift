import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test func versionAsFlagAndAsCommand() throws {
    let flag = try Program("--version")
    let command = try Program("version")
    #expect(flag.status == 0 && command.status == 0)
    #expect(flag.output == command.output)
    #expect(flag.output.hasPrefix("sillage 0."))
    #expect(flag.errors == "" && command.errors == "")
  }

  @Test func helpGoesToStandardOutput() throws {
    for run in [try Program("--help"), try Program("help"), try Program()] {
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: sillage <subcommand>"))
      #expect(run.errors == "")
    }
    #expect(try Program("help", "version").output.contains("USAGE: sillage version"))
  }

  @Test func aMistypedCommandNamesTheNearOne() throws {
    let run = try Program("versoin", "-q")
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
    let run = try Program("version", "--colr", "never")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("error[E802]: "))
    #expect(run.errors.hasSuffix("  help: sillage version --help\n"))
  }

  @Test func errorsAsJSON() throws {
    let run = try Program("versoin", "--error-format", "json")
    #expect(run.status == 64)
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    #expect(object?["code"] as? String == "E801")
    #expect((object?["place"] as? [String: Any])?["column"] as? Int == 9)
    #expect(object?["label"] as? String == "did you mean `version`?")
  }

  /// Plain command lines are read without the library. The same words with an option that they do not have to say are not plain.
  @Test(arguments: [
    ["query", "RETURN $a + 1 AS b", "--params", #"{"a":1}"#, "--format", "json"], ["query", "RETURN 1.5 AS x, 'é' AS y"],
    ["query", "--format", "csv", "UNWIND [1, 2] AS x RETURN x", "--quiet"], ["query", "RETURN"], ["query", "a390-motor"],
    ["query", "--write", "--db", "/nowhere/at-all.db", "RETURN 1"], ["query", "CREATE (n:New)"], ["query", ""],
    ["query", "RETURN 1", "--format", "nonsense"], ["query", "RETURN 1", "--params", "[1]"], ["query", "RETURN 1", "RETURN 2"],
    ["query", "RETURN 1", "--db"], ["query", "--format", "json", "--format", "csv", "RETURN 1 AS x"], ["session"],
    ["session", "--db", "/nowhere/at-all.db"], ["session", "--quiet", "word"],
  ])
  func plainCommandLinesAreReadAsTheOthers(words: [String]) throws {
    // The project's database is built by the first who asks it, who says so.
    _ = try Program("query", "RETURN 1")
    let input = words == ["session"] ? #"{"query":"RETURN 1 AS x"}"# + "\n" : ""
    let plain = try Program(words, input: input, environment: [:])
    let full = try Program(words + ["--color=auto"], input: input, environment: [:])
    #expect(plain.status == full.status)
    #expect(plain.output == full.output)
    #expect(plain.errors == full.errors.replacing(" --color=auto", with: ""))
  }

  @Test func colourOnDemand() throws {
    #expect(try Program("versoin", "--color", "always").errors.contains("\u{1B}["))
    #expect(try Program("versoin", environment: ["FORCE_COLOR": "1"]).errors.contains("\u{1B}["))
    #expect(try !Program("versoin").errors.contains("\u{1B}["))
  }
}
