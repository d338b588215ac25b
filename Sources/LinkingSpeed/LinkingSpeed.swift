import Foundation
import Sillage

/// Measures linking for `scripts/bench-linking`: `LinkingSpeed CATALOGUE TEXT` writes one object of JSON with what making the index,
/// passing over the text for candidates, and linking it with reasons took, the best of some runs each.
@main
struct LinkingSpeed {
  private static let runs = 5

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: LinkingSpeed CATALOGUE TEXT")
      exit(64)
    }
    let text = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[2])))
    let catalogue = try LinkingCatalogue(file: arguments[1])
    let (build, linker) = try best { ArticleLinker(catalogue) }
    let (scan, candidates) = try best { linker.candidateCount(in: text) }
    let (link, mentions) = try best { try linker.link(text, document: "text.txt").mentions.count }
    let megabytes = Double(text.count) / 1e6
    let figures: [(String, Double)] = [
      ("build_s", build), ("scan_mb_s", megabytes / scan), ("link_mb_s", megabytes / link), ("candidates", Double(candidates)),
      ("mentions", Double(mentions)),
    ]
    print("{" + figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }

  /// The least seconds of processor time of some runs, and what the last gave.
  private static func best<Outcome>(_ work: () throws -> Outcome) throws -> (Double, Outcome) {
    var outcome: Outcome
    var least = Double.infinity
    var run = 0
    repeat {
      let start = clock()
      outcome = try work()
      least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      run += 1
    } while run < runs
    return (least, outcome)
  }
}
