import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Declares the variables of the patterns of one clause, and gathers what they ask for.
  ///
  /// `mayRepeat`: whether a relationship may occur more than once.
  func patternGraph(
    _ patterns: [PathPattern], forMerge: Bool = false, mayRepeat: Bool = false
  ) throws(Diagnostic) -> PatternGraph {
    var builder = PatternGraphBuilder(binder: self, forMerge: forMerge, mayRepeat: mayRepeat)
    for pattern in patterns { try builder.add(pattern) }
    return try builder.finish()
  }
}

extension RelationshipPattern {
  /// Whether it stands for a list of relationships.
  var repeats: Bool { length != nil || quantifier != nil }
}

extension PatternDirection {
  init(_ direction: RelationshipPattern.Direction) {
    switch direction {
    case .outgoing: self = .outgoing
    case .incoming: self = .incoming
    case .either: self = .either
    }
  }
}
