import CypherEngine
import CypherPlanner
import CypherSyntax
import Diagnostics
import GraphModel
import SQLiteGraph
import TestKit

/// A reference graph in one of the stores, with the numbers that its nodes and relationships have there.
final class LoadedGraph {
  private enum Undo: Error { case always }

  private let disk: SQLiteGraph?
  private let memory: MemoryGraph
  private let writer: any GraphWriter
  private let texts: CanonicalText
  private let indexes: Set<PlanningFacts.Index>

  init(_ graph: ReferenceGraph, _ setting: Setting) throws {
    memory = MemoryGraph()
    if setting.store != .memory {
      let opened = try SQLiteGraph.inMemory()
      disk = opened
      writer = opened
    } else {
      disk = nil
      writer = memory
    }
    try disk?.beginWrite()
    texts = try Self.fill(writer, with: graph) { [disk] in
      guard setting.store == .mixed || setting.store == .merged else { return }
      try disk?.commit()
      try disk?.compact()
      try disk?.beginWrite()
    }
    indexes = setting.isIndexed ? try Self.index(writer, disk, memory) : []
    try disk?.commit()
    if setting.store == .base { try disk?.compact() }
    if setting.store == .merged { disk?.idsBeforeMerging = -1_000_000 }
  }

  /// Names are made in alphabetical order and entities in the order of their numbers, so that labels and sorted ids
  /// come out alike. `pause` is called half way through the nodes and half way through the relationships; what is made
  /// before is touched after, so that a mixed store has rows that hide parts of the base.
  private static func fill(
    _ writer: any GraphWriter, with graph: ReferenceGraph, pause: () throws -> Void
  ) throws -> CanonicalText {
    var texts = CanonicalText(isReference: false)
    for label in Set(graph.nodes.values.flatMap(\.labels)).sorted() { _ = try writer.makeLabel(named: label) }
    let keys = graph.nodes.values.flatMap(\.properties.keys) + graph.relationships.values.flatMap(\.properties.keys)
    for key in Set(keys).sorted() { _ = try writer.makePropertyKey(named: key) }
    func properties(_ properties: [String: Value]) throws -> [(key: PropertyKeyID, value: Value)] {
      try properties.map { (key: try writer.makePropertyKey(named: $0.key), value: $0.value) }
    }
    var ids: [NodeID: NodeID] = [:]
    for (at, number) in graph.nodeIDs.enumerated() {
      if at == graph.nodeIDs.count / 2 { try pause() }
      guard let node = graph.nodes[number] else { continue }
      let labels = try node.labels.map { label in try writer.makeLabel(named: label) }
      let id = try writer.createNode(labels: labels, properties: try properties(node.properties))
      texts.nodes[id] = number
      ids[number] = id
    }
    for (at, number) in graph.relationshipIDs.enumerated() {
      if at == graph.relationshipIDs.count / 2 {
        try pause()
        for (number, id) in ids where number.rawValue % 3 == 0 { try touch(writer, id) }
      }
      guard let relationship = graph.relationships[number], let start = ids[relationship.start],
        let end = ids[relationship.end]
      else { continue }
      let id = try writer.createRelationship(
        try writer.makeRelationshipType(named: relationship.type), from: start, to: end,
        properties: try properties(relationship.properties))
      texts.relationships[id] = number
    }
    return texts
  }

  /// Sets a property of a node to what it is.
  private static func touch(_ writer: any GraphWriter, _ node: NodeID) throws {
    guard let property = try writer.properties(of: node).first else { return }
    try writer.set(property.key, to: property.value, of: node)
  }

  private static func index(
    _ reader: any GraphReader, _ disk: SQLiteGraph?, _ memory: MemoryGraph
  ) throws -> Set<PlanningFacts.Index> {
    var made: Set<PlanningFacts.Index> = []
    for label in GraphMaker.labels {
      for key in ["i", "s", "x"] {
        guard let labelID = reader.label(named: label), let keyID = reader.propertyKey(named: key) else { continue }
        if let disk {
          try disk.createIndex(label: labelID, key: keyID)
        } else {
          try memory.createIndex(label: labelID, key: keyID)
        }
        made.insert(PlanningFacts.Index(label: label, key: key))
      }
    }
    for type in GraphMaker.types {
      for key in ["i", "s", "x"] {
        guard let typeID = reader.relationshipType(named: type), let keyID = reader.propertyKey(named: key) else { continue }
        try disk?.createIndex(on: .relationships(typeID), keyID)
        made.insert(PlanningFacts.Index(type: type, key: key))
      }
    }
    return made
  }

