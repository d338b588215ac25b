/// A random query.
struct GeneratedQuery {
  var text: String
  var writes: Bool
}

/// What a variable of a generated query holds.
enum NameKind: Hashable {
  case node, relationship, path, integer, any
  /// A list in a definite order; of nodes, of relationships, of anything.
  case nodes, relationships, list
  /// A list whose order depends on the order of rows: only its contents may be looked at.
  case bag

  var isEntity: Bool {
    switch self {
    case .node, .relationship, .path, .nodes, .relationships: true
    case .integer, .any, .list, .bag: false
    }
  }
}

/// Makes queries that openCypher gives exactly one answer, up to the order of rows: no LIMIT without a total order, no
/// answer that depends on the order of rows, no operation that fails on some values and might be left out on others.
///
/// The text is made clause by clause; the maker knows which variables are visible and what they hold.
struct QueryMaker {
  struct Name: Hashable {
    var text: String
    var kind: NameKind
  }

  var random: SeededRandom
  var scope: [Name] = []
  /// Relationship variables of earlier clauses that the current MATCH may name once more.
  var reusable: [String] = []
  /// Whether the inside of EXISTS or COUNT is being made.
  var isInSubquery = false
  /// Whether the query that is being made has deleted something.
  var isDeleting = false
  /// Whether the query has begun to change the graph. From then on no expression looks into the graph, where it would
  /// see what other rows made, and no answer holds nodes or relationships, which may be new.
  var isUpdating = false
  /// Whether a pattern may stand as a condition: in WHERE only.
  var isInWhere = false
  private var counter = 0

  init(_ random: SeededRandom) { self.random = random }

  mutating func fresh(_ prefix: String) -> String {
    counter += 1
    return "\(prefix)\(counter)"
  }

  func names(_ kinds: NameKind...) -> [String] { scope.filter { kinds.contains($0.kind) }.map(\.text) }

  // MARK: Queries

  mutating func query() -> GeneratedQuery {
    if random.chance(25) { return GeneratedQuery(text: updatingQuery(), writes: true) }
    if random.chance(20) { return GeneratedQuery(text: countingQuery(), writes: false) }
    if random.chance(10) {
      let width = random.number(1...3)
      let joiner = random.chance(50) ? "UNION" : "UNION ALL"
      let parts = (0..<random.number(2...3)).map { _ in readingQuery(unionWidth: width) }
      return GeneratedQuery(text: parts.joined(separator: "\n\(joiner)\n"), writes: false)
    }
    if random.chance(6) { return GeneratedQuery(text: sequence(), writes: false) }
    return GeneratedQuery(text: readingQuery(unionWidth: nil), writes: false)
  }

  private mutating func readingQuery(unionWidth: Int?) -> String {
    scope = []
    var lines = readingClauses(random.number(1...(unionWidth == nil ? 4 : 2)))
    if let unionWidth {
      let items = (0..<unionWidth).map { "\(projectable().text) AS c\($0)" }
      lines.append("RETURN " + items.joined(separator: ", "))
    } else {
      lines.append(returnClause())
    }
    return lines.joined(separator: "\n")
  }

  mutating func readingClauses(_ count: Int) -> [String] {
    (0..<count).map { at in
      switch random.weighted(at == 0 ? [70, 12, 0, 12, 0] : [35, 20, 30, 12, 8]) {
      case 0: match(isOptional: false)
      case 1: match(isOptional: true)
      case 2: withClause()
      case 3: unwind()
      default: callSubquery()
      }
    }
  }

  mutating func unwind() -> String {
    let (text, kind) = unwindable()
    let name = fresh("u")
    scope.append(Name(text: name, kind: kind))
    return "UNWIND \(text) AS \(name)"
  }

  private mutating func unwindable() -> (String, NameKind) {
    let paths = names(.path)
    let nodes = names(.nodes)
    let relationships = names(.relationships)
    switch random.weighted([3, 3, 3, paths.isEmpty ? 0 : 3, nodes.isEmpty ? 0 : 3, relationships.isEmpty ? 0 : 3]) {
    case 0: return (random.pick(["[1, 2, 2]", "[0, 1, null]", "range(0, 2)", "[3]", "[]", "null"]), .integer)
    case 1: return (list(1), .any)
    case 2: return (random.pick(["['u', 1, null]", "[true, 0.31, 'v', 'v']", "[[], [1, 'u'], null]"]), .any)
    case 3:
      let path = random.pick(paths)
      return random.chance(50) ? ("nodes(\(path))", .node) : ("relationships(\(path))", .relationship)
    case 4: return (random.pick(nodes), .node)
    default: return (random.pick(relationships), .relationship)
    }
  }

  // MARK: WITH and RETURN

