import CypherPlanner
import GraphModel

/// For each row, the ends of a relationship that it holds, where these are what a pattern says: one row, or two, one for each way round.
///
/// Cost: linear in the rows, whatever the number of relationships that the ends have.
final class TakeRelationship: PatternStep {
  private let known: KnownRelationship
  private let relationship: Int
  /// The columns of the nodes that its ends must be; nil for one that is found here.
  private let from: Int?
  private let to: Int?
  private let differsFrom: [Int]
  private var selection: ExpansionSelection?

  init(
    _ input: any Operator, _ known: KnownRelationship, at relationship: Int, from: Int?, to: Int?, differsFrom: [Int],
    _ context: ExecutionContext
  ) {
    self.known = known
    self.relationship = relationship
    self.from = from
    self.to = to
    self.differsFrom = differsFrom
    super.init(input, context)
  }

  override func prepare() throws(ExecutionFailure) {
    selection = ExpansionSelection(known.types, known.direction, in: context.graph)
  }

  override func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    guard let selection else { return nil }
    let held = outer.columns[relationship].relationshipRows
    let ends: [RelationshipEnds?]
    do { ends = try context.graph.ends(of: held.relationships) } catch { throw ExecutionFailure(error) }
    var found = Found()
    let others = differsFrom.map { outer.columns[$0] }
    for (at, ends) in ends.enumerated() {
      let row = held.rows[at]
      guard let ends, !others.contains(where: { $0.holds(held.relationships[at], in: row) }) else { continue }
      let leadsOn = selection.outgoing.contains(ends.type)
      if leadsOn, passes(ends.start, ends.end, outer, row) { found.append(row, ends.start, ends.end) }
      guard selection.incoming.contains(ends.type), !leadsOn || ends.start != ends.end else { continue }
      if passes(ends.end, ends.start, outer, row) { found.append(row, ends.end, ends.start) }
    }
    if found.rows.isEmpty { return nil }
    var batch = outer.gathered(found.rows)
    for variable in known.finds { batch.columns.append(.nodes(variable == known.from ? found.starts : found.ends, valid: nil)) }
    return batch
  }

  /// Whether the pattern may begin at one node and end at the other.
  private func passes(_ start: NodeID, _ end: NodeID, _ outer: Batch, _ row: Int) -> Bool {
    if let from, !outer.columns[from].holds(start, in: row) { return false }
    if let to, !outer.columns[to].holds(end, in: row) { return false }
    return known.from != known.to || start == end
  }

  /// The rows with a way to follow their relationship, and where it leads from and to.
  private struct Found {
    var rows: [Int] = []
    var starts: [NodeID] = []
    var ends: [NodeID] = []

    mutating func append(_ row: Int, _ start: NodeID, _ end: NodeID) {
      rows.append(row)
      starts.append(start)
      ends.append(end)
    }
  }
}
