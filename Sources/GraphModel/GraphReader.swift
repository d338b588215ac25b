/// What can be asked of a graph: one consistent state of it, as of the transaction that is open.
///
/// The store conforms; the planner and the engine know nothing else of it. A call crosses a module wall, so each works on
/// a batch: ids in, columns out. Ids that do not exist in the graph any more give null, no labels and no neighbours.
/// The order of what is scanned or expanded is the same for the same graph.
public protocol GraphReader: AnyObject {
  // MARK: Names

  func label(named name: String) -> LabelID?
  func relationshipType(named name: String) -> RelationshipTypeID?
  func propertyKey(named name: String) -> PropertyKeyID?
  func name(of label: LabelID) -> String
  func name(of type: RelationshipTypeID) -> String
  func name(of key: PropertyKeyID) -> String
  /// All names that the graph has ever used, each in order of its id.
  var labelNames: [String] { get }
  var relationshipTypeNames: [String] { get }
  var propertyKeyNames: [String] { get }

  /// What the schema of this graph says about relationship types; empty for a graph without one.
  var traits: RelationshipTraits { get }
  /// Counts for estimates. Cost: constant once computed; the counts may lag behind an open write.
  func statistics() throws(StoreError) -> GraphStatistics

  // MARK: Scans

  /// Appends up to `limit` nodes with an id above `after`, ascending; those with all of `labels`. Fewer than `limit` means
  /// that there are no more.
  func scanNodes(
    labels: [LabelID], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError)
  /// The same for nodes that pass all tests, too.
  func scanNodes(
    labels: [LabelID], where tests: [PropertyTest], after: NodeID?, limit: Int, into nodes: inout [NodeID]
  ) throws(StoreError)
  /// The same for relationships of any of the types (nil: of all types).
  func scanRelationships(
    types: [RelationshipTypeID]?, after: RelationshipID?, limit: Int, into found: inout Adjacency
  ) throws(StoreError)
  /// The same for relationships that pass all tests, too. Of their nodes those of the `sides` are given, and others may be left out.
  func scanRelationships(
    types: [RelationshipTypeID]?, where tests: [PropertyTest], sides: RelationshipSides, after: RelationshipID?, limit: Int,
    into found: inout Adjacency
  ) throws(StoreError)
  /// The nodes with this label whose property equals the value, ascending; nil where no index answers this.
  func findNodes(
    label: LabelID, key: PropertyKeyID, equalTo value: Value
  ) throws(StoreError) -> [NodeID]?
  /// The same for many values: appends to `nodes` those for each value in turn, and to `rows` the place of the value that each
  /// was found for. False, and nothing is appended, where no index answers this for all of them. Null finds nothing.
  func findNodes(
    label: LabelID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int], nodes: inout [NodeID]
  ) throws(StoreError) -> Bool
  /// The same for the relationships of a type.
  func findRelationships(
    type: RelationshipTypeID, key: PropertyKeyID, equalToEach values: Column, rows: inout [Int],
    relationships: inout [RelationshipID]
  ) throws(StoreError) -> Bool

  /// The labels of which no two nodes have equal values of a property, as far as this is enforced.
  func labels(toldApartBy key: PropertyKeyID) -> [LabelID]
  /// Whether it is known that the nodes have such a label and each a value that equals itself. False says nothing. Cost: less than
  /// reading the values.
  func areToldApart(_ nodes: [NodeID], by key: PropertyKeyID, among label: LabelID) throws(StoreError) -> Bool
  /// The places of those nodes whose property does not come after a text in the order of ORDER BY. Nil where the property of one of them
  /// may be something else than a text, and where telling costs no less than reading it.
  func places(
    of nodes: [NodeID], by key: PropertyKeyID, notAfter text: String, isDescending: Bool
  ) throws(StoreError) -> [Int]?
  /// Pieces of the texts that a property of nodes holds; nil where the graph has no faster way to them than the texts.
  func pieces(_ piece: TextPiece, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column?
  /// A component of the dates that a property of nodes holds; nil where the graph has no faster way to it than the dates.
  func components(_ field: DateField, of nodes: [NodeID], by key: PropertyKeyID) throws(StoreError) -> Column?

  // MARK: Expansion

  /// Appends, for each node in turn, its relationships that the selection lets through. A loop is given once for a
  /// selection in both directions.
  func expand(_ nodes: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency) throws(StoreError)
  /// The same for relationships that pass all of some tests, and whose neighbours pass all of others.
  func expand(
    _ nodes: [NodeID], _ selection: ExpansionSelection, relationshipsWhere relationshipTests: [PropertyTest],
    neighboursWhere neighbourTests: [PropertyTest], into found: inout Adjacency
  ) throws(StoreError)
  /// Appends, for each node in turn, the neighbours that ``expand(_:_:into:)`` would give, but for those to which a relationship leads
  /// that one of `others` has for the node. Cost: less than expanding.
  func neighbours(
    of nodes: [NodeID], _ selection: ExpansionSelection, notBy others: [[RelationshipID]], into found: inout [NodeID]
  ) throws(StoreError)
  /// How many relationships ``expand(_:_:into:)`` would give each node. Cost: less than expanding.
  func degrees(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> [Int]
  /// The sum of ``degrees(_:_:)``.
  func totalDegree(_ nodes: [NodeID], _ selection: ExpansionSelection) throws(StoreError) -> Int
  /// Whether it is known that all nodes which the selection leads to, from wherever, have the label. False says nothing.
  /// Cost: constant.
  func everyNeighbour(of selection: ExpansionSelection, has label: LabelID) throws(StoreError) -> Bool
  /// Labels that all start nodes, and all end nodes, of the relationships of a type are known to have; nil where nothing is known.
  /// Cost: constant.
  func endLabels(of type: RelationshipTypeID) -> (starts: [LabelID], ends: [LabelID])?
  /// Whether a relationship that the selection follows may lead from a node to itself. True says nothing. Cost: constant.
  func mayLoop(_ selection: ExpansionSelection) throws(StoreError) -> Bool
  /// Appends the neighbours of the nodes that are not in `seen`, each once, and adds them to it: one level of a
  /// breadth-first search.
  func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID]
  ) throws(StoreError)
  /// The same for one of two searches that go towards each other: nodes that the other has seen are appended to `met` instead, and once
  /// there is one, nothing more is appended to `found`. Where the first is all that is wanted, the others need not be found.
  func discover(
    from nodes: [NodeID], _ selection: ExpansionSelection, seen: inout NodeSet, into found: inout [NodeID],
    meeting other: NodeSet, met: inout [NodeID], wanting wanted: Meetings
  ) throws(StoreError)
  /// For each start in turn, the nodes to which relationships lead, at most so many one after the other, each node once: appends
  /// the position of the start to `rows` and the node to `ends`, in the order of ``discover(from:_:seen:into:)``. A start is among
  /// its nodes where there is a way back to it, or `includingStarts` is true. What is in `spare` is lost. Cost: the relationships
  /// of all nodes that are reached, whatever the number of ways to them.
  func reach(
    from starts: [NodeID], _ selection: ExpansionSelection, includingStarts: Bool, atMost maximum: Int?,
    spare: inout NodeSet, rows: inout [Int], into ends: inout [NodeID]
  ) throws(StoreError)
  /// Appends, for each pair `from[i]`, `to[i]` in turn, the relationships of the first that lead to the second, as
  /// ``expand(_:_:into:)`` would give them. Cost: less than expanding, where nodes have many neighbours.
  func connect(
    _ from: [NodeID], _ to: [NodeID], _ selection: ExpansionSelection, into found: inout Adjacency
  ) throws(StoreError)
  /// For each pair `left[i]`, `right[i]`, in how many ways they meet: pairs of a relationship of each that lead to the same
  /// node. A relationship may be in both. Cost: less than expanding both.
  func countMeetings(
    _ left: [NodeID], _ leftSelection: ExpansionSelection, _ right: [NodeID], _ rightSelection: ExpansionSelection
  ) throws(StoreError) -> [Int]

  // MARK: Contents

  /// Whether each node exists and has the label.
  func hasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool]
  /// The labels of each node, in order of their ids.
  func labels(of nodes: [NodeID]) throws(StoreError) -> [[LabelID]]
  /// One property of each node.
  func property(_ key: PropertyKeyID, of nodes: [NodeID]) throws(StoreError) -> Column
  /// One property of each relationship.
  func property(_ key: PropertyKeyID, of relationships: [RelationshipID]) throws(StoreError) -> Column
  /// All properties of a node, in order of their key ids.
  func properties(of node: NodeID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)]
  /// All properties of a relationship, in order of their key ids.
  func properties(of relationship: RelationshipID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)]
  /// Type and ends of each relationship; nil for one that does not exist.
  func ends(of relationships: [RelationshipID]) throws(StoreError) -> [RelationshipEnds?]
  /// The type of each relationship. Cost: less than that of the ends.
  func types(of relationships: [RelationshipID]) throws(StoreError) -> TypeRuns
  /// Whether each node exists.
  func exist(_ nodes: [NodeID]) throws(StoreError) -> [Bool]

  /// How many threads may work on one question. The answer does not depend on it.
  var workers: Int { get }
  /// How many stored chunks have been read since the graph was opened; what PROFILE shows.
  var chunksRead: Int { get }
}

