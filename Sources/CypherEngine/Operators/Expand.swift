import CypherPlanner
import GraphModel

/// For each row, the relationships of a node and the nodes at their other ends.
final class Expand: PatternStep {
  private let expansion: Expansion
  private let from: Int
  /// The column of the node that relationships must lead to; nil where it is found here.
  private let to: Int?
  /// The columns that are handed on.
  private let kept: [Int]
  private let keepsRelationship: Bool
  private let keepsNeighbour: Bool
  private let differsFrom: [Int]
  private let relationshipTests: [StoredTest]
  private let neighbourTests: [StoredTest]
  /// Whether what the tests compare with is the same for all rows.
  private let areAlike: Bool
  private var target: StepTarget?
  /// Where a store tests relationships on several threads, it is given more of them each time.
  private var batches = 1
  private var found = Adjacency()

  init(
    _ input: any Operator, _ expansion: Expansion, from: Int, to: Int?, keeping kept: [Int], differsFrom: [Int],
    relationshipTests: [StoredTest], neighbourTests: [StoredTest], areAlike: Bool, _ context: ExecutionContext
  ) {
    self.areAlike = areAlike
    self.kept = kept
    keepsRelationship = !expansion.drops.contains(expansion.relationship)
    keepsNeighbour = to == nil && !expansion.drops.contains(expansion.to)
    self.relationshipTests = relationshipTests
    self.neighbourTests = neighbourTests
    self.expansion = expansion
    self.from = from
    self.to = to
    self.differsFrom = differsFrom
    super.init(input, context)
  }

  override var batchesAtOnce: Int { batches }

