import GraphModel

/// The keys of what says since when something is known, and of what changes where only part of it is.
struct SourcingKeys {
  let status: PropertyKeyID?
  let note: PropertyKeyID?
  let asOf: PropertyKeyID?
  let startAsOf: PropertyKeyID?
  let endAsOf: PropertyKeyID?
  let generalKnowledge: PropertyKeyID?
  let startSource: PropertyKeyID?
  /// The keys of an end.
  let ofEnd: Set<PropertyKeyID>
  /// The keys of the first source.
  let ofStart: Set<PropertyKeyID>
  /// Of a key of the source the one of the first source, which stands for it while nobody knew of another.
  let first: [PropertyKeyID: PropertyKeyID]

  init(of graph: any GraphReader) {
    func key(_ name: String) -> PropertyKeyID? { graph.propertyKey(named: name) }
    let names = ["source", "as_of", "confidence"]
    status = key("status")
    note = key("note")
    asOf = key("as_of")
    startAsOf = key("start_as_of")
    endAsOf = key("end_as_of")
    generalKnowledge = key("general_knowledge")
    startSource = key("start_source")
    ofEnd = Set((["end"] + names.map { "end_" + $0 }).compactMap(key))
    ofStart = Set(names.compactMap { key("start_" + $0) })
    var first: [PropertyKeyID: PropertyKeyID] = [:]
    for name in names {
      if let own = key(name), let other = key("start_" + name) { first[own] = other }
    }
    self.first = first
  }

  /// The keys that relationships may show otherwise.
  var ofRelationships: Set<PropertyKeyID> {
    if startAsOf == nil, endAsOf == nil { return [] }
    return ofEnd.union(ofStart).union(first.keys).union([status, note, generalKnowledge].compactMap { $0 })
  }

  /// The keys that things may show otherwise.
  var ofThings: Set<PropertyKeyID> { Set([status, note].compactMap { $0 }) }
}
