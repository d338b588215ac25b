import CypherPlanner
import GraphModel

/// Which nodes a scan is to find for a row: those that pass all tests, where one of the tests may be that any of some others are passed.
struct NodeSelection {
  /// What rows compare with.
  struct Operands {
    /// For each test of each group; nil for a group of which that cannot be worked out.
    var columns: [[Column]?] = []
    /// What the properties of ``NodeSelection/equalities`` must equal; nil where there are none.
    var ofEqualities: [Column]?
  }

  /// A node is selected where it passes all tests of one of these.
  private let groups: [[StoredTest]]

  init(_ tests: [StoredTest]) {
    let plain = tests.filter(\.alternatives.isEmpty)
    let alternatives = tests.first { !$0.alternatives.isEmpty }?.alternatives ?? []
    groups = alternatives.isEmpty ? [plain] : alternatives.map { plain + $0 }
  }

  func operands(_ rows: Batch, _ context: ExecutionContext) -> Operands {
    var operands = Operands()
    operands.columns = groups.map { $0.operands(rows, context) }
    if let columns = operands.columns[0] {
      let places = equalities(context)
      if !places.isEmpty { operands.ofEqualities = places.map { columns[$0] } }
    }
    return operands
  }

  /// The tests, by their places, that a property equals something that differs from row to row.
  private func equalities(_ context: ExecutionContext) -> [Int] {
    guard groups.count == 1 else { return [] }
    var places: [Int] = []
    for (at, test) in groups[0].enumerated() {
      if case .comparison(.equal) = test.test.relation, test.operand.constant(context) == nil { places.append(at) }
    }
    return places
  }

  /// What each group asks for a row. Cost: that of the lists that properties are IN.
  func questions(_ operands: Operands, _ row: Int, _ graph: any GraphReader) -> [ScanQuestion] {
    zip(groups, operands.columns).map { group, columns in
      columns.map { columns in group.question(columns.map { $0[row] }, graph) } ?? .all(areTested: false)
    }
  }

  /// Appends the nodes above `last`, ascending, up to `limit`, that any of some questions select. False where they still have to be tested.
  func scan(
    _ labels: [LabelID], _ questions: [ScanQuestion], after last: NodeID?, limit: Int, into nodes: inout [NodeID], _ graph: any GraphReader
  ) throws(StoreError) -> Bool {
    var union: [NodeID] = []
    for question in questions {
      var found: [NodeID] = []
      switch question {
      case .nothing: continue
      case .all(let areTested):
        try graph.scanNodes(labels: labels, after: last, limit: limit, into: &nodes)
        return areTested
      case .passing(let tests):
        if questions.count == 1 {
          try graph.scanNodes(labels: labels, where: tests, after: last, limit: limit, into: &nodes)
          return true
        }
        try graph.scanNodes(labels: labels, where: tests, after: last, limit: limit, into: &found)
      }
      union = union.isEmpty ? found : union.united(with: found)
    }
    nodes.append(contentsOf: union.prefix(limit))
    return true
  }

  /// The nodes that pass those tests that are the same for all rows, with what the properties of the equalities hold. `areTested`: whether
  /// nothing but these equalities is left to be tested. Nil where a property has no name yet, so that no node has it.
  func nodesWithKeys(
    _ labels: [LabelID], _ operands: Operands, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> (nodes: [NodeID], keys: [Column], areTested: Bool)? {
    let graph = context.graph
    let equalities = equalities(context)
    var fixed: [(test: StoredTest, value: Value)] = []
    for (at, test) in groups[0].enumerated() where !equalities.contains(at) {
      if let value = test.operand.constant(context) { fixed.append((test, value)) }
    }
    var nodes: [NodeID] = []
    do throws(StoreError) {
      var keys: [PropertyKeyID] = []
      for at in equalities {
        guard let key = graph.propertyKey(named: groups[0][at].test.key) else { return nil }
        keys.append(key)
      }
      var areTested = fixed.count + equalities.count == groups[0].count
      switch fixed.map(\.test).question(fixed.map(\.value), graph) {
      case .nothing: return nil
      case .all(let all):
        try graph.scanNodes(labels: labels, after: nil, limit: .max, into: &nodes)
        areTested = areTested && all
      case .passing(let questions): try graph.scanNodes(labels: labels, where: questions, after: nil, limit: .max, into: &nodes)
      }
      return (nodes, try keys.map { key throws(StoreError) in try graph.property(key, of: nodes) }, areTested)
    } catch { throw ExecutionFailure(error) }
  }
}

extension [NodeID] {
  /// Those of two ascending lists, ascending, each once.
  fileprivate func united(with other: [NodeID]) -> [NodeID] {
    var union: [NodeID] = []
    union.reserveCapacity(count + other.count)
    var (a, b) = (0, 0)
    while a < count, b < other.count {
      union.append(Swift.min(self[a], other[b]))
      let isBoth = self[a] == other[b]
      if isBoth || self[a] < other[b] {
        a += 1
        if isBoth { b += 1 }
      } else {
        b += 1
      }
    }
    return union + self[a...] + other[b...]
  }
}
