import Foundation
import Testing

// The corpus: cases in text files, each a graph, a query, and what must come of it. What is written there is meant, from
// the language; a case that fails is a fault of the engine until the language is shown to say otherwise.

@Suite("The corpus of query cases")
struct CorpusTests {
  static let cases = CaseFile.all.flatMap(\.cases)

  @Test(arguments: cases)
  func holds(_ test: CorpusCase) throws {
    let run = try CaseRun(test)
    for case .section(let section) in test.parts where CaseRun.expected.contains(section.name) {
      let what: [String] = run.found[section.name] ?? run.found.values.first ?? []
      #expect(
        run.agrees(with: section),
        """
        Cases/\(test.file).cases:\(test.line) \(section.name)
        expected:
        \(section.lines.joined(separator: "\n"))
        found\(run.found[section.name] == nil ? " instead" : ""):
        \(what.joined(separator: "\n"))
        """)
    }
  }

  @Test func theCorpusIsLargeAndItsTitlesAreUnique() {
    #expect(Self.cases.count >= 400)
    let titles = Self.cases.map(\.description)
    #expect(Set(titles).count == titles.count)
  }

  @Test(arguments: CaseFile.all.flatMap(\.cases))
  func isWellFormed(_ test: CorpusCase) {
    let names = test.sectionNames
    #expect(names.contains("query"))
    #expect(Set(names).count == names.count)
    #expect(Set(names).isSubset(of: CaseRun.given.union(CaseRun.expected)))
    #expect(!CaseRun.expected.isDisjoint(with: names), "nothing is expected")
  }

  @Test func everyLineOfTheFilesIsRead() {
    for file in CaseFile.all { #expect(file.strayLines == [], "\(file.url.lastPathComponent)") }
  }

  /// `UPDATE_GOLDEN=1` writes what is found where something else is expected, to be read as a difference. An answer never
  /// takes the place of an error, nor the other way round.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil))
  func rewritesWhatIsExpected() throws {
    for var file in CaseFile.all {
      for (place, var test) in file.cases.enumerated() {
        guard let run = try? CaseRun(test) else { continue }
        for case .section(let section) in test.parts where !run.agrees(with: section) {
          if let found = run.found[section.name] { test.replace(section.name, by: found) }
        }
        file.cases[place] = test
      }
      try file.text.write(to: file.url, atomically: true, encoding: .utf8)
    }
  }
}
