import CypherSyntax

/// Expressions that have been worked out already, as they are written, and the columns that hold them.
///
/// The same words need not mean the same further on: a comprehension, a quantifier or `reduce()` may have given one of the names to
/// a variable of its own, or a projection to a column. So a column is found only where all names mean what they meant.
struct KnownExpressions {
  typealias Column = (variable: Variable, type: ValueType)

  private var columns: [Expression: Column] = [:]
  /// What was seen where they were worked out.
  let scope: Scope

  init(in scope: Scope = Scope()) { self.scope = scope }

  mutating func add(_ expression: Expression, _ column: Column) { columns[expression] = column }

  /// The column of an expression that stands in a scope.
  func column(of expression: Expression, in scope: Scope) -> Column? {
    guard let column = columns[expression], scope.agrees(with: self.scope, on: expression) else { return nil }
    return column
  }
}

extension Scope {
  /// Whether no name in an expression means something else than it did in an earlier scope. One that is not seen any more has no
  /// other meaning.
  func agrees(with earlier: Scope, on expression: Expression) -> Bool {
    expression.outerNames.allSatisfy { name in
      guard let entry = self[name] else { return true }
      return entry.variable == earlier[name]?.variable
    }
  }
}
