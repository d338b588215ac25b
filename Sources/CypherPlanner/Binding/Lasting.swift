import CypherSyntax

/// What a query inside another sees of it from its beginning to its end, whatever its WITHs pass on: the variables of the outer
/// query in EXISTS, COUNT and COLLECT, and those that CALL (a, b) names.
struct Lasting {
  private(set) var entries: [Scope.Entry] = []

  init() {}

  /// Those variables of a scope whose names stand in the query.
  init(_ scope: Scope, in query: Query) {
    let names = SyntaxNode.query(query).mentionedNames
    entries = scope.names.filter { names.contains($0) }.compactMap { scope[$0] }
  }

  init(_ scope: Scope) { entries = scope.names.compactMap { scope[$0] } }
}
