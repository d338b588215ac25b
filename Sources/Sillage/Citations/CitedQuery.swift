import CypherSyntax

/// A query with one column more, which holds what the relationships behind each row rest on.
///
/// Each relationship that is matched gets a name, and the last clause returns `evidence()` of all of them; a WITH passes on
/// what was gathered. Where a projection aggregates or keeps rows once, it is collected for each of its rows. A query that matches no
/// relationship is cited by its nodes, and so is a part of a UNION.
struct CitedQuery {
  /// The name of the column, which no query can have by chance.
  static let column = "sillage-cited"
  let text: String

  /// nil for what cannot be cited in this way: a command, a query that ends without RETURN, or one that writes.
  init?(_ source: SourceText) {
    guard var statement = parse(source).statement, statement.prefix == nil, case .query(var query) = statement.body,
      var names = CitationGathering.cite(&query, column: Self.column)
    else { return nil }
    statement.body = .query(query)
    guard query.parts.count > 1, query.union == .distinct else {
      text = statement.canonicalText
      return
    }
    names.removeLast()
    query.union = .all
    statement.body = .query(query)
    guard let whole = Self.collected(names, of: statement) else { return nil }
    text = whole
  }

  /// The rows of a UNION, each once, with what was gathered for it in any of the parts.
  private static func collected(_ names: [String], of statement: Statement) -> String? {
    var parts = statement
    parts.time = nil
    let column = CitationGathering.quoted(Self.column)
    let items = names.map(CitationGathering.quoted) + ["collect(\(column)) AS \(column)"]
    let text = "CALL {\n\(parts.canonicalText)\n} RETURN \(items.joined(separator: ", "))"
    guard var whole = parse(SourceText(name: "", text: text)).statement else { return nil }
    whole.time = statement.time
    return whole.canonicalText
  }
}
