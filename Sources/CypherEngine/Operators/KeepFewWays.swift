import GraphModel

/// The rows without those that lead to nothing which rows before them do not lead to.
///
/// Rows with the same key lead to the same, but for relationships that later ones must not be. The first batch is handed on as it is, since
/// a query that asks little has no more. Cost: a look-up for each row, and a comparison with few others of its key.
final class KeepFewWays: Operator {
  /// A column of relationships, and the columns of the nodes at one of which it must be to matter; none where it always may.
  struct Rival {
    let relationship: Int
    let nodes: [Int]
  }

  /// Once this many rows were looked at, half of them must have led to nothing new, or no more are looked at; but where so many are expected
  /// that most of them must. Rows with several nodes take longer to look at, and are seldom the same.
  private static let trial = (ofOne: 131_072, ofSeveral: 16_384)
  /// So many ways are remembered at most, in some 100 MB.
  private static let mostWays = 4_194_304

  private let input: any Operator
  private let keys: [Int]
  private let node: Int?
  private let rivals: [Rival]
  private let later: Int
  private let dropsMany: Bool
  private var ways: WaysOfKeys
  private var nodes = NodeNumbers()
  private var others: RowNumbers?
  private var known = 0
  private var (looked, dropped) = (0, 0)
  private var isFirst = true

  /// `keys`: the columns in which rows must be the same to lead to the same; `node`: the one that ways lead to.
  init(_ input: any Operator, later: Int, dropsMany: Bool, keys: [Int], node: Int?, rivals: [Rival]) {
    self.input = input
    (self.later, self.dropsMany) = (later, dropsMany)
    self.keys = keys
    self.node = node
    self.rivals = rivals
    ways = WaysOfKeys(width: rivals.count, later: later)
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    forget()
    (looked, dropped, isFirst) = (0, 0, true)
  }

  private func forget() {
    ways = WaysOfKeys(width: rivals.count, later: later)
    (nodes, others, known) = (NodeNumbers(), nil, 0)
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while let batch = try input.next() {
      if isFirst {
        isFirst = false
        return batch
      }
      let isInVain = looked >= (keys.count == 1 ? Self.trial.ofOne : Self.trial.ofSeveral) && !dropsMany && dropped * 2 < looked
      if isInVain || looked - dropped > Self.mostWays {
        forget()
        return batch
      }
      guard let rows = kept(of: batch) else { return batch }
      looked += batch.count
      dropped += batch.count - rows.count
      if rows.count == batch.count { return batch }
      if !rows.isEmpty { return batch.gathered(rows) }
    }
    return nil
  }

  /// Nil where some are without a relationship or a node, of which nothing is told.
  private func kept(of batch: Batch) -> [Int]? {
    var found: [[RelationshipID]] = []
    for rival in rivals {
      guard case .relationships(let all, nil) = batch.columns[rival.relationship] else { return nil }
      guard let node, !rival.nodes.isEmpty else {
        found.append(all)
        continue
      }
      guard let some = Self.relationships(all, touching: node, at: rival.nodes, batch) else { return nil }
      found.append(some)
    }
    guard let numbers = numbers(of: batch) else { return nil }
    return ways.kept(found, of: numbers)
  }

  /// The relationships that are at the node; ``WaysOfKeys/none`` in place of others.
  private static func relationships(
    _ all: [RelationshipID], touching node: Int, at columns: [Int], _ batch: Batch
  ) -> [RelationshipID]? {
    guard case .nodes(let own, nil) = batch.columns[node] else { return nil }
    var some = [RelationshipID](filledWith: WaysOfKeys.none, count: all.count)
    for column in columns {
      guard case .nodes(let ends, nil) = batch.columns[column] else { return nil }
      for row in all.indices where ends[row] == own[row] { some[row] = all[row] }
    }
    return some
  }

  /// The number of the key of each row.
  private func numbers(of batch: Batch) -> [Int]? {
    if keys.count == 1 {
      guard case .nodes(let keys, nil) = batch.columns[keys[0]] else { return nil }
      var fresh: [Int] = []
      return nodes.numbers(of: keys, count: &known, fresh: &fresh)
    }
    if keys.isEmpty { return Array(filledWith: 0, count: batch.count) }
    var numbers = others ?? RowNumbers(width: keys.count)
    // What is kept elsewhere would be copied.
    others = nil
    defer { others = numbers }
    return numbers.numbers(of: keys.map { batch.columns[$0] })
  }
}

/// For each key the ways that were kept: those by which some later relationships can be followed that no other way leaves free.
///
/// If a way was not kept, then for any choice of as many relationships as may follow, of which it has none, one that was kept has none of
/// them either. By a theorem of Bollobás there are never more of a key than there are ways to choose some of all: three where two
/// relationships lie before one.
struct WaysOfKeys {
  /// No relationship.
  static let none = RelationshipID(-1)

  /// How many relationships a way has.
  private let width: Int
  /// How many may follow.
  private let later: Int
  /// By key, where its last way is; -1 for none.
  private var last: [Int32] = []
  /// By way, where the one before it of the same key is.
  private var before: [Int32] = []
  /// Those of each way.
  private var relationships: [RelationshipID] = []
  private var chosen: [RelationshipID] = []
  private var way: [RelationshipID] = []

  init(width: Int, later: Int) {
    self.width = width
    self.later = later
  }

  /// The rows that are kept. `columns`: the relationships of their ways; `keys`: a number for each row.
  mutating func kept(_ columns: [[RelationshipID]], of keys: [Int]) -> [Int] {
    var rows: [Int] = []
    if let most = keys.max(), most >= last.count {
      last.append(contentsOf: repeatElement(-1, count: max(most + 1, 2 * last.count) - last.count))
    }
    for (row, key) in keys.enumerated() {
      let newest = last[key]
      if newest >= 0 {
        if width == 0 { continue }
        way.removeAll(keepingCapacity: true)
        for column in columns { way.append(column[row]) }
        guard isLackedByNone(of: newest, later) else { continue }
      }
      last[key] = Int32(truncatingIfNeeded: before.count)
      before.append(newest)
      for column in columns { relationships.append(column[row]) }
      rows.append(row)
    }
    return rows
  }

  /// Whether so many relationships can be chosen beside those chosen, none of them of the way, that each way from `first` on has one.
  private mutating func isLackedByNone(of first: Int32, _ left: Int) -> Bool {
    var at = Int(first)
    while at >= 0, has(at, oneOf: chosen) { at = Int(before[at]) }
    if at < 0 { return true }
    if left == 0 { return false }
    for place in at * width..<(at + 1) * width {
      let relationship = relationships[place]
      if relationship == Self.none || way.contains(relationship) { continue }
      chosen.append(relationship)
      let isFound = isLackedByNone(of: before[at], left - 1)
      chosen.removeLast()
      if isFound { return true }
    }
    return false
  }

  private func has(_ kept: Int, oneOf sought: [RelationshipID]) -> Bool {
    for place in kept * width..<(kept + 1) * width where sought.contains(relationships[place]) { return true }
    return false
  }
}
