/// Of the ways to a node so many as can make a difference: `RETURN DISTINCT x` asks whether a way goes on to x, not how many do.
///
/// Rows that have the same in all columns but the ignored ones lead to the same, but for relationships which must not be used again. Of
/// `(a)-[r1]->()-[r2]->(c)` before one more relationship, a second way to c counts if it is without a relationship that the first one has.
public struct FewWays: Sendable {
  /// A relationship that none of the later ones may be.
  public struct Rival: Sendable {
    public var relationship: Variable
    /// At which of these it must be, if a later one is to be the same; empty where that is not known.
    public var nodes: [Variable]
  }

  /// The node to which the ways lead; nil where they go on from several.
  public var node: Variable?
  /// The variables that nobody reads any more, or only as rivals.
  public var ignored: Set<Variable>
  /// How many rows are left at most where rows with the same node lead to the same; nil where they must be the same in more.
  var expected: Double?
  /// Whether more rows are expected than can be left.
  public var dropsMany = false
  public var rivals: [Rival]
  /// How many later relationships must differ from rivals.
  public var later: Int

  /// How many ways to each node are left at most, by the theorem of Bollobás: as many as there are ways to choose the later relationships
  /// from all.
  var mostOfEach: Double {
    (0..<later).reduce(1) { $0 * Double(rivals.count + later - $1) / Double($1 + 1) }
  }

  /// The variables of its rows that it reads to tell which ways are without a relationship.
  var reads: Set<Variable> {
    var reads: Set<Variable> = []
    for rival in rivals {
      reads.insert(rival.relationship)
      reads.formUnion(rival.nodes)
      if let node, !rival.nodes.isEmpty { reads.insert(node) }
    }
    return reads
  }
}
