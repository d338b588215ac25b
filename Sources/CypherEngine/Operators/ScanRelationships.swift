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
  /// What is scanned for a row, one after the other; nil until it is known.
  private var parts: [RelationshipPart]?
  private var part = 0
  private var last: RelationshipID?
  /// How many are read at once: more each time, since whoever takes so many may want all.
  private var limit = 0

  init(_ input: any Operator, _ ends: RelationshipRows, _ tests: [StoredTest], _ context: ExecutionContext) {
    self.input = input
    self.ends = ends
    self.tests = tests
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    outer = nil
    parts = nil
    limit = context.batchCapacity
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if outer == nil { try advance() }
      guard let current = outer else { return nil }
      let parts: [RelationshipPart]
      if let known = self.parts { parts = known } else { parts = try RelationshipPart.parts(ends.scan, context.graph) }
      self.parts = parts
      guard row < current.count, !parts.isEmpty else {
        outer = nil
        continue
      }
      try context.checkCancellation()
      let part = parts[part]
      var found = Adjacency()
      let areTested = try scan(part, into: &found)
      last = found.relationships.last
      found.origins = Array(filledWith: row, count: found.count)
      let isLast = found.count < limit
      if limit >= Batch.capacity { limit = min(2 * limit, 16 * context.batchCapacity) }
      var batch = try ends.rows(found, in: part, of: current, context.graph)
      if isLast { goOn(parts.count) }
      if !areTested, let untested = batch { batch = try tests.passing(untested, context) }
      if let batch, batch.count > 0 { return batch }
    }
  }

  /// To the next part, or the first for the next row.
  private func goOn(_ count: Int) {
    last = nil
    part += 1
    if part < count { return }
    part = 0
    row += 1
  }

  private func advance() throws(ExecutionFailure) {
    outer = try input.next()
    row = 0
    part = 0
    last = nil
    operands = nil
    if let outer { operands = tests.operands(outer, context) }
  }

  /// Appends the next relationships of a part for the row. False where they still have to be tested.
  private func scan(_ part: RelationshipPart, into found: inout Adjacency) throws(ExecutionFailure) -> Bool {
    let graph = context.graph
    do throws(StoreError) {
      switch operands.map({ operands in tests.question(operands.map { $0[row] }, graph) }) ?? .all(areTested: false) {
      case .nothing: return true
      case .all(let areTested):
        try graph.scanRelationships(types: part.types, where: [], sides: part.sides, after: last, limit: limit, into: &found)
        return areTested
      case .passing(let questions):
        try graph.scanRelationships(types: part.types, where: questions, sides: part.sides, after: last, limit: limit, into: &found)
        return true
      }
    } catch { throw ExecutionFailure(error) }
  }
}
