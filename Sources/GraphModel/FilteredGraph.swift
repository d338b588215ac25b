/// Which nodes and relationships of a graph are there for somebody who looks at it in a certain way.
public protocol GraphVisibility: AnyObject {
  /// Whether any node can be hidden. Where none can, only relationships are asked for.
  var hidesNodes: Bool { get }
  /// Whether each node is there. Asked once for each.
  func shows(_ nodes: [NodeID]) throws(StoreError) -> [Bool]
  /// Whether each relationship is there, its ends left aside. Asked once for each.
  func shows(_ relationships: [RelationshipID]) throws(StoreError) -> [Bool]

  /// The keys of which something may show another value than it has.
  var changedKeys: Set<PropertyKeyID> { get }
  /// What is shown in place of the values of a changed key.
  func shown(_ key: PropertyKeyID, _ values: Column, of nodes: [NodeID]) throws(StoreError) -> Column
  func shown(_ key: PropertyKeyID, _ values: Column, of relationships: [RelationshipID]) throws(StoreError) -> Column
}

extension GraphVisibility {
  public var changedKeys: Set<PropertyKeyID> { [] }
  public func shown(_ key: PropertyKeyID, _ values: Column, of nodes: [NodeID]) throws(StoreError) -> Column { values }
  public func shown(_ key: PropertyKeyID, _ values: Column, of relationships: [RelationshipID]) throws(StoreError) -> Column {
    values
  }
}

/// A graph without what a ``GraphVisibility`` hides: nothing that is scanned, sought, expanded or counted shows it, so that
/// every query over the view is one over the smaller graph. A relationship of a hidden node is hidden with it. Of what is shown,
/// some properties may be shown otherwise than they are.
///
/// Names and schema are those of the graph below, and so are the counts for estimates, which are too high then. What is
/// counted for an answer is expanded. Belongs to one transaction of the graph below.
public final class FilteredGraph: GraphReader {
  let base: any GraphReader
  let visibility: any GraphVisibility
  private var nodes = Memory()
  private var relationships = Memory()

  public init(_ base: any GraphReader, _ visibility: any GraphVisibility) {
    self.base = base
    self.visibility = visibility
  }

  /// What is known so far of which ids are shown.
  private struct Memory {
    private var asked = NodeSet()
    private var shown = NodeSet()

    func unknown(among ids: some Sequence<Int64>) -> [Int64] {
      var seen: Set<Int64> = []
      return ids.filter { !asked.contains(NodeID($0)) && seen.insert($0).inserted }
    }

    func shows(_ id: Int64) -> Bool { shown.contains(NodeID(id)) }

    mutating func learn(_ ids: [Int64], _ answers: [Bool]) {
      for (id, isShown) in zip(ids, answers) {
        _ = asked.insert(NodeID(id))
        if isShown { _ = shown.insert(NodeID(id)) }
      }
    }
  }

  /// Whether each node is shown.
  func shows(_ asked: [NodeID]) throws(StoreError) -> [Bool] {
    guard visibility.hidesNodes else { return [Bool](filledWith: true, count: asked.count) }
    let unknown = nodes.unknown(among: asked.lazy.map(\.rawValue))
    if !unknown.isEmpty { nodes.learn(unknown, try visibility.shows(unknown.map { NodeID($0) })) }
    return asked.map { nodes.shows($0.rawValue) }
  }

  /// Whether each relationship is shown, together with both of its ends.
  func shows(_ found: Adjacency) throws(StoreError) -> [Bool] {
    let unknown = relationships.unknown(among: found.relationships.lazy.map(\.rawValue))
    if !unknown.isEmpty { relationships.learn(unknown, try visibility.shows(unknown.map { RelationshipID($0) })) }
    var shown = found.relationships.map { relationships.shows($0.rawValue) }
    guard visibility.hidesNodes else { return shown }
    let (sources, neighbours) = (try shows(found.sources), try shows(found.neighbours))
    for row in shown.indices where shown[row] { shown[row] = sources[row] && neighbours[row] }
    return shown
  }

  /// Appends those relationships that are shown.
  func append(_ found: Adjacency, to shownOnes: inout Adjacency) throws(StoreError) {
    for (row, isShown) in try shows(found).enumerated() where isShown {
      shownOnes.append(
        origin: found.origins[row], relationship: found.relationships[row], source: found.sources[row],
        neighbour: found.neighbours[row])
    }
  }

  // MARK: Names and schema

  public func label(named name: String) -> LabelID? { base.label(named: name) }
  public func relationshipType(named name: String) -> RelationshipTypeID? { base.relationshipType(named: name) }
  public func propertyKey(named name: String) -> PropertyKeyID? { base.propertyKey(named: name) }
  public func name(of label: LabelID) -> String { base.name(of: label) }
  public func name(of type: RelationshipTypeID) -> String { base.name(of: type) }
  public func name(of key: PropertyKeyID) -> String { base.name(of: key) }
  public var labelNames: [String] { base.labelNames }
  public var relationshipTypeNames: [String] { base.relationshipTypeNames }
  public var propertyKeyNames: [String] { base.propertyKeyNames }
  public var traits: RelationshipTraits { base.traits }
  public func statistics() throws(StoreError) -> GraphStatistics { try base.statistics() }
  public var workers: Int { base.workers }
  public var chunksRead: Int { base.chunksRead }

  /// What holds for all neighbours holds for some of them.
  public func everyNeighbour(of selection: ExpansionSelection, has label: LabelID) throws(StoreError) -> Bool {
    try base.everyNeighbour(of: selection, has: label)
  }

  public func mayLoop(_ selection: ExpansionSelection) throws(StoreError) -> Bool { try base.mayLoop(selection) }
}
