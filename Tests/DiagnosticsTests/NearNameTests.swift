import Testing

@testable import Diagnostics

@Suite("Names that a person may have meant")
struct NearNameTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "acbd", 1), ("ca", "abc", 3),
    ("same", "same", 0), ("é", "e", 1),
  ])
  func distance(a: String, b: String, expected: Int) {
    #expect(NearName.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == expected)
    #expect(NearName.distance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == expected)
  }

  @Test(arguments: [
    ("qurey", ["query", "queries", "build"], ["query"]), ("SITE", ["Site", "Sites", "Side"], ["Site", "Side", "Sites"]),
    ("ab", ["abc", "abcd", "a", "xy"], ["a", "abc"]), ("capacite", ["capacity", "city"], ["capacity"]),
    ("name", ["name"], []), ("produces", ["PRODUCED", "PRODUCES"], ["PRODUCES", "PRODUCED"]),
    ("aaaa", ["aaab", "aaac", "aaad", "aaae"], ["aaab", "aaac", "aaad"]), ("x", [], []), ("aa", ["ab", "ab"], ["ab"]),
  ])
  func suggestions(name: String, candidates: [String], expected: [String]) {
    #expect(NearName.suggestions(for: name, among: candidates) == expected)
  }

  @Test func questions() {
    #expect(NearName.question(for: "buld", among: ["build"]) == "did you mean `build`?")
    #expect(NearName.question(for: "aaaa", among: ["aaab", "aaac"]) == "did you mean `aaab` or `aaac`?")
    #expect(NearName.question(for: "aaaa", among: ["aaab", "aaac", "aaad"]) == "did you mean `aaab`, `aaac` or `aaad`?")
    #expect(NearName.question(for: "zzzz", among: ["build"]) == nil)
  }
}
