import CypherPlanner
import GraphModel

/// Which relationships a step of a pattern follows and which labels it tests where they lead, with names looked up.
struct StepTarget {
  let selection: ExpansionSelection
  /// The labels that are not known to be there.
  let labels: [LabelID]

  /// Nil where the graph has nothing that the step could find.
  init?(
    _ types: [String], _ direction: PatternDirection, labels names: [String], in graph: any GraphReader
  ) throws(ExecutionFailure) {
    guard let selection = ExpansionSelection(types, direction, in: graph) else { return nil }
    guard let labels = try Self.untold(names, beyond: selection, graph) else { return nil }
    self.selection = selection
    self.labels = labels
  }

  /// Those of the labels that not every node has to which the selection leads; nil where no node has one of them.
  static func untold(
    _ names: [String], beyond selection: ExpansionSelection?, _ graph: any GraphReader
  ) throws(ExecutionFailure) -> [LabelID]? {
    var labels: [LabelID] = []
    do {
      for name in names {
        guard let label = graph.label(named: name) else { return nil }
        let isTold = try selection.map { selection throws(StoreError) in
          try graph.everyNeighbour(of: selection, has: label)
        }
        if isTold != true { labels.append(label) }
      }
    } catch { throw ExecutionFailure(error) }
    return labels
  }

  /// Whether each node has all labels; nil where there is nothing to test.
  func passing(_ nodes: [NodeID], _ graph: any GraphReader) throws(ExecutionFailure) -> [Bool]? {
    try Self.having(labels, nodes, graph)
  }

  static func having(
    _ labels: [LabelID], _ nodes: [NodeID], _ graph: any GraphReader
  ) throws(ExecutionFailure) -> [Bool]? {
    var passes: [Bool]?
    do {
      for label in labels {
        let more = try graph.hasLabel(label, nodes)
        passes = passes.map { zip($0, more).map { $0 && $1 } } ?? more
      }
    } catch { throw ExecutionFailure(error) }
    return passes
  }

  /// Appends what the graph gives for the nodes, without what leads to a node that lacks a label or does not pass the tests.
  func expand(
    _ nodes: [NodeID], where tests: ExpansionTests = ExpansionTests(), into found: inout Adjacency, _ graph: any GraphReader
  ) throws(ExecutionFailure) {
    do throws(StoreError) {
      if tests.isEmpty {
        try graph.expand(nodes, selection, into: &found)
      } else {
        try graph.expand(
          nodes, selection, relationshipsWhere: tests.ofRelationships, neighboursWhere: tests.ofNeighbours, into: &found)
      }
    } catch { throw ExecutionFailure(error) }
    guard let passes = try passing(found.neighbours, graph) else { return }
    found.keep(passes)
  }

  /// The same without telling what leads to them; not by the relationships that each of `others` has for the nodes.
  func neighbours(
    of nodes: [NodeID], notBy others: [[RelationshipID]], _ graph: any GraphReader
  ) throws(ExecutionFailure) -> [NodeID] {
    var found: [NodeID] = []
    do throws(StoreError) { try graph.neighbours(of: nodes, selection, notBy: others, into: &found) } catch {
      throw ExecutionFailure(error)
    }
    guard let passes = try passing(found, graph) else { return found }
    return zip(found, passes).compactMap { $1 ? $0 : nil }
  }
}

/// A step that looks its names up when it gets its first rows after it was opened: by then the clauses before it have
/// done their writing.
class PatternStep: BatchwiseOperator {
  private var isReady = false

  override func open() throws(ExecutionFailure) {
    try super.open()
    isReady = false
  }

  final override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    if !isReady {
      isReady = true
      try prepare()
    }
    return try matches(of: outer)
  }

  /// Looks names up.
  func prepare() throws(ExecutionFailure) {}

  /// What ``rows(of:)`` gives.
  func matches(of outer: Batch) throws(ExecutionFailure) -> Batch? { outer }
}
