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
  private var target: StepTarget?
  /// Where a store tests relationships on several threads, it is given more of them each time.
  private var batches = 1
  private var found = Adjacency()

  init(
    _ input: any Operator, _ expansion: Expansion, from: Int, to: Int?, keeping kept: [Int], differsFrom: [Int],
    relationshipTests: [StoredTest], neighbourTests: [StoredTest], _ context: ExecutionContext
  ) {
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
    let tests = tests(outer)
    var rows: [Int]?
    if let to {
      let pairs = outer.nodePairs(from, to)
      rows = pairs.rows
      do { try context.graph.connect(pairs.left, pairs.right, target.selection, into: &found) } catch {
        throw ExecutionFailure(error)
      }
    } else if case .nodes(let nodes, nil) = outer.columns[from] {
      try target.expand(nodes, where: tests ?? ExpansionTests(), into: &found, context.graph)
    } else {
      let all = outer.columns[from].nodeRows
      rows = all.rows
      try target.expand(all.nodes, where: tests ?? ExpansionTests(), into: &found, context.graph)
    }
    if let rows { found.origins = found.origins.map { rows[$0] } }
    dropRivals(outer)
    guard found.count > 0 else { return nil }
    var batch = Batch(columns: kept.map { outer.columns[$0].gathered(found.origins) }, count: found.count)
    if keepsRelationship { batch.columns.append(.relationships(found.relationships, valid: nil)) }
    if keepsNeighbour { batch.columns.append(.nodes(found.neighbours, valid: nil)) }
    return tests == nil ? try tested(batch) : batch
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

  /// The tests with what they compare with, which is the same for all rows; nil where a store cannot compare with one of these.
  private func tests(_ outer: Batch) -> ExpansionTests? {
    guard let ofRelationships = tests(relationshipTests, outer), let ofNeighbours = tests(neighbourTests, outer) else {
      return nil
    }
    return ExpansionTests(ofRelationships: ofRelationships, ofNeighbours: ofNeighbours)
  }

  private func tests(_ tests: [StoredTest], _ outer: Batch) -> [PropertyTest]? {
    if tests.isEmpty { return [] }
    guard outer.count > 0, let operands = tests.operands(outer.slice(0..<1), context) else { return nil }
    switch tests.question(operands.map { $0[0] }, context.graph) {
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

extension Batch {
  /// The rows in which two columns hold nodes, with them.
  func nodePairs(_ left: Int, _ right: Int) -> (rows: [Int], left: [NodeID], right: [NodeID]) {
    if case .nodes(let a, nil) = columns[left], case .nodes(let b, nil) = columns[right] { return (Array(0..<count), a, b) }
    var pairs: (rows: [Int], left: [NodeID], right: [NodeID]) = ([], [], [])
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
