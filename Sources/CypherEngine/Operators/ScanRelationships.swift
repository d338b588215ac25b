import CypherPlanner
import GraphModel

/// For each row of the input, all relationships of some types that pass some tests of their properties, with their two ends.
final class ScanRelationships: Operator {
  private let input: any Operator
  private let ends: RelationshipRows
  private let tests: [StoredTest]
  private let context: ExecutionContext
  private var outer: Batch?
  /// For each test what the rows of the input compare with.
  private var operands: [Column]?
  private var row = 0
  private var last: RelationshipID?
  /// How many are read at once: more each time, since whoever takes so many may want all.
  private var limit = 0
  /// Which nodes are looked up; nil until it is known.
  private var sides: RelationshipSides?

  init(_ input: any Operator, _ ends: RelationshipRows, _ tests: [StoredTest], _ context: ExecutionContext) {
    self.input = input
    self.ends = ends
    self.tests = tests
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    outer = nil
    sides = nil
    limit = context.batchCapacity
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if outer == nil { try advance() }
      guard let current = outer else { return nil }
      guard row < current.count else {
        outer = nil
        continue
      }
      try context.checkCancellation()
      var found = Adjacency()
      let areTested = try scan(into: &found)
      last = found.relationships.last
      found.origins = Array(repeating: row, count: found.count)
      let isLast = found.count < limit
      if limit >= Batch.capacity { limit = min(2 * limit, 16 * context.batchCapacity) }
      var batch = try ends.rows(found, of: current, context.graph)
      if isLast {
        row += 1
        last = nil
      }
      if !areTested, let untested = batch { batch = try tests.passing(untested, context) }
      if let batch, batch.count > 0 { return batch }
    }
  }

  private func advance() throws(ExecutionFailure) {
    outer = try input.next()
    row = 0
    last = nil
    operands = nil
    if let outer { operands = tests.operands(outer, context) }
  }

  /// Appends the next relationships for the row. False where they still have to be tested.
  private func scan(into found: inout Adjacency) throws(ExecutionFailure) -> Bool {
    let graph = context.graph
    let types = ends.scan.types.isEmpty ? nil : ends.scan.types.compactMap { graph.relationshipType(named: $0) }
    let sides: RelationshipSides
    if let known = self.sides { sides = known } else { sides = try ends.sides(graph) }
    self.sides = sides
    do throws(StoreError) {
      switch operands.map({ operands in tests.question(operands.map { $0[row] }, graph) }) ?? .all(areTested: false) {
      case .nothing: return true
      case .all(let areTested):
        try graph.scanRelationships(types: types, where: [], sides: sides, after: last, limit: limit, into: &found)
        return areTested
      case .passing(let questions):
        try graph.scanRelationships(types: types, where: questions, sides: sides, after: last, limit: limit, into: &found)
        return true
      }
    } catch { throw ExecutionFailure(error) }
  }
}
