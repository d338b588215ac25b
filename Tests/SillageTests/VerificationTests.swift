import Foundation
import Sillage
import Testing

/// The text of the founding article, which is not ours to ship.
enum FoundingArticle {
  static let folder = ProcessInfo.processInfo.environment["SILLAGE_SEED"]

  /// nil, loudly, where it is not at hand.
  static func text() -> String? {
    guard let folder, let name = try? FileManager.default.contentsOfDirectory(atPath: folder).first(where: { $0.hasSuffix(".txt") }) else {
      print("SKIPPED-WITHOUT-SHARED: the text of the founding article is not at hand (SILLAGE_SEED)")
      return nil
    }
    return try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}

@Suite("Verification of the evidence")
struct VerificationTests {
  private let copy: ProjectCopy
  private let texts: String

  init() throws {
    copy = try ProjectCopy()
    texts = copy.root + "-texts"
    try FileManager.default.createDirectory(atPath: texts, withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: texts + "/" + name))
  }

  /// Faults as `path:line:column`.
  private func places(_ report: VerificationReport) -> [String] {
    report.faults.map { fault in
      let place = report.sources.first { $0.name == fault.source }?.place(of: fault.span.start)
      return "\(fault.source):\(place?.line ?? 0):\(place?.column ?? 0)"
    }
  }

  @Test("The articles of the project prove all their quotes, and a text that is not here is counted")
  func ownArticles() throws {
    let report = try copy.project.verify()
    #expect(report.faults.isEmpty)
    let own = try #require(report.articles.first { $0.id == "art-cleon-apres-le-million" })
    #expect(own == VerifiedArticle(id: own.id, text: own.text, hash: "same", places: 13, proved: 13))
    let founding = try #require(report.articles.first { $0.id == "art-seed-cleon-pivot" })
    #expect(founding == VerifiedArticle(id: founding.id, text: nil, hash: "unseen", places: 134, proved: 0))
  }

  @Test("The founding article proves all its anchors under any file name, and a changed character fails at its line")
  func foundingArticle() throws {
    guard let text = FoundingArticle.text() else { return }
    try write(text, "any-name.txt")
    let report = try copy.project.verify(texts: texts)
    #expect(report.faults.isEmpty)
    let article = try #require(report.articles.first { $0.id == "art-seed-cleon-pivot" })
    #expect(article.hash == "same" && article.places == 134 && article.proved == 134)

    try write(String(text.prefix(40)) + "E" + text.dropFirst(41), "any-name.txt")
    let changed = try copy.project.verify(texts: texts)
    let lines = try String(contentsOfFile: copy.root + "/graph-data/claims/cleon-pivot.yaml", encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("at: 19-54") }) + 1
    let column = try #require(lines[line - 1].range(of: "19-54")).lowerBound
    let expected = "graph-data/claims/cleon-pivot.yaml:\(line):\(lines[line - 1].distance(from: lines[line - 1].startIndex, to: column) + 1)"
    #expect(places(changed).filter { $0.contains("/claims/") }.contains(expected))
    #expect(places(changed).contains { $0.hasPrefix("graph-data/articles.yaml:") })
    #expect(changed.faults.first { $0.source.contains("/claims/") }?.hint?.contains("stands at `at: 19-54`") == true)
    #expect(changed.articles.first { $0.id == "art-seed-cleon-pivot" }?.hash == "changed")
  }

  @Test("A text that moved is re-anchored on demand, with its hash, and nothing else is touched")
  func moved() throws {
    let path = "graph-data/articles/cleon-apres.md"
    try copy.replace("Le 23 septembre 2025, l’usine", by: "Rappel. Le 23 septembre 2025, l’usine", in: path)
    let before = try copy.files
    let found = try copy.project.verify()
    #expect(found.faults.filter { $0.code.name == "E428" }.count == 13)
    #expect(found.movable == found.faults.count)
    #expect(places(found).allSatisfy { $0.hasPrefix(path + ":") })
    #expect(try copy.files == before, "verify alone writes nothing")
    let fixed = try copy.project.verify(fix: true)
    #expect(fixed.faults.isEmpty && fixed.moved == found.movable)
    #expect(fixed.diff.contains("at: 334-381, in: 239-382}") && fixed.diff.contains("at: 342-389, in: 247-390}"))
    #expect(try copy.faults().isEmpty)
    let after = try copy.files
    #expect(after.keys.filter { after[$0] != before[$0] } == ["articles/cleon-apres.md"])
  }

  @Test("Words that stand in two places, or nowhere, are told and never moved")
  func ambiguous() throws {
    let path = "graph-data/articles/cleon-apres.md"
    try copy.replace(
      "ce partenariat a pris fin.", by: "ce partenariat a pris  fin. Oui, ce partenariat a pris fin, ce partenariat a pris fin.", in: path)
    let before = try copy.files
    let report = try copy.project.verify(fix: true)
    let fault = try #require(report.faults.first { $0.code.name == "E428" })
    #expect(fault.hint?.contains(", also at ") == true)
    #expect(try copy.files["articles/cleon-apres.md"] != before["articles/cleon-apres.md"], "what follows the drift has moved")
    #expect(report.faults.contains { $0.code.name == "E434" }, "the hash waits for the last quote")
    #expect(report.articles.first { $0.id == "art-cleon-apres-le-million" }?.proved == 11)
  }

  @Test("A folder that is not there, and a file that is the text of nothing")
  func folders() throws {
    #expect(throws: SillageError.self) { try copy.project.verify(texts: texts + "-none") }
    try write("Une recette de cuisine.", "recette.txt")
    #expect(try copy.project.verify(texts: texts).unmatchedCopies == [texts + "/recette.txt"])
  }
}
