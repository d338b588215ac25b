import Foundation
import Sillage
import Testing

/// How much is compared: `SILLAGE_DIFFERENTIAL` queries (5,000), from the seed `SILLAGE_SEED` on (1). With a seed alone,
/// the round of that seed is repeated.
private struct Extent {
  var firstSeed: UInt64
  var rounds: Int
  static let workers = 4

  static let asked: Extent = {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["SILLAGE_SEED"].flatMap(UInt64.init)
    let queries = environment["SILLAGE_DIFFERENTIAL"].flatMap(Int.init) ?? (seed == nil ? 5_000 : Round.queries)
    return Extent(firstSeed: seed ?? 1, rounds: (queries + Round.queries - 1) / Round.queries)
  }()

  func seeds(of worker: Int) -> [UInt64] {
    stride(from: worker, to: rounds, by: Self.workers).map { firstSeed + UInt64($0) }
  }
}

@Suite("The engine against the definition")
struct DifferentialTests {
  /// The engine answers each query as the reference does, in the plain setting and in random ones: either store,
  /// batches of any size, rules off, indexes, patterns rearranged, wrong counts.
  @Test(arguments: 0..<Extent.workers)
  func answersAsTheReferenceDoes(worker: Int) throws {
    var compared = 0
    let seeds = Extent.asked.seeds(of: worker)
    var faults = 0
    for seed in seeds where faults < 3 {
      let round = try Round(seed: seed).run()
      compared += round.compared
      guard let disagreement = round.disagreement else { continue }
      faults += 1
      Issue.record(Comment(rawValue: disagreement.report(seed: seed)))
    }
    #expect(faults > 0 || compared >= seeds.count * Round.queries * 9 / 10, "too many queries were left out")
  }

  /// The comparison can fail: each mistake that the reference makes on purpose shows within a few hundred queries.
  @Test(arguments: ReferenceMistake.allCases)
  func findsMistakes(mistake: ReferenceMistake) throws {
    for seed in 1...60 {
      if try Round(seed: UInt64(seed), mistake: mistake, variants: 0).run().disagreement != nil { return }
    }
    Issue.record("\(mistake) was not found")
  }

  /// The rules can be switched off from outside, too.
  @Test(arguments: Rule.allCases)
  func answersWithoutARule(rule: Rule) throws {
    let database = try GraphDatabase.inMemory()
    let made = "UNWIND range(1, 9) AS i CREATE (:A {i: i % 4, k: i})"
    _ = try database.query(made, options: QueryOptions(mayWrite: true))
    let query = "MATCH (n:A) RETURN n.i AS i, n.k AS k ORDER BY i DESC, k SKIP 1 LIMIT 3"
    let with = try database.query(query).rows
    let without = try database.query(query, options: QueryOptions(disabledRules: [rule])).rows
    #expect(with == [[.integer(3), .integer(7)], [.integer(2), .integer(2)], [.integer(2), .integer(6)]])
    #expect(without == with)
  }
}
