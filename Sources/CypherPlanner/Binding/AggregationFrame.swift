import CypherSyntax
import Diagnostics

/// What a grouping projection has found so far: the keys that its other expressions may use, and its aggregates.
final class AggregationFrame {
  /// The scope of the rows before it, in which keys and the arguments of aggregates are bound.
  let before: Scope
  /// Expressions that are grouped by, as they are written: variables and properties.
  var keys: KnownExpressions
  /// Items that are grouped by without being simple: they cannot stand beside an aggregate.
  var opaqueKeys: Set<Expression> = []
  var calls: [AggregateCall] = []
  /// The aggregates of the items, as they are written: they are about the rows before, whatever the names of the columns.
  var known: [Expression: KnownExpressions.Column] = [:]
  /// Set once the items are bound: what follows sees the columns, not the rows before them.
  var isClosed = false

  init(before: Scope) {
    self.before = before
    keys = KnownExpressions(in: before)
  }

  func isOpaque(_ expression: Expression, in scope: Scope) -> Bool {
    opaqueKeys.contains(expression) && scope.agrees(with: before, on: expression)
  }

  /// Whether a variable is one of the rows before, and not of an expression itself.
  func isOuter(_ entry: Scope.Entry) -> Bool { before[entry.variable.name]?.variable == entry.variable }

  /// What an inner query beside an aggregate sees: the keys in the place of the variables that are grouped by. The other
  /// variables of the rows before stay, for a fault to name them.
  func grouped(_ scope: Scope) -> (scope: Scope, ungrouped: Set<Variable>) {
    guard !isClosed else { return (scope, []) }
    var (grouped, ungrouped) = (scope, Set<Variable>())
    for name in scope.names {
      guard let entry = scope[name], isOuter(entry) else { continue }
      if let key = keys.column(of: Expression(.variable(name), span: .beginning), in: scope) {
        grouped.declare(key.variable.named(name), key.type)
      } else {
        ungrouped.insert(entry.variable)
      }
    }
    return (grouped, ungrouped)
  }
}
