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
  public var rivals: [Rival]
  /// How many later relationships must differ from rivals.
  public var later: Int

  /// The variables of its rows that it reads to tell which ways are without a relationship.
  var reads: Set<Variable> {
    Set(rivals.map(\.relationship) + rivals.flatMap(\.nodes) + (rivals.allSatisfy(\.nodes.isEmpty) ? [] : [node].compactMap { $0 }))
  }
}
