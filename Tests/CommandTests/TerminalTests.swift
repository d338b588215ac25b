import Testing

@testable import SillageCLI

@Suite("What the terminal is told to show")
struct TerminalTests {
  @Test(
    arguments: [
      (ColourChoice.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true), (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["FORCE_COLOR": "0"], false), (.auto, false, ["FORCE_COLOR": "3"], true),
      (.auto, true, ["TERM": "dumb"], false), (.auto, false, ["NO_COLOR": "x", "FORCE_COLOR": "1"], false),
      (.auto, false, ["TERM": "dumb", "FORCE_COLOR": "1"], true), (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["FORCE_COLOR": "1"], false),
    ] as [(ColourChoice, Bool, [String: String], Bool)])
  func colour(choice: ColourChoice, isTerminal: Bool, environment: [String: String], expected: Bool) {
    #expect(choice.decide(isTerminal: isTerminal, environment: { environment[$0] }) == expected)
  }

  @Test(
    arguments: [
      ([:], false), (["LANG": "C.UTF-8"], true), (["LANG": "fr_FR.utf8"], true), (["LC_ALL": "C", "LANG": "C.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "en_GB.UTF-8", "LANG": "C"], true), (["LANG": "POSIX"], false),
    ] as [([String: String], Bool)])
  func unicode(environment: [String: String], expected: Bool) {
    #expect(TerminalTraits.isUnicode { environment[$0] } == expected)
  }
}