/// What can be done to a graph. Everything happens in the transaction that the caller has open; an error leaves what was
/// done so far, and the caller rolls back.
public protocol GraphWriter: GraphReader {
  func makeLabel(named name: String) throws(StoreError) -> LabelID
  func makeRelationshipType(named name: String) throws(StoreError) -> RelationshipTypeID
  func makePropertyKey(named name: String) throws(StoreError) -> PropertyKeyID

  func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> NodeID
  func createRelationship(
    _ type: RelationshipTypeID, from start: NodeID, to end: NodeID, properties: [(key: PropertyKeyID, value: Value)]
  ) throws(StoreError) -> RelationshipID

  /// `.null` removes the property. The value is one that ``Value/isStorable`` accepts.
  func set(_ key: PropertyKeyID, to value: Value, of node: NodeID) throws(StoreError)
  /// The same for several properties of a node, in this order.
  func set(_ properties: [(key: PropertyKeyID, value: Value)], of node: NodeID) throws(StoreError)
  func set(_ key: PropertyKeyID, to value: Value, of relationship: RelationshipID) throws(StoreError)
  func set(_ properties: [(key: PropertyKeyID, value: Value)], of relationship: RelationshipID) throws(StoreError)

  /// Makes a node with these labels for each row; a null gives it no property. Where this or one of the next three fails, some rows may
  /// have been written, and the caller undoes them.
  func createNodes(labels: [LabelID], properties: PropertyColumns) throws(StoreError) -> [NodeID]
  /// As many starts and ends as rows.
  func createRelationships(
    _ type: RelationshipTypeID, from starts: [NodeID], to ends: [NodeID], properties: PropertyColumns
  ) throws(StoreError) -> [RelationshipID]
  /// The same as setting the properties of each row in turn, for as many nodes as rows.
  func set(_ properties: PropertyColumns, of nodes: [NodeID]) throws(StoreError)
  func set(_ properties: PropertyColumns, of relationships: [RelationshipID]) throws(StoreError)

