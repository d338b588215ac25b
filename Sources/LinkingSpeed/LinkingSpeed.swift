import Foundation
import Sillage

/// Measures linking for `scripts/bench-linking`: `LinkingSpeed CATALOGUE TEXT` writes one object of JSON with what making the index,
/// passing over the text for candidates, and linking it with reasons took, the best of some runs each; on one core but for `cores_mb_s`.
/// With the name of a figure behind it measures that one alone, once, for a profiler.
@main
struct LinkingSpeed {
  private static let runs = 5
  /// The length of an article where the text is linked in pieces, in bytes.
  private static let article = 12_000

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 || arguments.count == 4 else {
      print("usage: LinkingSpeed CATALOGUE TEXT [FIGURE]")
      exit(64)
    }
    GraphDatabase.keepFreedMemory()
    GraphDatabase.useLargePages()
    let text = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[2])))
    let megabytes = Double(text.count) / 1e6
    let catalogue = try LinkingCatalogue(file: arguments[1])
    let linker = ArticleLinker(catalogue)
    let articles = pieces(of: text)
    let inputs = articles.map { ArticleInput(name: "text.txt", bytes: $0) }
    var figures = [("build_mb", Double(linker.indexBytes) / 1e6)]
    let wanted = arguments.dropFirst(3).first
    func measure(_ name: String, by time: Time = .ofProcessor, _ work: () throws -> Int) throws -> Int {
      guard wanted == nil || wanted == name else { return 0 }
      let (seconds, outcome) = try best(of: wanted == nil ? runs : 1, by: time, work)
      figures.append((name, name.hasSuffix("mb_s") ? megabytes / seconds : seconds))
      return outcome
    }
    _ = try measure("build_s") { ArticleLinker(catalogue).indexBytes }
    let candidates = try measure("scan_mb_s") { linker.candidateCount(in: text) }
    let mentions = try measure("link_mb_s") { try linker.link(text, document: "text.txt").mentions.count }
    _ = try measure("articles_mb_s") { try articles.reduce(0) { $0 + (try linker.link($1, document: "text.txt").mentions.count) } }
    _ = try measure("cores_mb_s", by: .byTheClock) { linker.link(inputs).count }
    _ = try measure("lines_mb_s") { try articles.reduce(0) { $0 + (try linker.link($1, document: "text.txt").jsonLines.count) } }
    _ = try measure("explain_mb_s") { try articles.reduce(0) { $0 + (try linker.explain($1, document: "text.txt").places.count) } }
    figures += [("candidates", Double(candidates)), ("mentions", Double(mentions))]
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

  private enum Time {
    case ofProcessor, byTheClock

    /// In seconds.
    var now: Double {
      switch self {
      case .ofProcessor: Double(clock()) / Double(CLOCKS_PER_SEC)
      case .byTheClock: Double(DispatchTime.now().uptimeNanoseconds) / 1e9
      }
    }
  }

  /// The least seconds of some runs, and what the last gave.
  private static func best<Outcome>(of runs: Int, by time: Time, _ work: () throws -> Outcome) throws -> (Double, Outcome) {
    var outcome: Outcome
    var least = Double.infinity
    var run = 0
    repeat {
      let start = time.now
      outcome = try work()
      least = min(least, time.now - start)
      run += 1
    } while run < runs
    return (least, outcome)
  }
}
