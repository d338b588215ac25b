public import GraphModel

extension SQLiteGraph {
  public func hasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    try checkReadable()
    if let all = try mergedNodes(nodes.count) {
      let has = all.labelSets.sets(with: label)
      return try nodes.map { node throws(StoreError) in has[try all.number(node.place)] }
    }
    guard let base = try base else { return try rowHasLabel(label, nodes) }
    let has = base.labelSets.sets(with: label)
    return try merged(
      nodes, base, inBase: { node throws(StoreError) in has[try base.number(node)] },
      rows: { rows throws(StoreError) in try rowHasLabel(label, rows) })
  }

  func rowHasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    var has: [Bool] = []
    has.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in has.append(try record?.hasLabel(label) ?? false) }
    return has
  }

  public func labels(of nodes: [NodeID]) throws(StoreError) -> [[LabelID]] {
    try checkReadable()
    if let all = try mergedNodes(nodes.count) {
      return try nodes.map { node throws(StoreError) in try all.labels(node.place) }
    }
    guard let base = try base else { return try rowLabels(nodes) }
    return try merged(
      nodes, base, inBase: { node throws(StoreError) in base.directory.labelSets[try base.number(node)] },
      rows: { rows throws(StoreError) in try rowLabels(rows) })
  }

  private func rowLabels(_ nodes: [NodeID]) throws(StoreError) -> [[LabelID]] {
    var labels: [[LabelID]] = []
    labels.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in labels.append(try record?.labels() ?? []) }
    return labels
  }

  public func exist(_ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    try checkReadable()
    if let all = try mergedNodes(nodes.count) {
      return try nodes.map { node throws(StoreError) in try all.number(node.place) != 0 }
    }
    guard let base = try base else { return try rowExists(nodes) }
    return try merged(
      nodes, base, inBase: { node throws(StoreError) in try base.number(node) != 0 },
      rows: { rows throws(StoreError) in try rowExists(rows) })
  }

  private func rowExists(_ nodes: [NodeID]) throws(StoreError) -> [Bool] {
    var exist: [Bool] = []
    exist.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in exist.append(record != nil) }
    return exist
  }

  // MARK: Properties

  public func property(_ key: PropertyKeyID, of nodes: [NodeID]) throws(StoreError) -> Column {
    try checkReadable()
    if let all = try mergedNodes(nodes.count) {
      return try all.columns.column(key)?.gather(nodes, workers: workers) ?? .values(Array(filledWith: .null, count: nodes.count))
    }
    guard let base = try base else { return .narrowest(try rowProperty(key, nodes)) }
    let places = try rowPlaces(nodes, base)
    let column = try base.column(key, ofNodes: true)?.gather(nodes, workers: workers) ?? .values(Array(filledWith: .null, count: nodes.count))
    guard !places.isEmpty else { return column }
    return column.patched(places, try rowProperty(key, places.map { nodes[$0] }))
  }

  private func rowProperty(_ key: PropertyKeyID, _ nodes: [NodeID]) throws(StoreError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    try eachRecord(of: nodes) { record throws(StoreError) in
      try record?.skipLabels()
      values.append(try record?.property(key) ?? .null)
    }
    return values
  }

  public func property(_ key: PropertyKeyID, of relationships: [RelationshipID]) throws(StoreError) -> Column {
    try checkReadable()
    if let all = try mergedRelationships(relationships.count) {
      return try all.column(key)?.gather(relationships, workers: workers)
        ?? .values(Array(filledWith: .null, count: relationships.count))
    }
    guard let base = try base else { return .narrowest(try rowProperty(key, relationships)) }
    let places = try rowPlaces(relationships, base)
    let column =
      try base.column(key, ofNodes: false)?.gather(relationships, workers: workers)
      ?? .values(Array(filledWith: .null, count: relationships.count))
    guard !places.isEmpty else { return column }
    return column.patched(places, try rowProperty(key, places.map { relationships[$0] }))
  }

  private func rowProperty(_ key: PropertyKeyID, _ relationships: [RelationshipID]) throws(StoreError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(relationships.count)
    try eachRecord(of: relationships) { _, record throws(StoreError) in
      values.append(try record?.property(key) ?? .null)
    }
    return values
  }

  public func properties(of node: NodeID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    try checkReadable()
    if let base = try base, try isInBase(node, base) { return try base.properties(node.place, ofNodes: true) }
    var properties: [(key: PropertyKeyID, value: Value)] = []
    try eachRecord(of: [node]) { record throws(StoreError) in
      try record?.skipLabels()
      properties = try record?.properties() ?? []
    }
    return properties
  }

  public func properties(of relationship: RelationshipID) throws(StoreError) -> [(key: PropertyKeyID, value: Value)] {
    try checkReadable()
    if let base = try base, try baseEnds(relationship, base) != nil {
      return try base.properties(relationship.place, ofNodes: false)
    }
    var properties: [(key: PropertyKeyID, value: Value)] = []
    try eachRecord(of: [relationship]) { _, record throws(StoreError) in
      properties = try record?.properties() ?? []
    }
    return properties
  }

  public func ends(of relationships: [RelationshipID]) throws(StoreError) -> [RelationshipEnds?] {
    guard let base = try base else { return try rowEnds(relationships) }
    try checkReadable()
    let places = try places(ofEndsInRows: relationships, base)
    var found: [RelationshipEnds?] = []
    found.reserveCapacity(relationships.count)
    for relationship in relationships { found.append(try base.ends(relationship.place)) }
    guard !places.isEmpty else { return found }
    for (place, ends) in zip(places, try rowEnds(places.map { relationships[$0] })) { found[place] = ends }
    return found
  }

  public func types(of relationships: [RelationshipID]) throws(StoreError) -> TypeRuns {
    var types = TypeRuns()
    guard let base = try base else {
      for ends in try rowEnds(relationships) { types.append(ends?.type) }
      return types
    }
    try checkReadable()
    let places = try places(ofEndsInRows: relationships, base)
    var at = 0
    for (place, ends) in zip(places, try rowEnds(places.map { relationships[$0] })) {
      try append(relationships[at..<place], in: base, to: &types)
      types.append(ends?.type)
      at = place + 1
    }
    try append(relationships[at...], in: base, to: &types)
    return types
  }

  /// Those of the base. Mostly those of one type follow one another.
  private func append(
    _ relationships: ArraySlice<RelationshipID>, in base: Base, to types: inout TypeRuns
  ) throws(StoreError) {
    var at = relationships.startIndex
    if at < relationships.endIndex {
      let (run, type) = try base.typeRun(at: relationships[at].place)
      if relationships.areAll(in: run) { return types.append(type, count: relationships.count) }
    }
    while at < relationships.endIndex {
      let (run, type) = try base.typeRun(at: relationships[at].place)
      let first = at
      repeat { at += 1 } while at < relationships.endIndex && run.contains(relationships[at].place)
      types.append(type, count: at - first)
    }
  }

  private func rowEnds(_ relationships: [RelationshipID]) throws(StoreError) -> [RelationshipEnds?] {
    var found: [RelationshipEnds?] = []
    found.reserveCapacity(relationships.count)
    try eachRecord(of: relationships) { ends, _ throws(StoreError) in found.append(ends) }
    return found
  }

  // MARK: Base and rows

  /// The answers of the base, with those of the rows in the places where rows speak.
  private func merged<Answer>(
    _ nodes: [NodeID], _ base: Base, inBase: (Int) throws(StoreError) -> Answer,
    rows: ([NodeID]) throws(StoreError) -> [Answer]
  ) throws(StoreError) -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(nodes.count)
    for node in nodes { answers.append(try inBase(node.place)) }
    let places = try rowPlaces(nodes, base)
    guard !places.isEmpty else { return answers }
    for (place, answer) in zip(places, try rows(places.map { nodes[$0] })) { answers[place] = answer }
    return answers
  }

  /// Where nodes are that are above the base or hidden in it.
  func rowPlaces(_ nodes: [NodeID], _ base: Base) throws(StoreError) -> [Int] {
    let limit = base.directory.nodeLimit
    if state.counters.hiddenNodes == 0, nodes.areAll(upTo: limit) { return [] }
    var places: [Int] = []
    for (at, node) in nodes.enumerated() {
      let isAbove = node.place > limit
      if try isAbove ? true : isHidden(node, base) { places.append(at) }
    }
    return places
  }

  func rowPlaces(_ relationships: [RelationshipID], _ base: Base) throws(StoreError) -> [Int] {
    let limit = base.directory.relationshipLimit
    if state.counters.hiddenRelationships == 0, relationships.areAll(upTo: limit) { return [] }
    var places: [Int] = []
    for (at, relationship) in relationships.enumerated() {
      let isAbove = relationship.place > limit
      if try isAbove ? true : isHidden(relationship, base) { places.append(at) }
    }
    return places
  }

  /// Where relationships are whose type and ends the base does not tell: a row with an id of the base has those of the base.
  private func places(ofEndsInRows relationships: [RelationshipID], _ base: Base) throws(StoreError) -> [Int] {
    guard let all = try mergedRelationships(relationships.count) else { return try rowPlaces(relationships, base) }
    let limit = base.directory.relationshipLimit
    if all.records.gone.isEmpty, relationships.areAll(upTo: limit) { return [] }
    return relationships.indices.filter { at in
      let place = relationships[at].place
      return place > limit || all.records.isGone(anyOf: place..<place + 1)
    }
  }
}