  /// Runs a query and undoes what it changed.
  func outcome(of query: Query, writes: Bool, isOrdered: Bool, _ setting: Setting) throws -> Outcome {
    if let disk {
      if writes { try disk.beginWrite() } else { try disk.beginRead() }
      defer { if writes { try? disk.rollback() } else { try? disk.endRead() } }
      return try run(query, writes: writes, isOrdered: isOrdered, setting)
    }
    guard writes else { return try run(query, writes: writes, isOrdered: isOrdered, setting) }
    var outcome = Outcome.failure
    do throws(AtomicFailure<Undo>) {
      try memory.atomically { () throws(Undo) in
        if let found = try? self.run(query, writes: writes, isOrdered: isOrdered, setting) { outcome = found }
        throw Undo.always
      }
    } catch {}
    return outcome
  }

  private func run(_ query: Query, writes: Bool, isOrdered: Bool, _ setting: Setting) throws -> Outcome {
    do {
      let (columns, rows) = try answer(query, setting)
      let picture = writes ? try GraphPicture(writer, texts).lines : []
      return Outcome(columns, rows, texts, isOrdered: isOrdered, graph: picture)
    } catch let complaint as Complaint { return complaint.isOfTime ? .tooLong : .failure }
  }

  /// Why the engine does not answer.
  private struct Complaint: Error {
    var message: String
    var isOfTime = false
  }

  private func answer(_ query: Query, _ setting: Setting) throws -> (columns: [String], rows: [[Value]]) {
    var query = query
    if let seed = setting.rearrangement {
      var rearrangement = Rearrangement(seed)
      query = rearrangement.apply(to: query)
    }
    let planned = CypherPlanner.plan(
      query, source: SourceText(name: "<query>", text: query.canonicalText), facts: try facts(setting),
      procedures: NoProcedures(), without: setting.rulesOff)
    guard let plan = planned.query else {
      throw Complaint(message: planned.diagnostics.map(\.message).joined(separator: "; "))
    }
    let now = Instant(seconds: 1_700_000_000, nanoseconds: 0)
    let end = ContinuousClock.now + setting.timeLimit
    let context = ExecutionContext(
      graph: writer, writer: plan.writes ? writer : nil, zones: TestZones(), now: now, clock: { now },
      batchCapacity: setting.batchCapacity, isCancelled: { ContinuousClock.now > end })
    do throws(ExecutionFailure) {
      let execution = try Execution(plan, context)
      var rows: [[Value]] = []
      while let batch = try execution.next() { rows += (0..<batch.count).map(batch.row) }
      return (plan.columns.map(\.name), rows)
    } catch { throw Complaint(message: error.message, isOfTime: ContinuousClock.now > end) }
  }

  /// What the planner or the engine says of a query that fails, for a report.
  func complaint(about query: Query, _ setting: Setting) throws -> String {
    try disk?.beginWrite()
    defer { try? disk?.rollback() }
    do { _ = try answer(query, setting) } catch let complaint as Complaint { return complaint.message }
    return ""
  }

  private func facts(_ setting: Setting) throws -> PlanningFacts {
    guard let seed = setting.rumour else { return try PlanningFacts(writer, indexes: indexes) }
    var random = SeededRandom(seed)
    var facts = PlanningFacts(indexes: indexes, traits: writer.traits)
    facts.nodes = random.number(0...1_000)
    facts.relationships = random.number(0...1_000)
    for label in GraphMaker.labels { facts.nodesByLabel[label] = random.number(0...facts.nodes) }
    for type in GraphMaker.types { facts.relationshipsByType[type] = random.number(0...facts.relationships) }
    return facts
  }
}
