import Foundation
import Sillage

/// Learns for `scripts/learn` what stands around names: `LearnCollocations CATALOGUE FOLDER… [--held-out FOLDER…]` reads annotated articles of
/// the folders and writes the table; or else, with folders held out, what linking by it gives in the articles of each of those. To standard error it
/// writes how many places each subject was learnt from.
@main
struct LearnCollocations {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard let catalogue = arguments.first, arguments.count >= 2 else {
      print("usage: LearnCollocations CATALOGUE FOLDER... [--held-out FOLDER...]")
      exit(64)
    }
    arguments.removeFirst()
    let folders = arguments.split(separator: "--held-out", maxSplits: 1)
    let linker = try ArticleLinker(catalogueFile: catalogue)
    let (text, places) = try linker.learnCollocations(from: try folders[0].flatMap { try GoldArticle.read(folder: $0) })
    let counts = places.map { "\($0.subject) \($0.count)" }.joined(separator: ", ")
    FileHandle.standardError.write(Data("places: \(counts)\n".utf8))
    guard folders.count == 2 else {
      FileHandle.standardOutput.write(Data(text.utf8))
      return
    }
    let learnt = try ArticleLinker(catalogueFile: catalogue, .builtIn(learnt: Array(text.utf8)))
    let unlearnt = try ArticleLinker(catalogueFile: catalogue, .builtIn(learnt: []))
    for folder in folders[1] {
      let articles = try GoldArticle.read(folder: folder)
      for (name, linker) in [("without", unlearnt), ("with", learnt)] {
        let score = try linker.score(articles)
        print(folder.split(separator: "/").last.map(String.init) ?? folder, name, figures(of: score))
      }
    }
  }

  private static func figures(of score: LinkScore) -> String {
    func count(_ kind: String, _ counts: [(kind: String, count: Int)]) -> Int { counts.first { $0.kind == kind }?.count ?? 0 }
    let shares = [score.strict.precision, score.strict.recall, score.strict.f1, score.entities.f1].map { String(format: "%.4f", $0) }
    return "precision \(shares[0]) recall \(shares[1]) F1 \(shares[2]) article \(shares[3]) traps \(score.trapsHit)"
      + " wrong entity \(count("wrong-entity", score.wrong)) missed \(count("missed", score.missed))"
  }
}
