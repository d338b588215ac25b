/// Relationships that a scan or an expansion found, as parallel columns.
@frozen
public struct Adjacency: Sendable {
  /// The position, in the list that was expanded, of the node from which each was found; in a scan 0.
  public var origins: [Int]
  public var relationships: [RelationshipID]
  /// The node at the other end; in a scan the end node.
  public var neighbours: [NodeID]
  /// The node from which it was found; in a scan the start node.
  public var sources: [NodeID]

  @inlinable
  public init() {
    origins = []
    relationships = []
    neighbours = []
    sources = []
  }

  @inlinable public var count: Int { relationships.count }

  @inlinable
  public mutating func append(origin: Int, relationship: RelationshipID, source: NodeID, neighbour: NodeID) {
    origins.append(origin)
    relationships.append(relationship)
    sources.append(source)
    neighbours.append(neighbour)
  }

  /// Appends relationships of a scan without their nodes.
  @inlinable
  public mutating func append(_ scanned: [RelationshipID]) {
    origins.append(contentsOf: repeatElement(0, count: scanned.count))
    relationships.append(contentsOf: scanned)
  }

  /// The same for ids that follow one another.
  public mutating func append(run: Range<Int>) {
    origins.append(contentsOf: repeatElement(0, count: run.count))
    relationships.append(contentsOf: run.lazy.map { RelationshipID(Int64($0)) })
  }

  /// Makes room for so many more.
  @inlinable
  public mutating func reserve(_ more: Int) {
    origins.reserveCapacity(origins.count + more)
    relationships.reserveCapacity(relationships.count + more)
    sources.reserveCapacity(sources.count + more)
    neighbours.reserveCapacity(neighbours.count + more)
  }

  /// Keeps those that pass.
  public mutating func keep(_ passes: [Bool]) {
    var kept = Adjacency()
    for at in 0..<count where passes[at] {
      kept.append(
        origin: origins[at], relationship: relationships[at], source: sources[at], neighbour: neighbours[at])
    }
    self = kept
  }

  public mutating func append(_ other: Adjacency) {
    origins += other.origins
    relationships += other.relationships
    sources += other.sources
    neighbours += other.neighbours
  }

  @inlinable
  public mutating func removeAll() {
    origins.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
  }
}
