import GraphModel

/// Makes small graphs with loops, parallel relationships, missing properties, and properties of mixed types.
struct GraphMaker {
  static let labels = ["A", "B", "C"]
  static let types = ["R", "S", "T"]
  /// Values that sort and compare across types. No float equals an integer, so that it does not matter which of two
  /// equal values DISTINCT keeps.
  static let mixed: [Value] = [
    .integer(0), .integer(1), .integer(2), .float(0.31), .float(1.618), .float(-2.71), .string("u"), .string("v"),
    .string("uv"), .string(""), .boolean(true), .boolean(false), .list([.integer(1), .string("u")]), .list([]),
  ]
  static let strings = ["", "u", "v", "uv", "vu", "Uv"]

  var random: SeededRandom

  mutating func graph() -> ReferenceGraph {
    var graph = ReferenceGraph()
    addGraph(to: &graph)
    return graph
  }

  /// Many small graphs in one, of few kinds.
  mutating func graphs(_ count: Int, kinds: Int) -> ReferenceGraph {
    let seeds = (0..<kinds).map { _ in random.next() }
    var graph = ReferenceGraph()
    for _ in 0..<count {
      var maker = GraphMaker(random: SeededRandom(random.pick(seeds)))
      maker.addGraph(to: &graph)
    }
    return graph
  }

  private mutating func addGraph(to graph: inout ReferenceGraph) {
    var nodes: [NodeID] = []
    for _ in 0..<random.number(2...8) {
      var labels: Set<String> = []
      for label in Self.labels where random.chance(40) { labels.insert(label) }
      nodes.append(graph.add(ReferenceGraph.Node(labels: labels, properties: properties())))
    }
    let isSparse = random.chance(30)
    for _ in 0..<random.number(0...(isSparse ? 4 : 14)) {
      let start = random.pick(nodes)
      let end = random.chance(12) ? start : random.pick(nodes)
      _ = graph.add(
        ReferenceGraph.Relationship(
          type: random.pick(Self.types), start: start, end: end, properties: random.chance(60) ? properties() : [:]))
    }
  }

  /// `i` holds integers, `f` floats, `s` strings, `x` anything, `l` lists of integers; each may be missing.
  private mutating func properties() -> [String: Value] {
    var properties: [String: Value] = [:]
    if random.chance(65) { properties["i"] = .integer(Int64(random.number(-1...3))) }
    if random.chance(30) { properties["f"] = .float(random.pick([0.31, 1.618, -2.71])) }
    if random.chance(45) { properties["s"] = .string(random.pick(Self.strings)) }
    if random.chance(55) { properties["x"] = random.pick(Self.mixed) }
    if random.chance(30) {
      properties["l"] = .list((0..<random.number(0...3)).map { _ in .integer(Int64(random.number(0...3))) })
    }
    return properties
  }
}
