extension QueryMaker {
  /// A query that changes the graph; whatever order its rows come in, the graph is the same afterwards.
  mutating func updatingQuery() -> String {
    scope = []
    var lines = random.chance(85) ? readingClauses(random.number(1...2)) : []
    isUpdating = true
    defer { isUpdating = false }
    for _ in 0..<random.number(1...3) { lines.append(update()) }
    let goesOn = random.chance(30)
    if goesOn {
      lines.append("WITH count(*) AS total")
      scope = [Name(text: "total", kind: .integer)]
      if random.chance(60) { lines.append(match(isOptional: false)) }
    } else if isDeleting {
      scope = []
    }
    isDeleting = false
    if goesOn || random.chance(60) {
      lines.append(scope.isEmpty ? "RETURN count(*) AS c0" : returnClause(onlyValues: true))
    }
    return lines.joined(separator: "\n")
  }

  private mutating func update() -> String {
    if isDeleting {
      // What was deleted may not be read any more.
      return "CREATE (:A {i: 7})"
    }
    switch random.weighted([25, 20, 30, 10, 15, 6, 15]) {
    case 0: return create()
    case 1: return merge()
    case 2: if let text = set() { return text }
    case 3: if let text = remove() { return text }
    case 4: if let text = delete() { return text }
    case 6: if let text = changingCall() { return text }
    default: return "FOREACH (e IN \(random.pick(["[0, 1]", "[]", "range(1, 3)"])) | CREATE (:C {i: e}))"
    }
    return create()
  }

  mutating func createOrMerge() -> String { random.chance(50) ? create() : merge() }

  private mutating func create() -> String {
    if random.chance(35) { return "CREATE \(newNode())" }
    let start = createdNode()
    let relationship = random.chance(50) ? fresh("r") : ""
    let properties = random.chance(40) ? " {i: \(integer(1))}" : ""
    let end = createdNode()
    let box = "[\(relationship):\(random.pick(["R", "S", "T"]))\(properties)]"
    if !relationship.isEmpty { scope.append(Name(text: relationship, kind: .relationship)) }
    return "CREATE \(start)\(random.chance(50) ? "-\(box)->" : "<-\(box)-")\(end)"
  }

  private mutating func createdNode() -> String {
    if let node = names(.node).randomElement(using: &random), random.chance(45) {
      return "(\(node))"
    }
    return newNode()
  }

  private mutating func newNode() -> String {
    let text = "\(random.pick(["", ":A", ":B", ":A:C", ":N"])) {i: \(integer(1)), x: \(anything(0))}"
    guard random.chance(60) else { return "(\(text))" }
    let name = fresh("n")
    defer { scope.append(Name(text: name, kind: .node)) }
    return "(\(name)\(text))"
  }

  private mutating func merge() -> String {
    let known = names(.node)
    let value = "coalesce(\(integer(1)), 0)"
    let name = fresh("n")
    var pattern = "(\(name):\(random.pick(["A", "B", "M"])) {i: \(value)})"
    var isNew = true
    if let node = known.randomElement(using: &random), random.chance(60) {
      let type = random.pick(["R", "S", "M"])
      let arrow = random.chance(50) ? "-[:\(type)]->" : "<-[:\(type)]-"
      if let other = known.randomElement(using: &random), random.chance(50) {
        pattern = "(\(node))\(arrow)(\(other))"
        isNew = false
      } else {
        pattern = "(\(node))\(arrow)\(pattern)"
      }
    } else if random.chance(30) {
      pattern += "-[:R]->(:B)"
    }
    if isNew { scope.append(Name(text: name, kind: .node)) }
    guard isNew, random.chance(50) else { return "MERGE \(pattern)" }
    let created = random.chance(70) ? " ON CREATE SET \(name).k = 1" : ""
    let matched = random.chance(70) ? " ON MATCH SET \(name).k = coalesce(\(name).k, 0) + 1" : ""
    return "MERGE \(pattern)\(created)\(matched)"
  }

  /// One SET whose items do not get in each other's way: a counter, a constant for each key, labels.
  mutating func set() -> String? {
    let targets = names(.node, .relationship)
    guard !targets.isEmpty else { return nil }
    if random.chance(15) {
      let operation = random.pick(["=", "+="])
      return "SET \(random.pick(targets)) \(operation) \(random.pick(["{i: 5}", "{s: null, x: 'w'}", "{}"]))"
    }
    let constants = ["x": literal(), "s": random.pick(["'w'", "null"])]
    let items = (0..<random.number(1...3)).map { _ in
      let target = random.pick(targets)
      switch random.number(0...3) {
      case 0: return "\(target).i = coalesce(\(target).i, 0) + 1"
      case 1: return "\(target).f = \(target).l"
      case 2:
        if let node = names(.node).randomElement(using: &random) { return "\(node):\(random.pick(["A", "B", "N:C"]))" }
      default: break
      }
      let key = random.pick(["x", "s"])
      return "\(target).\(key) = \(constants[key] ?? "null")"
    }
    return "SET " + items.joined(separator: ", ")
  }

  mutating func remove() -> String? {
    guard let target = names(.node, .relationship).randomElement(using: &random) else { return nil }
    if let node = names(.node).randomElement(using: &random), random.chance(40) {
      return "REMOVE \(node):\(random.pick(["A", "B", "C:A"]))"
    }
    return "REMOVE \(target).\(random.pick(["i", "x", "s"]))"
  }

  private mutating func delete() -> String? {
    guard let target = names(.node, .relationship, .path).randomElement(using: &random) else { return nil }
    isDeleting = true
    let isDetaching = random.chance(75)
    return "\(isDetaching ? "DETACH " : "")DELETE \(target)"
  }
}
