public import GraphModel

extension SQLiteGraph {
  public func hasLabel(_ label: LabelID, _ nodes: [NodeID]) throws(StoreError) -> [Bool] {
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
    guard let base = try base else { return .narrowest(try rowProperty(key, nodes)) }
    try checkReadable()
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
    guard let base = try base else { return .narrowest(try rowProperty(key, relationships)) }
    try checkReadable()
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
    let places = try rowPlaces(relationships, base)
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
    let places = try rowPlaces(relationships, base)
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
    try checkReadable()
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

  // MARK: Records

  /// The row of one node; nil where there is no such row. Cost: a look-up in the table.
  func rowRecord(of node: NodeID) throws(StoreError) -> RecordReader? {
    if let bytes = statements.waiting.node(node.rawValue) { return RecordReader(bytes) }
    let rows = try statements[.node].bind(1, node.rawValue)
    defer { rows.reset() }
    return try rows.step() ? RecordReader(rows.blob(0)) : nil
  }

  /// Gives the row of each node in turn, nil where there is no such row.
  ///
  /// Cost: a look-up in the table a node, or, once enough nodes with near ids were asked for, none.
  @inline(__always)
  private func eachRecord(
    of nodes: [NodeID], _ take: (inout RecordReader?) throws(StoreError) -> Void
  ) throws(StoreError) {
    try checkReadable()
    let waiting = statements.waiting
    let settled = nodes.lazy.map(\.rawValue).filter { !waiting.holdsNode($0) }
    try nodePages.prepare(settled, next: state.counters.nextNode) { ids throws(StoreError) in
      try RecordPage(nodes: ids, from: try statements[.nodeRange])
    }
    let single = try statements[.node]
    for node in nodes {
      var record: RecordReader?
      if let page = nodePages.page(of: node.rawValue) {
        let range = page.range(PageSpan.slot(of: node.rawValue))
        if !range.isEmpty { record = RecordReader(page.bytes, range) }
      } else if let bytes = waiting.node(node.rawValue) {
        record = RecordReader(bytes)
      } else {
        single.bind(1, node.rawValue)
        if try single.step() { record = RecordReader(single.blob(0)) }
        single.reset()
      }
      try take(&record)
    }
  }

  /// The same for relationships, with their ends.
  @inline(__always)
  private func eachRecord(
    of relationships: [RelationshipID], _ take: (RelationshipEnds?, inout RecordReader?) throws(StoreError) -> Void
  ) throws(StoreError) {
    try checkReadable()
    let next = state.counters.nextRelationship
    let waiting = statements.waiting
    let settled = relationships.lazy.map(\.rawValue).filter { !waiting.holdsRelationship($0) }
    try relationshipPages.prepare(settled, next: next) { ids throws(StoreError) in
      try RecordPage(relationships: ids, from: try statements[.relationshipRange])
    }
    let single = try statements[.relationship]
    for relationship in relationships {
      var ends: RelationshipEnds?
      var record: RecordReader?
      if let page = relationshipPages.page(of: relationship.rawValue) {
        let slot = PageSpan.slot(of: relationship.rawValue)
        ends = page.ends[slot]
        if ends != nil { record = RecordReader(page.bytes, page.range(slot)) }
      } else if let row = waiting.relationship(relationship.rawValue) {
        ends = row.ends
        record = RecordReader(row.record)
      } else {
        single.bind(1, relationship.rawValue)
        if try single.step() {
          ends = single.relationshipEnds
          record = RecordReader(single.blob(3))
        }
        single.reset()
      }
      try take(ends, &record)
    }
  }
}
