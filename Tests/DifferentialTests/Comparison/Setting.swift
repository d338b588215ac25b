import CypherPlanner

/// One way to run a query. The answer is the same in all.
struct Setting: CustomStringConvertible {
  /// Where the graph is kept: in memory, or in the store as rows, as the base, or partly as either, which `merged` asks as one at once.
  enum Store: String, CaseIterable {
    case memory, rows, base, mixed, merged
  }

  var store = Store.rows
  var isIndexed = false
  var batchCapacity = 1_024
  var rulesOff: Set<Rule> = []
  /// Writes the patterns of each MATCH in another order and direction.
  var rearrangement: UInt64?
  /// Tells the planner wrong counts, so that it matches in another order.
  var rumour: UInt64?
  /// After which an answer is not waited for.
  var timeLimit = Duration.seconds(20)

  static let plain = Setting()

  static func random(_ random: inout SeededRandom) -> Setting {
    var setting = Setting()
    setting.store = random.pick(Store.allCases)
    setting.isIndexed = random.chance(40)
    setting.batchCapacity = random.pick([1, 2, 3, 1_024])
    if random.chance(50) { setting.rulesOff = [random.pick(Rule.allCases)] }
    if random.chance(50) { setting.rearrangement = random.next() }
    if random.chance(60) { setting.rumour = random.next() }
    return setting
  }

  var description: String {
    var parts = ["store \(store)", "batches of \(batchCapacity)"]
    if isIndexed { parts.append("indexes") }
    if !rulesOff.isEmpty { parts.append("without " + rulesOff.map(\.rawValue).sorted().joined(separator: ", ")) }
    if rearrangement != nil { parts.append("patterns rearranged") }
    if rumour != nil { parts.append("wrong counts") }
    return parts.joined(separator: ", ")
  }
}
