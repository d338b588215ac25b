import Foundation
import Sillage

/// Measures linking for `scripts/bench-linking`: `LinkingSpeed CATALOGUE TEXT` writes one object of JSON with what making the index,
/// passing over the text for candidates, and linking it with reasons took, the best of some runs each; on one core but for `cores_mb_s`.
@main
struct LinkingSpeed {
  private static let runs = 5
  /// The length of an article where the text is linked in pieces, in bytes.
  private static let article = 12_000

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: LinkingSpeed CATALOGUE TEXT")
      exit(64)
    }
    let text = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[2])))
    let megabytes = Double(text.count) / 1e6
    let catalogue = try LinkingCatalogue(file: arguments[1])
    let (build, linker) = try best { ArticleLinker(catalogue) }
    let (scan, candidates) = try best { linker.candidateCount(in: text) }
    let (link, mentions) = try best { try linker.link(text, document: "text.txt").mentions.count }
    let articles = pieces(of: text)
    let (links, _) = try best { try articles.reduce(0) { $0 + (try linker.link($1, document: "text.txt").mentions.count) } }
    let inputs = articles.map { ArticleInput(name: "text.txt", bytes: $0) }
    let (cores, _) = try best(by: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }) { linker.link(inputs).count }
    let (lines, _) = try best { try articles.reduce(0) { $0 + (try linker.link($1, document: "text.txt").jsonLines.count) } }
    let (reasons, _) = try best { try articles.reduce(0) { $0 + (try linker.explain($1, document: "text.txt").places.count) } }
    let figures: [(String, Double)] = [
      ("build_s", build), ("build_mb", Double(linker.indexBytes) / 1e6), ("scan_mb_s", megabytes / scan), ("link_mb_s", megabytes / link),
      ("articles_mb_s", megabytes / links), ("cores_mb_s", megabytes / cores), ("lines_mb_s", megabytes / lines), ("explain_mb_s", megabytes / reasons),
      ("candidates", Double(candidates)), ("mentions", Double(mentions)),
    ]
    print("{" + figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }

  /// The text cut into articles, at ends of lines.
  private static func pieces(of text: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    while start < text.count {
      let least = min(start + article, text.count)
      let end = text[least...].firstIndex(of: 0x0A) ?? text.count
      pieces.append(Array(text[start..<end]))
      start = end
    }
    return pieces
  }

  /// The least seconds of some runs, of processor time where no other clock is given, and what the last gave.
  private static func best<Outcome>(
    by seconds: () -> Double = { Double(clock()) / Double(CLOCKS_PER_SEC) }, _ work: () throws -> Outcome
  ) throws -> (Double, Outcome) {
    var outcome: Outcome
    var least = Double.infinity
    var run = 0
    repeat {
      let start = seconds()
      outcome = try work()
      least = min(least, seconds() - start)
      run += 1
    } while run < runs
    return (least, outcome)
  }
}
