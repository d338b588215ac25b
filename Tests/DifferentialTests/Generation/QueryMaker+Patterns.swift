extension QueryMaker {
  mutating func match(isOptional: Bool) -> String {
    let outer = scope
    reusable = names(.relationship)
    var left = random.pick([1, 1, 2, 2, 3, 4])
    let paths = (0..<random.pick([1, 1, 1, 2, 2, 3])).map { _ in path(&left, outer: outer) }
    let predicate = random.chance(50) ? " WHERE \(filter(2))" : ""
    // A way that may use a relationship again must have an end.
    let isBounded = !paths.contains { $0.contains("+") || $0.contains("*") || $0.contains("SHORTEST") }
    let mode = isBounded && random.chance(5) ? "REPEATABLE ELEMENTS " : ""
    return "\(isOptional ? "OPTIONAL MATCH" : "MATCH") \(mode)\(paths.joined(separator: ", "))\(predicate)"
  }

  /// A path of as many relationships as are left, or fewer; its new variables come into the scope.
  private mutating func path(_ left: inout Int, outer: [Name]) -> String {
    if random.chance(5) { return selectivePath(outer) }
    let count = min(left, random.pick([0, 1, 1, 1, 2, 2, 3]))
    left -= count
    var text = node(outer)
    for _ in 0..<count { text += (random.chance(8) ? group() : relationship(outer)) + node(outer) }
    if random.chance(8) {
      let isBounded = !text.contains("+") && !text.contains("*")
      text = random.pick(["ACYCLIC", "SIMPLE", "TRAIL"] + (isBounded ? ["WALK"] : [])) + " " + text
    }
    guard random.chance(20) else { return text }
    let name = fresh("p")
    scope.append(Name(text: name, kind: .path))
    return "\(name) = \(text)"
  }

  /// A path whose pattern keeps only its shortest matches. It has nothing between its ends that another could share.
  private mutating func selectivePath(_ outer: [Name]) -> String {
    let selector = random.pick(["ALL SHORTEST", "SHORTEST 1 GROUPS", "SHORTEST 2 GROUPS"])
    let link = random.chance(30) ? group() : arrow(random.pick(["", ":R", ":R|S"]) + random.pick(["*", "*1..3", "*0..2", "*2..3"]))
    let text = "\(selector) \(node(outer))\(link)\(node(outer))"
    let name = fresh("p")
    scope.append(Name(text: name, kind: .path))
    return "\(name) = \(text)"
  }

  /// A part that repeats, sometimes with another such part in it.
  private mutating func group() -> String {
    let (first, last, link) = (fresh("g"), fresh("g"), fresh("h"))
    let types = random.pick(["", ":R", ":S", ":R|T"])
    let condition = random.chance(30) ? " WHERE \(first).i <> \(last).i" : ""
    let turns = random.pick(["{1,2}", "{2}", "{0,2}", "+", "{1,3}", "*"])
    guard random.chance(25) else {
      scope.append(Name(text: link, kind: .relationships))
      return "((\(first))\(arrow(link + types))(\(last))\(condition))\(turns)"
    }
    let inner = "(()\(arrow(types))(\(random.pick(["", ":A", ":B"]))))\(random.pick(["{1,2}", "{0,1}", "+"]))"
    scope.append(Name(text: link, kind: .relationships))
    return "(\(inner)(\(first))\(arrow(link + random.pick(["", ":R", ":S"])))(\(last))\(condition))\(turns)"
  }

  mutating func node(_ outer: [Name]) -> String {
    let known = names(.node)
    if !known.isEmpty, random.chance(35) {
      return "(\(random.pick(known))\(random.chance(15) ? ":" + label() : ""))"
    }
    let name = random.chance(70) ? fresh("n") : ""
    var text = name
    if random.chance(35) { text += ":" + label() }
    if random.chance(12) { text += " \(propertyMap(outer))" }
    if !name.isEmpty { scope.append(Name(text: name, kind: .node)) }
    if !name.isEmpty, random.chance(6) { text += " WHERE \(comparison(of: name))" }
    return "(\(text))"
  }

  mutating func label() -> String {
    random.pick(["A", "B", "C", "A", "B", "A:B", "A|B", "!A", "A&!B", "D", "%"])
  }

  private mutating func propertyMap(_ outer: [Name]) -> String {
    let entry = random.pick(["i: 1", "i: 0", "s: 'u'", "x: 'u'", "x: 1", "i: null", "s: 'u', i: 1"])
    let nodes = outer.filter { $0.kind == .node }
    if let node = nodes.first, random.chance(20) { return "{i: \(node.text).i}" }
    return "{\(entry)}"
  }

  private mutating func relationship(_ outer: [Name]) -> String {
    var inner = ""
    let isRepeated = random.chance(18)
    if !isRepeated, !reusable.isEmpty, random.chance(12) {
      inner = reusable.removeLast()
    } else if random.chance(45) {
      inner = fresh("r")
      scope.append(Name(text: inner, kind: isRepeated ? .relationships : .relationship))
    }
    if random.chance(45) { inner += ":" + random.pick(["R", "S", "T", "R|S", "R", "S", "U"]) }
    if isRepeated { inner += random.pick(["*0..2", "*1..3", "*2", "*..2", "*0..1", "*0..3", "*1..2", "*0"]) }
    if random.chance(8) { inner += " \(propertyMap(outer))" }
    return arrow(inner)
  }

  mutating func arrow(_ inner: String) -> String {
    let box = inner.isEmpty && random.chance(50) ? "" : "[\(inner)]"
    switch random.number(0...2) {
    case 0: return "-\(box)->"
    case 1: return "<-\(box)-"
    default: return "-\(box)-"
    }
  }

  /// A pattern without new variables, to be used as a condition.
  mutating func patternPredicate() -> String? {
    guard let node = names(.node).randomElement(using: &random) else { return nil }
    let types = random.pick(["", ":R", ":S|T", ":R*1..2", ":T*0..1"])
    let end = names(.node).randomElement(using: &random).map { random.chance(35) ? $0 : "" } ?? ""
    let label = end.isEmpty && random.chance(40) ? ":" + random.pick(["A", "B"]) : ""
    return "(\(node))\(arrow(types))(\(end)\(label))"
  }

  /// A pattern comprehension.
  mutating func patternList() -> String {
    let outer = scope
    defer { scope = outer }
    guard let node = names(.node).randomElement(using: &random) else { return "[(n:A)-->(m) | n.i]" }
    let far = fresh("m")
    let link = fresh("q")
    scope += [Name(text: far, kind: .node), Name(text: link, kind: .relationship)]
    let types = random.pick(["", ":R", ":S", ":R|T"])
    let predicate = random.chance(50) ? " WHERE \(filter(1))" : ""
    return "[(\(node))\(arrow(link + types))(\(far))\(predicate) | \(anything(1))]"
  }
}