  func add(_ label: LabelID, to node: NodeID) throws(StoreError)
  func remove(_ label: LabelID, from node: NodeID) throws(StoreError)

  /// Fails with ``StoreError/Kind/nodeHasRelationships`` where relationships are left.
  func delete(_ node: NodeID) throws(StoreError)
  func delete(_ relationship: RelationshipID) throws(StoreError)

  /// Runs `work` in a savepoint: all of it happens, or, where it throws, nothing of it.
  func atomically<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(AtomicFailure<Failure>) -> Result
}

/// Why an atomic piece of work did not happen.
public enum AtomicFailure<Failure: Error>: Error {
  case work(Failure)
  case store(StoreError)
}

/// Which relationships an expansion follows: from their start, from their end, or both.
///
/// A relationship type with an inverse is asked for by either name, so one selection may follow `POWERS` outwards and
/// `POWERED_BY` inwards.
public struct ExpansionSelection: Hashable, Sendable {
  /// Which types to follow in a direction.
  public enum Types: Hashable, Sendable {
    case none
    case all
    case only([RelationshipTypeID])
  }

  /// From start to end.
  public var outgoing: Types
  /// From end to start.
  public var incoming: Types

  public init(outgoing: Types, incoming: Types) {
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// The same relationships seen from their other end.
  public var reversed: ExpansionSelection { ExpansionSelection(outgoing: incoming, incoming: outgoing) }
}

/// What a relationship is between.
@frozen
public struct RelationshipEnds: Hashable, Sendable {
  public var type: RelationshipTypeID
  public var start: NodeID
  public var end: NodeID

  @inlinable
  public init(type: RelationshipTypeID, start: NodeID, end: NodeID) {
    self.type = type
    self.start = start
    self.end = end
  }
}
