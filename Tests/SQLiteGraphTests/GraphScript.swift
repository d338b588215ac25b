import GraphModel
import SQLiteGraph
import TestKit

/// One thing done to a graph, as data, so that it can be done to several.
indirect enum Step {
  case label(String)
  case type(String)
  case key(String)
  case node(labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)])
  case relationship(
    type: RelationshipTypeID, start: NodeID, end: NodeID, properties: [(key: PropertyKeyID, value: Value)])
  case setOfNode(PropertyKeyID, Value, NodeID)
  case setOfRelationship(PropertyKeyID, Value, RelationshipID)
  // The same for many at once. Where one of these fails, all of it is undone.
  case nodes(labels: [LabelID], PropertyColumns)
  case relationships(type: RelationshipTypeID, starts: [NodeID], ends: [NodeID], PropertyColumns)
  case setOfNodes(PropertyColumns, [NodeID])
  case setOfRelationships(PropertyColumns, [RelationshipID])
  case addLabel(LabelID, NodeID)
  case removeLabel(LabelID, NodeID)
  case deleteNode(NodeID)
  case deleteRelationship(RelationshipID)
  case index(LabelID, PropertyKeyID, unique: Bool)
  case relationshipIndex(RelationshipTypeID, PropertyKeyID)
  /// The steps in a savepoint, which fails at their end or does not. A read in between fills what is cached.
  case atomically([Step], fails: Bool)
}

struct Given: Error {}

extension GraphWriter {
  /// Does the step and says what came of it: a line, and more where it is several steps.
  func perform(_ step: Step) -> [String] {
    if case .atomically(let steps, let fails) = step { return performAtomically(steps, fails) }
    if let outcome = performMany(step) { return [outcome] }
    do throws(StoreError) {
      return [try performOne(step)]
    } catch {
      return ["\(error.kind)"]
    }
  }

  private func performOne(_ step: Step) throws(StoreError) -> String {
    switch step {
    case .label(let name): return "label \(try makeLabel(named: name).rawValue)"
    case .type(let name): return "type \(try makeRelationshipType(named: name).rawValue)"
    case .key(let name): return "key \(try makePropertyKey(named: name).rawValue)"
    case .node(let labels, let properties):
      return "node \(try createNode(labels: labels, properties: properties).rawValue)"
    case .relationship(let type, let start, let end, let properties):
      return "relationship \(try createRelationship(type, from: start, to: end, properties: properties).rawValue)"
    case .setOfNode(let key, let value, let node): try set(key, to: value, of: node)
    case .setOfRelationship(let key, let value, let relationship): try set(key, to: value, of: relationship)
    case .addLabel(let label, let node): try add(label, to: node)
    case .removeLabel(let label, let node): try remove(label, from: node)
    case .deleteNode(let node): try delete(node)
    case .deleteRelationship(let relationship): try delete(relationship)
    case .index(let label, let key, let unique):
      try (self as? MemoryGraph)?.createIndex(label: label, key: key, unique: unique)
      try (self as? SQLiteGraph)?.createIndex(label: label, key: key, unique: unique)
    case .relationshipIndex(let type, let key):
      try (self as? MemoryGraph)?.createIndex(type: type, key: key)
      try (self as? SQLiteGraph)?.createIndex(on: .relationships(type), key)
    case .atomically, .nodes, .relationships, .setOfNodes, .setOfRelationships: break
    }
    return "done"
  }

  /// Nil for a step of another kind. What is wrong first is not the same for all graphs.
  private func performMany(_ step: Step) -> String? {
    do throws(AtomicFailure<StoreError>) {
      return try atomically { () throws(StoreError) -> String? in
        switch step {
        case .nodes(let labels, let properties):
          return "nodes \(try createNodes(labels: labels, properties: properties).map(\.rawValue))"
        case .relationships(let type, let starts, let ends, let properties):
          let made = try createRelationships(type, from: starts, to: ends, properties: properties)
          return "relationships \(made.map(\.rawValue))"
        case .setOfNodes(let properties, let nodes): try set(properties, of: nodes)
        case .setOfRelationships(let properties, let relationships): try set(properties, of: relationships)
        default: return nil
        }
        return "done"
      }
    } catch { return "failed" }
  }

