/// Queries inside queries: CALL in all its forms, and full queries in EXISTS, COUNT and COLLECT.
extension QueryMaker {
  /// `CALL` of a query that gives columns, each with a name that was not there before.
  mutating func callSubquery() -> String {
    let outer = scope
    let imports = outer.filter { _ in random.chance(60) }
    let style = random.weighted([50, 20, 30])
    let columns = (0..<random.pick([1, 1, 2])).map { _ in fresh("v") }
    let joiner = random.pick(["UNION", "UNION ALL"])
    let isWritten = imports.map(\.text).joined(separator: ", ")
    var kinds: [NameKind] = []
    let count = random.chance(20) ? 2 : 1
    let bodies = (0..<count).map { _ -> String in
      scope = style == 1 ? outer : imports
      // Without an import, nothing of the outer query is seen.
      let leading = style == 2 && !imports.isEmpty ? "WITH \(isWritten) " : ""
      let (text, found) = innerQuery(columns, isPlain: count > 1, lasting: style == 2 ? [] : scope)
      kinds = found
      return leading + text
    }
    scope = outer + zip(columns, kinds).map { Name(text: $0, kind: $1) }
    let clause = style == 0 ? "(\(isWritten)) " : style == 1 ? "(*) " : ""
    return "\(random.chance(20) ? "OPTIONAL " : "")CALL \(clause){ \(bodies.joined(separator: " \(joiner) ")) }"
  }

  /// Clauses and a RETURN with these columns. `isPlain`: no column holds what has no order among other values. `lasting`: what
  /// is seen behind a WITH that does not name it.
  private mutating func innerQuery(
    _ columns: [String], isPlain: Bool, lasting: [Name]
  ) -> (text: String, kinds: [NameKind]) {
    let outer = isInWhere
    isInWhere = false
    defer { isInWhere = outer }
    var lines = [random.chance(80) ? match(isOptional: random.chance(20)) : unwind()]
    if random.chance(30) {
      lines.append(withClause())
      scope += lasting.filter { !scope.contains($0) }
    }
    let isGrouping = random.chance(40)
    let items = columns.enumerated().map { at, _ -> Name in
      if isPlain { return Name(text: isGrouping && at == 0 ? "count(*)" : anything(1), kind: .any) }
      return isGrouping && at == 0 ? aggregate() : projectable()
    }
    let isDistinct = !isGrouping && random.chance(20) && !items.contains { $0.kind == .bag }
    let returned = zip(items, columns).map { "\($0.text) AS \($1)" }.joined(separator: ", ")
    var text = "RETURN \(isDistinct ? "DISTINCT " : "")\(returned)"
    if !items.contains(where: { $0.kind == .bag }), random.chance(20) {
      text += " ORDER BY \(columns.joined(separator: ", ")) LIMIT \(random.number(0...3))"
    }
    return ((lines + [text]).joined(separator: " "), items.map(\.kind))
  }

  /// `CALL` of changes: done for each row, and nothing of it is seen outside.
  mutating func changingCall() -> String? {
    let outer = scope
    defer { scope = outer }
    let isImporting = random.chance(50)
    let imports = isImporting ? outer.filter { $0.kind != .bag } : outer
    let names = imports.map(\.text).joined(separator: ", ")
    let head = isImporting ? (imports.isEmpty ? "CALL { " : "CALL { WITH \(names) ") : random.pick(["CALL (*) { ", "CALL (\(names)) { "])
    scope = imports
    guard let change = random.chance(60) ? set() : random.chance(50) ? remove() : createOrMerge() else { return nil }
    let repetition = random.chance(25) ? "UNWIND [1, 2] AS \(fresh("u")) " : ""
    return "\(head)\(repetition)\(change) }"
  }

  /// The inside of EXISTS, COUNT and COLLECT.
  mutating func subqueryBody() -> String {
    let (outer, kept, wasIn) = (scope, reusable, isInWhere)
    isInWhere = false
    defer { (scope, reusable, isInWhere) = (outer, kept, wasIn) }
    switch random.number(0...9) {
    case 0...3: return match(isOptional: false)
    case 4, 5: return "\(match(isOptional: false)) \(match(isOptional: false)) RETURN \(anything(1)) AS \(fresh("e"))"
    case 6:
      let name = fresh("e")
      let parts = (0..<2).map { _ -> String in
        scope = outer
        return innerQuery([name], isPlain: true, lasting: outer).text
      }
      return parts.joined(separator: random.pick([" UNION ", " UNION ALL "]))
    case 7: return "\(unwind()) WITH * WHERE \(filter(1)) RETURN \(anything(1)) AS \(fresh("e"))"
    default: return innerQuery([fresh("e")], isPlain: false, lasting: outer).text
    }
  }

  /// `COLLECT { … }` whose order is not defined.
  mutating func collected() -> String {
    let (outer, kept) = (scope, reusable)
    let wasIn = isInSubquery
    isInSubquery = true
    defer { (scope, reusable, isInSubquery) = (outer, kept, wasIn) }
    return "COLLECT { \(innerQuery([fresh("e")], isPlain: true, lasting: outer).text) }"
  }

  mutating func subqueryCondition() -> String {
    // One level only: an inner query inside an inner query grows too fast to be enumerated.
    if isInSubquery || isUpdating { return "\(integer(1)) > 0" }
    if random.chance(20) {
      return random.chance(50)
        ? "size(\(collected())) \(random.pick([">", "="])) \(random.number(0...2))" : "\(anything(1)) IN \(collected())"
    }
    isInSubquery = true
    defer { isInSubquery = false }
    if random.chance(55) { return "\(random.chance(30) ? "NOT " : "")EXISTS { \(subqueryBody()) }" }
    return "COUNT { \(subqueryBody()) } \(random.pick([">", "=", "<="])) \(random.number(0...3))"
  }
}
