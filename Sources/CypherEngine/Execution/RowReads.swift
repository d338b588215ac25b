import CypherPlanner

/// What an expression reads of the row that it is worked out for.
struct RowReads {
  /// Properties of columns, by name.
  private(set) var properties: [(column: Int, name: String)] = []
  /// Columns of which it may read anything.
  private(set) var whole: [Int] = []
  private let layout: [Variable]

  /// Nil where it asks the graph for more than the row holds.
  init?(_ expression: BoundExpression, _ layout: [Variable]) {
    self.layout = layout
    if expression.asksGraph || expression.callsRegistered { return nil }
    add(expression)
  }

  private mutating func add(_ expression: BoundExpression) {
    if case .property(let subject, let name) = expression.kind, case .variable(let variable) = subject.kind {
      // Other variables are those that the expression declares itself, for something that it reads.
      if let column = layout.lastIndex(of: variable) { properties.append((column, name)) }
      return
    }
    if expression.children.isEmpty {
      whole += expression.reads.compactMap { layout.lastIndex(of: $0) }
    }
    for child in expression.children { add(child) }
  }
}

extension BoundExpression {
  /// Whether a registered function is in it, which may do anything.
  fileprivate var callsRegistered: Bool {
    if case .function(.registered, _) = kind { return true }
    return children.contains(where: \.callsRegistered)
  }
}