  override func prepare() throws(ExecutionFailure) {
    batches = 1
    target = try StepTarget(expansion.types, expansion.direction, labels: expansion.labels, in: context.graph)
  }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    guard let target else { return nil }
    if givesOnlyNeighbours, let ends = try neighbours(outer, target) {
      return ends.isEmpty ? nil : Batch(columns: [.nodes(ends, valid: nil)], count: ends.count)
    }
    found.removeAll()
    if !relationshipTests.isEmpty || !neighbourTests.isEmpty, context.graph.workers > 1 { batches = min(2 * batches, 16) }
    let runs = runs(outer)
    if let to {
      let pairs = outer.nodePairs(from, to)
      do { try context.graph.connect(pairs.left, pairs.right, target.selection, into: &found) } catch {
        throw ExecutionFailure(error)
      }
      found.origins = found.origins.map { pairs.rows[$0] }
    } else {
      for run in runs ?? [Run(rows: 0..<outer.count)] { try expand(run, of: outer.columns[from], target) }
    }
    dropRivals(outer)
    guard found.count > 0 else { return nil }
    var batch = Batch(columns: kept.map { outer.columns[$0].gathered(found.origins) }, count: found.count)
    if keepsRelationship { batch.columns.append(.relationships(found.relationships, valid: nil)) }
    if keepsNeighbour { batch.columns.append(.nodes(found.neighbours, valid: nil)) }
    return runs == nil ? try tested(batch) : batch
  }

  /// Whether nothing but the nodes that are found is handed on, whatever they are.
  private var givesOnlyNeighbours: Bool {
    kept.isEmpty && keepsNeighbour && !keepsRelationship && relationshipTests.isEmpty && neighbourTests.isEmpty
  }

  /// Nil where a row may be without a node or without a relationship that the one found has to differ from, or may have several.
  private func neighbours(_ outer: Batch, _ target: StepTarget) throws(ExecutionFailure) -> [NodeID]? {
    guard case .nodes(let nodes, nil) = outer.columns[from] else { return nil }
    var others: [[RelationshipID]] = []
    for column in differsFrom {
      guard case .relationships(let other, nil) = outer.columns[column] else { return nil }
      others.append(other)
    }
    return try target.neighbours(of: nodes, notBy: others, context.graph)
  }

  /// Rows that follow one another and compare with the same.
  private struct Run {
    var rows: Range<Int>
    var tests = ExpansionTests()
  }

  private func expand(_ run: Run, of column: Column, _ target: StepTarget) throws(ExecutionFailure) {
    if case .nodes(let nodes, nil) = column, run.rows.count == nodes.count {
      return try target.expand(nodes, where: run.tests, into: &found, context.graph)
    }
    let all = column.slice(run.rows).nodeRows
    var part = Adjacency()
    try target.expand(all.nodes, where: run.tests, into: &part, context.graph)
    part.origins = part.origins.map { run.rows.lowerBound + all.rows[$0] }
    found.append(part)
  }

  /// The rows with what the tests compare with: the same for all, but for parameters of which each row has its own. Nil where a store
  /// cannot compare with one of these, or where it cannot be worked out.
  private func runs(_ outer: Batch) -> [Run]? {
    if relationshipTests.isEmpty, neighbourTests.isEmpty { return [Run(rows: 0..<outer.count)] }
    guard outer.count > 0 else { return nil }
    let rows = areAlike ? outer.slice(0..<1) : outer
    guard let ofRelationships = relationshipTests.operands(rows, context), let ofNeighbours = neighbourTests.operands(rows, context)
    else { return nil }
    var runs: [Run] = []
    for row in 0..<rows.count {
      if row > 0, (ofRelationships + ofNeighbours).allSatisfy({ GroupingKey($0[row]) == GroupingKey($0[row - 1]) }) { continue }
      guard let first = questions(relationshipTests, ofRelationships, row), let second = questions(neighbourTests, ofNeighbours, row)
      else { return nil }
      if let last = runs.indices.last { runs[last].rows = runs[last].rows.lowerBound..<row }
      runs.append(Run(rows: row..<outer.count, tests: ExpansionTests(ofRelationships: first, ofNeighbours: second)))
    }
    return runs
  }

  private func questions(_ tests: [StoredTest], _ operands: [Column], _ row: Int) -> [PropertyTest]? {
    switch tests.question(operands.map { $0[row] }, context.graph) {
    case .passing(let questions): return questions
    case .all(let areTested): return areTested ? [] : nil
    case .nothing: return nil
    }
  }

  private func tested(_ batch: Batch) throws(ExecutionFailure) -> Batch? {
    let passing = try (relationshipTests + neighbourTests).passing(batch, context)
    return passing.count > 0 ? passing : nil
  }

  private func dropRivals(_ outer: Batch) {
    for column in differsFrom.map({ outer.columns[$0] }) {
      let rivals: [Int] =
        if case .relationships(let others, nil) = column { found.places(in: others) } else {
          found.relationships.indices.filter { column.holds(found.relationships[$0], in: found.origins[$0]) }
        }
      if rivals.isEmpty { continue }
      var differs = [Bool](filledWith: true, count: found.count)
      for at in rivals { differs[at] = false }
      found.keep(differs)
    }
  }
}

extension Adjacency {
  /// The places of those relationships that the row from which they were found holds already.
  fileprivate func places(in rows: [RelationshipID]) -> [Int] {
    let (own, origins, held) = (relationships.span, origins.span, rows.span)
    var places: [Int] = []
    for at in own.indices where held[origins[at]] == own[at] { places.append(at) }
    return places
  }
}

/// Rows, and the two nodes of each.
typealias NodePairs = (rows: [Int], left: [NodeID], right: [NodeID])

extension Batch {
  /// The rows in which two columns hold nodes, with them.
  func nodePairs(_ left: Int, _ right: Int) -> NodePairs {
    if case .nodes(let a, nil) = columns[left], case .nodes(let b, nil) = columns[right] { return (Array(0..<count), a, b) }
    var pairs: NodePairs = ([], [], [])
    for row in 0..<count {
      guard case .node(let a) = columns[left][row], case .node(let b) = columns[right][row] else { continue }
      pairs.rows.append(row)
      pairs.left.append(a)
      pairs.right.append(b)
    }
    return pairs
  }
}

extension Column {
  /// Whether a row holds this relationship, by itself or in a list.
  func holds(_ relationship: RelationshipID, in row: Int) -> Bool { relationships(in: row).contains(relationship) }

  /// The relationship of a row, or those of its list.
  func relationships(in row: Int) -> [RelationshipID] {
    switch self[row] {
    case .relationship(let only): [only]
    case .list(let items): items.compactMap { if case .relationship(let relationship) = $0 { relationship } else { nil } }
    default: []
    }
  }
}