  private func performAtomically(_ steps: [Step], _ fails: Bool) -> [String] {
    var outcomes: [String] = []
    do throws(AtomicFailure<Given>) {
      try atomically { () throws(Given) in
        for step in steps { outcomes += perform(step) }
        outcomes += pageAnswers()
        if fails { throw Given() }
      }
      return outcomes + ["kept"]
    } catch {
      switch error {
      case .work: return outcomes + ["undone"]
      case .store(let error): return ["\(error.kind)"]
      }
    }
  }
}

/// Writes random steps for a graph of which it knows only how many things may be in it.
struct ScriptWriter {
  var random: SeededRandom
  private let labels = ["Site", "Motor", "Vehicle", "Product", "é", ""]
  private let types = ["PRODUCES", "POWERS", "LOCATED_IN"]
  private let keys = ["name", "capacity", "opened", "codes", "a key with spaces"]

  init(seed: Int) { random = SeededRandom(seed) }

  private mutating func node() -> NodeID { NodeID(Int64(random.below(60)) - 1) }
  private mutating func relationship() -> RelationshipID { RelationshipID(Int64(random.below(120)) - 1) }
  private mutating func label() -> LabelID { LabelID(Int32(random.below(labels.count))) }
  private mutating func type() -> RelationshipTypeID { RelationshipTypeID(Int32(random.below(types.count))) }
  private mutating func key() -> PropertyKeyID { PropertyKeyID(Int32(random.below(keys.count))) }

  /// Few different values, so that equal ones meet; now and then any storable one, null, or one that is not storable.
  private mutating func value() -> Value {
    switch random.below(10) {
    case 0...3: .integer(Int64(random.below(6)))
    case 4: .float(Double(random.below(6)))
    case 5: .string(random.pick(["Cléon", "Cle\u{301}on", "Douai", ""]))
    case 6: random.chance(50) ? .null : .map(ValueMap([("a", .integer(1))]))
    case 7: .boolean(random.chance(50))
    default: random.storable()
    }
  }

  private mutating func properties() -> [(key: PropertyKeyID, value: Value)] {
    (0..<random.below(4)).map { _ in (key: key(), value: value()) }
  }

  private mutating func columns(_ rows: Int) -> PropertyColumns {
    var properties = PropertyColumns(count: rows)
    for key in Set((0...random.below(3)).map { _ in PropertyKeyID(Int32(random.below(keys.count - 1))) }).sorted() {
      let values = (0..<rows).map { _ in value() }
      properties.add(key, .narrowest(values.map { if case .map = $0 { .null } else { $0 } }))
    }
    return properties
  }

  /// A step that writes many rows.
  private mutating func many() -> Step {
    let rows = random.below(6) + 1
    switch random.below(4) {
    case 0: return .nodes(labels: (0..<random.below(3)).map { _ in label() }, columns(rows))
    case 1:
      // Few nodes, so that mostly all are there.
      let ends = (0..<2 * rows).map { _ in NodeID(Int64(random.below(12)) + 1) }
      return .relationships(type: type(), starts: Array(ends.prefix(rows)), ends: Array(ends.suffix(rows)), columns(rows))
    case 2: return .setOfNodes(columns(rows), (0..<rows).map { _ in NodeID(Int64(random.below(20)) + 1) })
    default: return .setOfRelationships(columns(rows), (0..<rows).map { _ in RelationshipID(Int64(random.below(20)) + 1) })
    }
  }

  /// The names that the other steps use.
  func names() -> [Step] {
    labels.dropLast().map { .label($0) } + types.dropLast().map { .type($0) } + keys.dropLast().map { .key($0) }
  }

  mutating func step(depth: Int = 0) -> Step {
    switch random.below(100) {
    case 0..<6: many()
    case 6..<22: .node(labels: (0..<random.below(4)).map { _ in label() }, properties: properties())
    case 22..<50: .relationship(type: type(), start: node(), end: node(), properties: properties())
    case 50..<62: .setOfNode(key(), value(), node())
    case 62..<68: .setOfRelationship(key(), value(), relationship())
    case 68..<73: .addLabel(label(), node())
    case 73..<77: .removeLabel(label(), node())
    case 77..<82: .deleteNode(node())
    case 82..<87: .deleteRelationship(relationship())
    case 87..<89:
      random.chance(40) ? .relationshipIndex(type(), key()) : .index(label(), key(), unique: random.chance(30))
    case 89: .label(random.pick(labels))
    case 90: .key(random.pick(keys))
    case 91: .type(random.pick(types))
    default:
      depth > 2
        ? .deleteNode(node())
        : .atomically((0..<random.below(8)).map { _ in step(depth: depth + 1) }, fails: random.chance(60))
    }
  }
}
