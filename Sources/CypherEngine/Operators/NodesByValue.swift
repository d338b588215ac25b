import GraphModel

/// The nodes of a scan by what some of their properties hold, for rows that ask for nodes by what they hold themselves: a hash join.
///
/// Cost: one scan, the properties of its nodes, and a look-up in a table for each of them; then one for each row.
struct NodesByValue {
  /// Whether what is found needs no further test.
  let areTested: Bool
  private var numbers: RowNumbers
  /// What kind of value each property holds.
  private let kinds: [Kind]
  /// Where the nodes of each number begin, and the end of the last.
  private let starts: [Int]
  private let nodes: [NodeID]

  /// Kinds of values of which two are equal where they are grouped with one another.
  private enum Kind {
    case integers, strings, booleans
  }

  /// Nil where some property holds values of several kinds, or of another one.
  init?(
    _ selection: NodeSelection, _ labels: [LabelID], _ operands: NodeSelection.Operands, _ context: ExecutionContext
  ) throws(ExecutionFailure) {
    let found = try selection.nodesWithKeys(labels, operands, context) ?? (nodes: [], keys: [], areTested: true)
    areTested = found.areTested
    kinds = found.keys.compactMap(Self.kind)
    guard kinds.count == found.keys.count else { return nil }
    numbers = RowNumbers(width: found.keys.count)
    let own = Self.held(found.keys, numbers.numbers(of: found.keys))
    var counts = Array(filledWith: 0, count: numbers.count + 1)
    for number in own { if let number { counts[number] += 1 } }
    var start = 0
    for at in counts.indices { (counts[at], start) = (start, start + counts[at]) }
    starts = counts
    var places = counts
    var sorted = Array(filledWith: NodeID(0), count: start)
    for (node, number) in zip(found.nodes, own) {
      guard let number else { continue }
      sorted[places[number]] = node
      places[number] += 1
    }
    nodes = sorted
  }

  /// For each row the number of its nodes, nil where there are none; nil altogether where the rows hold other kinds of values.
  mutating func places(of keys: [Column]) -> [Int?]? {
    if kinds.isEmpty { return Array(filledWith: nil, count: keys.first?.count ?? 0) }
    guard keys.count == kinds.count, zip(keys, kinds).allSatisfy({ Self.kind($0) == $1 }) else { return nil }
    let known = starts.count - 1
    return Self.held(keys, numbers.numbers(of: keys)).map { if let number = $0, number < known { number } else { nil } }
  }

  /// Appends the nodes of a number above `last`, ascending, up to `limit`.
  func append(_ number: Int, after last: NodeID?, limit: Int, to found: inout [NodeID]) {
    var all = nodes[starts[number]..<starts[number + 1]]
    if let last { all = all.drop { $0 <= last } }
    found.append(contentsOf: all.prefix(limit))
  }

  private static func kind(_ column: Column) -> Kind? {
    switch column {
    case .integers: .integers
    case .strings, .coded: .strings
    case .booleans: .booleans
    default: nil
    }
  }

  /// Nothing equals a null.
  private static func held(_ columns: [Column], _ numbers: [Int]) -> [Int?] {
    let nullable = columns.filter { !$0.isWithoutNulls }
    return numbers.indices.map { row in nullable.contains { $0.isNull(row) } ? nil : numbers[row] }
  }
}