  /// An expression as an item of a projection, and what it holds.
  mutating func projectable() -> Name {
    switch random.weighted([scope.isEmpty ? 0 : 40, 20, 15, 12, 8, 8, isInSubquery || isUpdating ? 0 : 3]) {
    case 0:
      let plain = scope.filter { $0.kind != .bag }
      return plain.isEmpty ? Name(text: integer(1), kind: .integer) : random.pick(plain)
    case 1: return Name(text: anything(2), kind: .any)
    case 2: return Name(text: integer(2), kind: .integer)
    case 3: return Name(text: condition(2), kind: .any)
    case 4: return Name(text: list(2), kind: .list)
    case 5: return Name(text: mapOrFunction(), kind: .any)
    default: return Name(text: "size(\(collected()))", kind: .integer)
    }
  }

  /// An aggregating expression. It gives a bag where the order of rows shows.
  mutating func aggregate() -> Name {
    let distinct = random.chance(30) ? "DISTINCT " : ""
    switch random.weighted([20, 20, 12, 8, 8, 8, 16]) {
    case 0: return Name(text: random.chance(20) ? "count(*) + 1" : "count(*)", kind: .integer)
    case 1: return Name(text: "count(\(distinct)\(projectable().text))", kind: .integer)
    case 2: return Name(text: "sum(\(distinct)\(number()))", kind: .any)
    case 3: return Name(text: "avg(\(distinct)\(number()))", kind: .any)
    case 4: return Name(text: "min(\(anything(1)))", kind: .any)
    case 5: return Name(text: "max(\(anything(1)))", kind: .any)
    default:
      let inside = random.chance(50) && !isUpdating ? projectable().text : anything(1)
      if random.chance(30) { return Name(text: "size(collect(\(distinct)\(inside)))", kind: .integer) }
      return Name(text: "collect(\(distinct)\(inside))", kind: .bag)
    }
  }

  mutating func withClause() -> String {
    var items: [(text: String, name: Name)] = []
    let isGrouping = random.chance(40)
    for name in scope where random.chance(isGrouping ? 35 : 75) && (name.kind != .bag || !isGrouping) {
      items.append((name.text, name))
    }
    if random.chance(isGrouping ? 40 : 60) || items.isEmpty { items.append(aliased(projectable())) }
    if isGrouping { for _ in 0..<random.number(1...2) { items.append(aliased(aggregate())) } }
    let hasBag = items.contains { $0.name.kind == .bag }
    let distinct = !hasBag && random.chance(25) ? "DISTINCT " : ""
    let before = scope
    scope = items.map(\.name)
    let order = hasBag || !random.chance(30) ? "" : order(hidden: distinct.isEmpty && !isGrouping ? before : [])
    let predicate = random.chance(30) ? " WHERE \(filter(2))" : ""
    return "WITH \(distinct)\(items.map(\.text).joined(separator: ", "))\(order)\(predicate)"
  }

  private mutating func aliased(_ item: Name) -> (text: String, name: Name) {
    let alias = fresh("v")
    return ("\(item.text) AS \(alias)", Name(text: alias, kind: item.kind))
  }

  mutating func returnClause(onlyValues: Bool = false) -> String {
    let isGrouping = random.chance(30)
    var items: [Name] = []
    for _ in 0..<random.number(isGrouping ? 0...2 : 1...4) {
      items.append(onlyValues ? Name(text: anything(2), kind: .any) : projectable())
    }
    if isGrouping { for _ in 0..<random.number(1...2) { items.append(aggregate()) } }
    if !isGrouping, !onlyValues, random.chance(12) { items.append(Name(text: patternList(), kind: .bag)) }
    if !onlyValues, !isGrouping, let bag = scope.first(where: { $0.kind == .bag }) { items.append(bag) }
    let hasBag = items.contains { $0.kind == .bag }
    let distinct = !hasBag && random.chance(25) ? "DISTINCT " : ""
    let named = items.enumerated().map { at, item in
      Name(text: (item.kind == .bag ? "bag" : "c") + String(at), kind: item.kind)
    }
    let text = zip(items, named).map { "\($0.text) AS \($1.text)" }.joined(separator: ", ")
    let before = scope
    scope = named
    let order =
      hasBag || onlyValues || !random.chance(40)
      ? "" : order(hidden: distinct.isEmpty && !isGrouping ? before : [])
    return "RETURN \(distinct)\(text)\(order)"
  }

  /// ORDER BY everything that is projected, so that rows which tie are the same; SKIP and LIMIT only behind it.
  private mutating func order(hidden: [Name]) -> String {
    var keys = scope.shuffled(using: &random).map(\.text)
    let nodes = hidden.filter { $0.kind == .node }
    if let node = nodes.first, random.chance(30) { keys.insert("\(node.text).\(random.pick(["i", "s", "x"]))", at: 0) }
    let items = keys.map { $0 + random.pick(["", "", " DESC", " ASC"]) }
    var text = " ORDER BY " + items.joined(separator: ", ")
    if random.chance(35) { text += " SKIP \(random.number(0...3))" }
    if random.chance(50) { text += " LIMIT \(random.number(0...6))" }
    return text
  }
}
