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

  @Test(arguments: [
    (["version", "--colr", "never"], "no option `--colr`", 17...22, "did you mean `--color` or `--colour`?", "version"),
    (["query", "--format", "jsn", "RETURN 1"], "`--format` takes one of auto, table", 24...26, "did you mean `json`?", "query"),
    (["query", "--limit=x", "RETURN 1"], "`--limit` takes a whole number", 23...23, "", "query"),
    (["query", "--limit", "-1", "RETURN 1"], "--limit cannot be negative", nil, "", "query"),
    (["query", "--file", "--write"], "`--file` needs a value", 15...20, "`--file <file>`", "query"),
    (["query", "--param", "x", "RETURN 1"], "`--param` takes name=value", 23...23, "", "query"),
    (["query", "--params", "[1]", "RETURN 1"], "`--params` takes a JSON object", 24...26, "", "query"),
    (["why", "alpine"], "<second> is missing", 19...19, "", "why"),
    (["why", "a", "b", "c"], "one argument too many", 17...17, "", "why"),
    (["session", "--", "--write"], "one argument too many", 20...26, "", "session"),
    (["--db", "x"], "a command comes first, then its options", 9...12, "", ""),
  ] as [([String], String, ClosedRange<Int>?, String, String)])
  func wrongArgumentsAreUsageErrors(
    words: [String], message: String, columns: ClosedRange<Int>?, label: String, command: String
  ) throws {
    let run = try Program(words, input: "", environment: [:])
    #expect(run.status == 64)
    #expect(run.output == "")
    let lines = run.errors.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("error[E802]: \(message)"))
    #expect(lines.last == "  help: sillage \(command)\(command.isEmpty ? "" : " ")--help")
    if let columns {
      #expect(lines[1] == "  --> <command line>:1:\(columns.lowerBound)")
      let carets = String(repeating: "^", count: columns.count)
      #expect(lines[3].drop { $0 != "^" } == carets + (label.isEmpty ? "" : " " + label))
    }
  }

  @Test func optionsInAllTheirForms() throws {
    let expected = "a\tb\n1\t-2\n"
    for words in [
      ["-p", "x=1", "--param", "y=-2", "--format", "tsv", "RETURN $x AS a, $y AS b"],
      ["RETURN $x AS a, $y AS b", "--param=x=1", "-p=y=-2", "--format=csv", "--format=tsv"],
      ["--params", #"{"x":1,"y":-2}"#, "--format", "tsv", "--", "RETURN $x AS a, $y AS b"],
    ] {
      #expect(try Program(["query"] + words, input: "", environment: [:]).output == expected)
    }
    #expect(try Program(["query", "--format", "tsv", "-"], input: "RETURN 1 AS a", environment: [:]).output == "a\n1\n")
  }

  @Test func theHelpOfACommandTellsWhatItTakes() throws {
    let help = try Program("query", "RETURN 1", "--help")
    #expect(help.status == 0)
    #expect(help.output == (try Program("help", "query").output))
    for line in [
      "OVERVIEW: Ask a question in openCypher.", "USAGE: sillage query [<options>] [<question>]",
      "  -f, --file <file>       Read the query from a file.",
      "  --color, --colour <when>", "  -h, --help              Show help.",
    ] {
      #expect(help.lines.contains(line))
    }
    #expect(help.output.contains("(values: auto, table, json,"))
    #expect(help.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func errorsAsJSON() throws {
    let run = try Program("versoin", "--error-format", "json")
    #expect(run.status == 64)
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: Any]
    #expect(object?["code"] as? String == "E801")
    #expect((object?["place"] as? [String: Any])?["column"] as? Int == 9)
    #expect(object?["label"] as? String == "did you mean `version`?")
  }

  @Test func colourOnDemand() throws {
    #expect(try Program("versoin", "--color", "always").errors.contains("\u{1B}["))
    #expect(try Program("versoin", environment: ["FORCE_COLOR": "1"]).errors.contains("\u{1B}["))
    #expect(try !Program("versoin").errors.contains("\u{1B}["))
  }
}
