/// Queries with NEXT and WHEN.
extension QueryMaker {
  /// `query NEXT query`: the names that the first returns are all that the second sees.
  mutating func sequence() -> String {
    scope = []
    var stages: [String] = []
    for _ in 0..<random.number(1...2) {
      let start = stages.isEmpty ? readingClauses(random.number(1...2)) : random.chance(50) ? [match(isOptional: false)] : []
      let columns = (0..<random.number(1...2)).map { _ in (projectable(), fresh("v")) }
      let text = "RETURN \(columns.map { "\($0.0.text) AS \($0.1)" }.joined(separator: ", "))"
      stages.append((start + [text]).joined(separator: "\n"))
      scope = columns.map { Name(text: $0.1, kind: $0.0.kind) }
    }
    stages.append(lastStage())
    return stages.joined(separator: "\nNEXT\n")
  }

  private mutating func lastStage() -> String {
    let outer = scope
    func part(_ maker: inout QueryMaker) -> String {
      maker.scope = outer
      let start = maker.random.chance(50) ? maker.match(isOptional: false) + " " : ""
      let item = maker.random.chance(30) ? "count(*)" : maker.anything(1)
      return "\(start)RETURN \(item) AS c0"
    }
    switch random.number(0...3) {
    case 0: return part(&self) + random.pick(["\nUNION\n", "\nUNION ALL\n"]) + part(&self)
    case 1, 2:
      var text = ""
      for _ in 0..<random.pick([1, 1, 2]) {
        scope = outer
        text += "WHEN \(condition(1)) THEN { \(part(&self)) } "
      }
      if random.chance(60) { text += "ELSE { \(part(&self)) }" }
      return text
    default: return part(&self)
    }
  }
}
