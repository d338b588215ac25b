extension Printer {
  mutating func print(_ path: PathPattern) {
    if let name = path.variable {
      variable(name.text)
      write(" = ")
    }
    switch path.selector {
    case .shortestPath?, .allShortestPaths?:
      write(path.selector == .shortestPath ? "shortestPath(" : "allShortestPaths(")
      for element in path.elements { print(element) }
      write(")")
    default:
      if let selector = path.selector { write(Self.words(of: selector) + " ") }
      if let mode = path.mode { write("\(mode.rawValue) ") }
      for element in path.elements { print(element) }
    }
  }

  private static func words(of selector: PathSelector) -> String {
    switch selector {
    case .shortestPath: "shortestPath"
    case .allShortestPaths: "allShortestPaths"
    case .all: "ALL"
    case .any(let count): count == 1 ? "ANY" : "ANY \(count)"
    case .shortest(let count): count == 1 ? "ANY SHORTEST" : "SHORTEST \(count)"
    case .allShortest: "ALL SHORTEST"
    case .shortestGroups(let count): "SHORTEST \(count) GROUPS"
    }
  }

  private mutating func print(_ element: PatternElement) {
    switch element {
    case .node(let node): print(node)
    case .relationship(let relationship): print(relationship)
    case .group(let group):
      write("(")
      print(group.path)
      predicate(group.predicate)
      write(")")
      if let quantifier = group.quantifier { print(quantifier) }
    }
  }

  private mutating func print(_ node: NodePattern) {
    write("(")
    if let name = node.variable { variable(name.text) }
    if let labels = node.labels { self.labels(labels) }
    properties(node.properties, needsSpace: node.variable != nil || node.labels != nil)
    predicate(node.predicate)
    write(")")
  }

  private mutating func print(_ relationship: RelationshipPattern) {
    write(relationship.direction == .incoming ? "<-" : "-")
    let isPlain =
      relationship.variable == nil && relationship.types == nil && relationship.length == nil
      && relationship.properties == nil && relationship.predicate == nil
    if !isPlain {
      write("[")
      if let name = relationship.variable { variable(name.text) }
      if let types = relationship.types {
        write(":")
        print(types)
      }
      if let length = relationship.length { print(length) }
      let needsSpace = relationship.variable != nil || relationship.types != nil || relationship.length != nil
      properties(relationship.properties, needsSpace: needsSpace)
      predicate(relationship.predicate)
      write("]")
    }
    write(relationship.direction == .outgoing ? "->" : "-")
    if let quantifier = relationship.quantifier { print(quantifier) }
  }

  private mutating func properties(_ properties: Expression?, needsSpace: Bool) {
    guard let properties else { return }
    if needsSpace { write(" ") }
    print(properties)
  }

  private mutating func print(_ length: VariableLength) {
    switch (length.lower, length.upper) {
    case (nil, nil): write("*")
    case (let lower?, let upper?): write(lower == upper ? "*\(lower)" : "*\(lower)..\(upper)")
    case (let lower?, nil): write("*\(lower)..")
    case (nil, let upper?): write("*..\(upper)")
    }
  }

  private mutating func print(_ quantifier: PathQuantifier) {
    switch (quantifier.lower, quantifier.upper) {
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (let lower, nil): write("{\(lower),}")
    case (let lower, let upper?): write(lower == upper ? "{\(lower)}" : "{\(lower),\(upper)}")
    }
  }

  // MARK: Labels

  /// A colon and what follows it; a plain conjunction as `:A:B`.
  mutating func labels(_ labels: LabelExpression) {
    if let names = labels.conjoinedNames {
      for label in names {
        write(":")
        name(label)
      }
    } else {
      write(":")
      print(labels, isFactor: barEndsExpression)
    }
  }

  /// A condition on labels; as a factor it is put in brackets unless it is a single name.
  mutating func print(_ labels: LabelExpression, isFactor: Bool = false) {
    switch labels {
    case .name(let label): name(label)
    case .any: write("%")
    case .computed(let names, let matchesAny):
      write(matchesAny ? "$any(" : "$(")
      within(bar: false) { $0.print(names) }
      write(")")
    case .not(let part):
      write("!")
      print(part, isFactor: true)
    case .and(let parts):
      if isFactor { write("(") }
      list(parts, separator: "&") { $0.print($1, isFactor: true) }
      if isFactor { write(")") }
    case .or(let parts):
      if isFactor { write("(") }
      list(parts, separator: "|") { printer, part in
        if case .or = part { printer.print(part, isFactor: true) } else { printer.print(part) }
      }
      if isFactor { write(")") }
    }
  }
}
