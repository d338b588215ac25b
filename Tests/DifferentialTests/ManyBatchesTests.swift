import CypherSyntax
import Diagnostics
import Foundation
import Testing

/// A query over many rows has the same answer in batches of any size: what is remembered from one batch to the next, and what only columns
/// of one type allow, shows in no answer. `SILLAGE_DIFFERENTIAL` queries are compared (a tenth of it), from the seed `SILLAGE_SEED` on.
@Suite("Queries over many batches")
struct ManyBatchesTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let firstSeed = environment["SILLAGE_SEED"].flatMap(UInt64.init) ?? 1
  private static let rounds = (environment["SILLAGE_DIFFERENTIAL"].flatMap(Int.init) ?? 5_000) / 100
  private static let queriesOfRound = 10

  @Test(arguments: 0..<2)
  func anySize(worker: Int) throws {
    var compared = 0
    for round in stride(from: worker, to: Self.rounds, by: 2) {
      let seed = Self.firstSeed + UInt64(round)
      var random = SeededRandom(seed &* 0x9E37_79B9)
      var maker = GraphMaker(random: SeededRandom(random.next()))
      let stores = StoreShelf(maker.graphs(12, kinds: 3))
      for _ in 0..<Self.queriesOfRound {
        var setting = Setting.random(&random)
        (setting.rearrangement, setting.rumour, setting.rulesOff) = (nil, nil, [])
        setting.timeLimit = .milliseconds(200)
        setting.batchCapacity = 1_024
        let query = Self.query(&random)
        let graph = try stores.graph(for: setting)
        let found = try graph.outcome(of: query, writes: false, isOrdered: query.isOrdered, setting)
        var other = setting
        other.batchCapacity = random.pick([1, 2, 3, 7, 20])
        other.timeLimit = .seconds(2)
        if found == .tooLong { continue }
        let expected = try graph.outcome(of: query, writes: false, isOrdered: query.isOrdered, other)
        compared += 1
        guard expected != .tooLong, found != expected else { continue }
        let (lines, others) = (found.description.split(separator: "\n"), expected.description.split(separator: "\n"))
        let differing = [lines.filter { !others.contains($0) }, others.filter { !lines.contains($0) }].map { $0.prefix(6).joined(separator: "\n") }
        Issue.record(
          Comment(
            rawValue: "SILLAGE_SEED=\(seed) \(setting), and \(other.batchCapacity)\n\(query.canonicalText)\nonly in one:\n\(differing[0])\n"
              + "only in the other:\n\(differing[1])\n\(lines.last ?? "") \(others.last ?? "")"))
        return
      }
    }
    #expect(compared > Self.rounds)
  }

  /// One that only reads.
  private static func query(_ random: inout SeededRandom) -> Query {
    while true {
      var maker = QueryMaker(SeededRandom(random.next()))
      let made = maker.query()
      guard !made.writes, case .query(let query)? = parse(SourceText(name: "<query>", text: made.text)).statement?.body else { continue }
      return query
    }
  }
}
