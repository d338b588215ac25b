extension QueryMaker {
  /// A query that asks how many matches there are, or which ends they have, and little else: chains, stars, circles and
  /// parallel relationships, whose parts are counted and searched rather than matched one by one.
  mutating func countingQuery() -> String {
    scope = []
    let shape = random.pick([
      ["ab"], ["ab", "bc"], ["ab", "cb"], ["ab", "bc", "cd"], ["ab", "ac", "ad"], ["ab", "bc", "ac"], ["ab", "bc", "ca", "ad"],
      ["ab", "bc", "cd", "da"], ["ab", "bc", "cd"], ["ab", "bc", "cd", "de"], ["ab", "ab"], ["ab", "ab", "bc"], ["aa", "ab"], ["ab", "cd"], ["ab", "bc", "ab"],
    ])
    let repeated = random.chance(25) ? random.number(0...shape.count - 1) : nil
    let paths = shape.enumerated().map { at, ends in
      let (from, to) = (ends.prefix(1), ends.suffix(1))
      return end(String(from)) + step(isRepeated: at == repeated) + end(String(to))
    }
    let nodes = Set(shape.joined()).sorted().map(String.init)
    let one = random.chance(40) ? nodes[nodes.count - 1] : random.pick(nodes)
    let other = random.pick(nodes)
    let predicate = random.chance(25) ? " WHERE \(one).i = \(random.number(0...2))" : ""
    let result = random.pick([
      "count(*) AS c", "count(*) AS c", "count(\(one)) AS c", "count(DISTINCT \(one)) AS c", "DISTINCT \(one).i AS c",
      "\(one).i AS c, count(*) AS d", "count(\(one).i) AS c, count(DISTINCT \(other)) AS d", "max(\(one).i) AS c",
      "\(one).s AS c, count(DISTINCT \(other)) AS d", "count(\(one).i) AS c, count(*) AS d",
    ])
    return "MATCH \(paths.joined(separator: ", "))\(predicate)\nRETURN \(result)"
  }

  private mutating func end(_ name: String) -> String {
    "(\(name)\(random.chance(25) ? ":" + random.pick(["A", "B", "A:B", "A|B", "!A"]) : ""))"
  }

  private mutating func step(isRepeated: Bool) -> String {
    let types = random.pick(["", ":R", ":R", ":S", ":R|S", ":T"])
    return arrow(types + (isRepeated ? random.pick(["*1..3", "*0..2", "*..2", "*2", "*1..1"]) : ""))
  }
}
