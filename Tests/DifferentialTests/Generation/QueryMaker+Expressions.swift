extension QueryMaker {
  /// A node or relationship that has properties.
  private mutating func holder() -> String? { names(.node, .relationship).randomElement(using: &random) }

  // MARK: Conditions

  /// The condition of a WHERE.
  mutating func filter(_ depth: Int) -> String {
    let outer = isInWhere
    isInWhere = true
    defer { isInWhere = outer }
    return condition(depth)
  }

  /// A condition, which may be unknown.
  mutating func condition(_ depth: Int) -> String {
    if depth > 0 {
      switch random.number(0...13) {
      case 0: return "NOT (\(condition(depth - 1)))"
      case 1, 2: return "(\(condition(depth - 1)) AND \(condition(depth - 1)))"
      case 3, 4: return "(\(condition(depth - 1)) OR \(condition(depth - 1)))"
      case 5: return "(\(condition(depth - 1)) XOR \(condition(depth - 1)))"
      case 5 where random.chance(40):
        return "allReduce(t = \(random.number(0...1)), e IN \(integers()) | t + e, t \(random.pick(["<", "<>"])) \(random.number(1...4)))"
      case 6: return "(\(value { $0.condition(depth - 1) })) IS NOT NULL"
      case 7: return quantifier(depth - 1)
      case 8: return subqueryCondition()
      default: break
      }
    }
    return simpleCondition()
  }

  /// Makes what is used as a value, where a pattern cannot stand.
  private mutating func value(_ make: (inout QueryMaker) -> String) -> String {
    let outer = isInWhere
    isInWhere = false
    defer { isInWhere = outer }
    return make(&self)
  }

  private mutating func simpleCondition() -> String {
    switch random.weighted([30, 10, 8, 8, 10, 8, 6, 3, 8, 6]) {
    case 0: if let holder = holder() { return comparison(of: holder) }
    case 1: if let node = names(.node).randomElement(using: &random) { return "(\(node):\(label()))" }
    case 2: if isInWhere, let pattern = patternPredicate() { return random.chance(30) ? "NOT \(pattern)" : pattern }
    case 3:
      let nodes = names(.node).shuffled(using: &random)
      if nodes.count > 1, random.chance(30) { return "\(nodes[0]) IN [\(nodes[1]), null, \(nodes[nodes.count - 1])]" }
      if nodes.count > 1 { return "\(nodes[0]) \(random.pick(["=", "<>"])) \(nodes[1])" }
    case 4: return "\(anything(1)) \(random.pick(["=", "<>", "<", "<=", ">", ">="])) \(anything(1))"
    case 5: return "\(anything(1)) IN \(list(1))"
    case 6:
      let (first, second) = (random.pick(["<", "<="]), random.pick(["<", "<=", "="]))
      return "\(integer(1)) \(first) \(integer(1)) \(second) \(integer(1))"
    case 7: return random.pick(["true", "false", "null"])
    case 8:
      let relationships = names(.relationship).shuffled(using: &random)
      if let relationship = relationships.first, random.chance(50) { return "type(\(relationship)) = 'R'" }
      if relationships.count > 1 { return "\(relationships[0]) <> \(relationships[1])" }
    default:
      guard let bag = names(.bag).randomElement(using: &random) else { break }
      if let node = names(.node).randomElement(using: &random), random.chance(50) { return "\(node) IN \(bag)" }
      return "\(anything(1)) IN \(bag)"
    }
    return "\(integer(1)) \(random.pick(["=", "<>", "<", ">="])) \(integer(1))"
  }

  /// A condition on the properties of one thing.
  mutating func comparison(of holder: String) -> String {
    switch random.number(0...8) {
    case 0: return "\(holder).\(random.pick(["i", "s", "x", "f"])) IS NULL"
    case 1: return "\(holder).\(random.pick(["i", "s", "x"])) IS NOT NULL"
    case 2:
      let test = random.pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])
      return "\(holder).s \(test) '\(random.pick(["", "u", "v"]))'"
    case 3: return "\(holder).i IN \(random.pick(["[0, 1]", "[1, null]", "[]", "[2, 'u']"]))"
    case 4: return "\(holder).x \(random.pick(["=", "<>", "<", ">"])) \(literal())"
    case 5: return "\(holder).x \(random.pick(["CONTAINS", "STARTS WITH"])) 'u'"
    case 6: return "\(holder).s = '\(random.pick(["u", "v", "uv"]))'"
    default: return "\(holder).i \(random.pick(["=", "<>", "<", "<=", ">", ">="])) \(random.number(0...2))"
    }
  }

  private mutating func quantifier(_ depth: Int) -> String {
    let kind = random.pick(["any", "all", "none", "single"])
    let outer = scope
    defer { scope = outer }
    let (paths, lists) = (names(.path), names(.relationships))
    let name = fresh("k")
    if let list = lists.randomElement(using: &random), random.chance(50) {
      scope.append(Name(text: name, kind: .relationship))
      return "\(kind)(\(name) IN \(list) WHERE \(comparison(of: name)))"
    }
    if let path = paths.randomElement(using: &random), random.chance(70) {
      let isNode = random.chance(50)
      scope.append(Name(text: name, kind: isNode ? .node : .relationship))
      return "\(kind)(\(name) IN \(isNode ? "nodes" : "relationships")(\(path)) WHERE \(comparison(of: name)))"
    }
    let list = random.chance(50) ? random.pick(["[0, 1, null]", "[1, 2, 3]", "[]", "[null]"]) : integers()
    scope.append(Name(text: name, kind: .integer))
    return "\(kind)(\(name) IN \(list) WHERE \(condition(min(depth, 1))))"
  }

  // MARK: Values

  mutating func literal() -> String {
    random.pick([
      "null", "true", "false", "0", "1", "2", "0.31", "1.618", "-2.71", "'u'", "'uv'", "''", "[1, 'u']", "[]",
    ])
  }

  /// An integer or null.
  mutating func integer(_ depth: Int) -> String {
    if depth > 0 {
      switch random.number(0...13) {
      case 0: return "\(integer(depth - 1)) \(random.pick(["+", "-", "*"])) (\(integer(depth - 1)))"
      case 1: return "(\(integer(depth - 1))) \(random.pick(["%", "/"])) \(random.number(1...3))"
      case 2: return "CASE WHEN \(condition(depth - 1)) THEN \(integer(depth - 1)) ELSE \(integer(depth - 1)) END"
      case 3: return "CASE \(integer(depth - 1)) WHEN 0 THEN 1 WHEN 1 THEN \(integer(depth - 1)) END"
      case 4: return "coalesce(\(integer(depth - 1)), \(random.number(0...2)))"
      case 5: return "size(\(list(depth - 1)))"
      case 6: return "reduce(t = 0, e IN \(integers()) | t + e)"
      case 7 where !isUpdating: return "size(\(patternList()))"
      case 8: return "-(\(integer(depth - 1)))"
      default: break
      }
    }
    if let path = names(.path).randomElement(using: &random), random.chance(30) { return "length(\(path))" }
    if let name = names(.integer).randomElement(using: &random), random.chance(40) { return name }
    if let bag = names(.bag).randomElement(using: &random), random.chance(30) { return "size(\(bag))" }
    if let holder = holder(), random.chance(75) { return "\(holder).i" }
    return random.pick(["0", "1", "2", "3", "-1", "null"])
  }

  /// A number that may be summed.
  mutating func number() -> String {
    if let holder = holder(), random.chance(40) { return "\(holder).f" }
    return integer(1)
  }

  /// A value of any type but a node, relationship or path, so that it can be compared after a change of the graph.
  mutating func anything(_ depth: Int) -> String {
    switch random.weighted([25, 20, 10, 10, depth > 0 ? 8 : 0, 8]) {
    case 0: if let holder = holder() { return "\(holder).\(random.pick(["x", "x", "s", "f", "l"]))" }
    case 1: return integer(depth)
    case 2: if let name = names(.any).randomElement(using: &random) { return name }
    case 3: return literal()
    case 4: return "CASE WHEN \(condition(depth - 1)) THEN \(anything(depth - 1)) ELSE \(anything(depth - 1)) END"
    default: if let relationship = names(.relationship).randomElement(using: &random) { return "type(\(relationship))" }
    }
    return literal()
  }

  /// A list of integers and nulls in a definite order; or null.
  private mutating func integers() -> String {
    if let holder = holder(), random.chance(50) { return "\(holder).l" }
    return random.pick(["[1, 2]", "range(0, 2)", "[]", "[3, null, 1]", "range(1, 3)"])
  }

  /// A list in a definite order; or null.
  mutating func list(_ depth: Int) -> String {
    switch random.weighted([20, 15, depth > 0 ? 15 : 0, depth > 0 ? 8 : 0, depth > 0 ? 8 : 0, 8, 8]) {
    case 0: return integers()
    case 1: return "[\(anything(0)), \(anything(0))]"
    case 2:
      let source = integers()
      let name = fresh("e")
      let outer = scope
      defer { scope = outer }
      scope.append(Name(text: name, kind: .integer))
      let predicate = random.chance(50) ? " WHERE \(condition(0))" : ""
      return "[\(name) IN \(source)\(predicate) | \(anything(0))]"
    case 3: return "\(random.pick(["tail", "reverse"]))(\(list(depth - 1)))"
    case 4: return "(\(list(depth - 1)))[\(random.pick(["1..", "..1", "0..2", "-1..", "..-1"]))]"
    case 5: if let node = names(.node).randomElement(using: &random) { return "labels(\(node))" }
    default: if let name = names(.list).randomElement(using: &random) { return name }
    }
    return "[\(integer(0)), \(literal())]"
  }

  /// Functions that make something else of an entity.
  mutating func mapOrFunction() -> String {
    let node = names(.node).randomElement(using: &random)
    let relationship = names(.relationship).randomElement(using: &random)
    if let relationship, random.chance(50) {
      return "\(random.pick(["startNode", "endNode"]))(\(relationship)).\(random.pick(["i", "x"]))"
    }
    if let node {
      return random.pick([
        "keys(\(node))", "properties(\(node))", "{a: \(node).i, b: \(anything(0))}", "head(labels(\(node)))",
        "toUpper(\(node).s)", "abs(\(node).i)", "\(node).l[0]", "toString(\(node).i)",
      ])
    }
    return "{a: \(anything(0))}.a"
  }
}
