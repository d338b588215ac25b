extension TextUpdate {
  /// What the graph says otherwise than the records, a phrase each: nothing where the text says what the graph says.
  public var differences: [String] {
    var found: [String] = []
    for id in Set(old.entities.keys).union(new.entities.keys).sorted() {
      let (before, after) = (old.entities[id], new.entities[id])
      if before?.fields != after?.fields || before?.text != after?.text { found.append("`\(id)`") }
    }
    for key in Set(old.relations.keys).union(new.relations.keys) where !Self.same(old.relations[key], new.relations[key]) {
      found.append("`\(key.subject) \(key.type) \(key.object)`")
    }
    for id in Set(old.sources.keys).union(new.sources.keys) where old.sources[id] != new.sources[id] {
      found.append("the source `\(id)`")
    }
    if !Self.same(old.observations, new.observations) { found.append("observations") }
    if !Self.same(old.verdicts, new.verdicts) { found.append("verdicts") }
    for id in Set(old.claims.keys).union(new.claims.keys) where old.claims[id] != new.claims[id] { found.append("the claim `\(id)`") }
    for key in Set(old.links.keys).union(new.links.keys) where !Self.same(old.links[key], new.links[key]) {
      found.append("`\(key.claim) \(key.kind) \(key.target)`")
    }
    return found.sorted()
  }

  /// Whether two lists hold the same, in whatever order.
  static func same(_ a: [StatedFields]?, _ b: [StatedFields]?) -> Bool {
    var rest = b ?? []
    for fields in a ?? [] {
      guard let at = rest.firstIndex(of: fields) else { return false }
      rest.remove(at: at)
    }
    return rest.isEmpty
  }
}
