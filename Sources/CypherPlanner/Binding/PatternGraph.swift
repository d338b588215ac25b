import Diagnostics

/// The patterns of one MATCH or MERGE as a graph of variables, with the conditions that were written inside them.
public struct PatternGraph: Sendable {
  struct Node {
    var variable: Variable
    var labels: [LabelTest] = []
  }

  struct Relationship {
    var variable: Variable
    var from: Variable
    var to: Variable
    var types: [String]
    var direction: PatternDirection
    /// Nil for exactly one relationship.
    var length: Length?
    /// The condition on each relationship of a variable-length step.
    var condition: (relationship: Variable, predicate: BoundExpression)?
    /// The condition on each node that a variable-length step comes to. It reads nothing else of the pattern.
    var nodeCondition: (node: Variable, predicate: BoundExpression)?
    /// Whether its relationships may occur elsewhere in the same MATCH as well.
    var isFree = false
    /// Which of the MATCH clauses that were joined it is of: those of another may be the same.
    var clause = 0
    /// For a length of a fixed few relationships.
    var hops: Hops?
  }

  /// What stands for each relationship of a variable-length step, and for the nodes between them, where it is matched as that many steps.
  struct Hops: Sendable {
    static let most = 4

    var relationships: [Variable]
    var nodes: [Variable]
  }

  struct Length: Sendable {
    var minimum: Int
    var maximum: Int?
    var selection: Selection = .all
    enum Selection: Sendable { case all, oneShortest, allShortest }
  }

  /// A part of a path that repeats: `((x)-[r:T]->(y) WHERE …){1,3}`.
  struct Repetition {
    var from: Variable
    var to: Variable
    /// One turn.
    var turn: PatternGraph
    /// What matching one turn reads or binds; kept, since parts may nest deeply.
    var turnReads: Set<Variable>
    /// The relationships, and lists of them, of one turn in order.
    var turnRelationships: [Variable]
    /// The first and the last node of one turn.
    var start: Variable
    var end: Variable
    /// The variables of one turn and the lists that hold them for all turns.
    var groups: [(each: Variable, list: Variable)]
    /// Bound to the relationships of all turns in one list.
    var relationships: Variable
    var minimum: Int
    var maximum: Int?
    /// Whether a relationship may be used again.
    var isWalk = false
    /// Whether its relationships may occur elsewhere in the same MATCH as well.
    var isFree = false
    /// What is kept of its ways between two nodes that are known, where those that pass a node later than another way did cannot be
    /// among them; nil for all.
    var kept: PathSelection.Kept?
    var span: SourceSpan
  }

  var nodes: [Node] = []
  var repetitions: [Repetition] = []
  var relationships: [Relationship] = []
  /// The elements of the path that was declared last.
  var wholePath: [PathElement]?
  /// Named paths.
  var paths: [ProjectedItem] = []
  /// Conditions, in the order in which they were written.
  var predicates: [BoundExpression] = []

  /// The variables that it gives values to, unless a clause before did.
  var introduces: [Variable] {
    let nodesAndRelationships = nodes.map(\.variable) + relationships.map(\.variable)
    let lists = repetitions.flatMap { [$0.relationships] + $0.groups.map(\.list) }
    return (nodesAndRelationships + lists + paths.map(\.variable)).uniqued
  }
}

extension PatternGraph {
  /// All variables that matching it reads or binds.
  var readsFromOutside: Set<Variable> {
    var found = Set<Variable>()
    for node in nodes { found.insert(node.variable) }
    for relationship in relationships {
      found.formUnion([relationship.variable, relationship.from, relationship.to])
      if let condition = relationship.condition { found.formUnion(condition.predicate.reads) }
      if let condition = relationship.nodeCondition { found.formUnion(condition.predicate.reads) }
    }
    for repetition in repetitions {
      found.formUnion([repetition.from, repetition.to])
      found.formUnion(repetition.turnReads)
    }
    for predicate in predicates { found.formUnion(predicate.reads) }
    for path in paths { found.formUnion(path.expression.reads) }
    return found
  }

  /// Whether matching it is never an error, as far as one can see.
  var neverFails: Bool {
    let conditions = relationships.flatMap { [$0.condition?.predicate, $0.nodeCondition?.predicate] }.compactMap(\.self)
    return repetitions.isEmpty && (predicates + conditions).allSatisfy(\.neverFails)
  }
}
