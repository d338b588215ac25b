import Diagnostics

/// The patterns of one MATCH or MERGE as a graph of variables, with the conditions that were written inside them.
struct PatternGraph {
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
    /// Whether its relationships may occur elsewhere in the same MATCH as well.
    var isFree = false
  }

  struct Length {
    var minimum: Int
    var maximum: Int?
    var selection: Selection = .all
    enum Selection { case all, oneShortest, allShortest }
  }

  var nodes: [Node] = []
  var relationships: [Relationship] = []
  /// Named paths.
  var paths: [ProjectedItem] = []
  /// Conditions, in the order in which they were written.
  var predicates: [BoundExpression] = []
}
