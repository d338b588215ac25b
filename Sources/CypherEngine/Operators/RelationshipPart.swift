import CypherPlanner
import GraphModel

/// Relationships that are scanned together, and what is asked of their ends.
struct RelationshipPart {
  /// Nil for all types.
  let types: [RelationshipTypeID]?
  /// The labels of start and end nodes of the pattern that are not known to be there.
  let startLabels: [LabelID]
  let endLabels: [LabelID]
  /// Which nodes of the relationships have to be known.
  let sides: RelationshipSides

  /// The relationships that a pattern may mean; nil where a node of it can have no such label.
  static func whole(_ scan: RelationshipScan, _ graph: any GraphReader) throws(ExecutionFailure) -> RelationshipPart? {
    try RelationshipPart(scan, of: scan.types, graph)
  }

  /// The same, by types, so that nodes are looked at only where a type does not tell which labels they have.
  static func parts(_ scan: RelationshipScan, _ graph: any GraphReader) throws(ExecutionFailure) -> [RelationshipPart] {
    guard let whole = try whole(scan, graph) else { return [] }
    let names = scan.types.isEmpty ? graph.relationshipTypeNames : scan.types
    if scan.direction == .either || !whole.isTested || names.count < 2 { return [whole] }
    var (told, others): ([String], [String]) = ([], [])
    for name in names {
      if try RelationshipPart(scan, of: [name], graph)?.isTested == false { told.append(name) } else { others.append(name) }
    }
    if told.isEmpty || others.isEmpty { return [whole] }
    return [try RelationshipPart(scan, of: told, graph), try RelationshipPart(scan, of: others, graph)].compactMap { $0 }
  }

  /// `names`: of the types; none for all.
  private init?(_ scan: RelationshipScan, of names: [String], _ graph: any GraphReader) throws(ExecutionFailure) {
    guard let selection = ExpansionSelection(names, scan.direction, in: graph),
      let startLabels = try StepTarget.untold(scan.startLabels, beyond: selection.reversed, graph),
      let endLabels = try StepTarget.untold(scan.endLabels, beyond: selection, graph)
    else { return nil }
    types = names.isEmpty ? nil : names.compactMap { graph.relationshipType(named: $0) }
    self.startLabels = startLabels
    self.endLabels = endLabels
    if scan.direction == .either {
      sides = [.start, .end]
      return
    }
    let isOutgoing = scan.direction == .outgoing
    var sides: RelationshipSides = []
    if !startLabels.isEmpty || !scan.drops.contains(scan.start) { sides.insert(isOutgoing ? .start : .end) }
    if !endLabels.isEmpty || !scan.drops.contains(scan.end) { sides.insert(isOutgoing ? .end : .start) }
    self.sides = sides
  }

  private var isTested: Bool { !startLabels.isEmpty || !endLabels.isEmpty }
}
