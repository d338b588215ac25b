import GraphModel
import Testing

@testable import SQLiteGraph

@Suite struct SchemaTests {
  private func kind(_ work: () throws -> Void) -> StoreError.Kind? {
    do { try work() } catch { return (error as? StoreError)?.kind }
    return nil
  }

  static let types: [(words: String, says: String?)] = [
    ("INTEGER", "INTEGER"), ("INT", "INTEGER"), ("SIGNED INTEGER", "INTEGER"), ("VARCHAR", "STRING"), ("BOOL", "BOOLEAN"),
    ("TIMESTAMP WITHOUT TIME ZONE", "LOCAL DATETIME"), ("ZONED DATETIME", "ZONED DATETIME"), ("TIME WITH TIMEZONE", "ZONED TIME"),
    ("INT | STRING | INTEGER", "INTEGER | STRING"), ("ANY < INT | FLOAT >", "INTEGER | FLOAT"),
    ("LIST < STRING NOT NULL >", "LIST<STRING NOT NULL>"), ("ARRAY < INT NOT NULL > | INT", "LIST<INTEGER NOT NULL> | INTEGER"),
    ("LIST < INT | FLOAT NOT NULL >", "LIST<ANY<INTEGER | FLOAT> NOT NULL>"),
    ("", nil), ("NUMBER", nil), ("INTEGER NOT NULL", nil), ("LIST < STRING >", nil), ("LIST", nil), ("INT |", nil), ("| INT", nil),
    ("LIST < LIST < INT NOT NULL > NOT NULL >", nil), ("MAP", nil), ("TIME", nil),
  ]

  @Test(arguments: types)
  func aTypeIsRead(words: String, says: String?) {
    #expect(PropertyType(words: words)?.description == says)
  }

  @Test func theSchemaIsEncodedAndDecoded() throws {
    var state = SchemaState()
    #expect(try SchemaState(decoding: state.encoded) == state)
    state.version = 300
    state.indexNames[9] = .init(name: "", isText: true)
    state.indexNames[1] = .init(name: "α", isText: false)
    let rules: [GraphConstraint.Rule] =
      [.unique, .exists, .key]
      + ["BOOL | STRING | INT | FLOAT | DATE | DURATION", "LOCAL TIME | ZONED TIME", "LIST < INT | DATE NOT NULL > | ZONED DATETIME"]
      .compactMap { PropertyType(words: $0) }.map { .type($0) }
    #expect(rules.count == 6)
    for (number, rule) in rules.enumerated() {
      state.constraints.append(
        GraphConstraint(
          name: "c\(number)", subject: number % 2 == 0 ? .nodes(LabelID(Int32(number))) : .relationships(RelationshipTypeID(700)),
          keys: [PropertyKeyID(0), PropertyKeyID(130)], rule: rule))
    }
    #expect(try SchemaState(decoding: state.encoded) == state)
    for count in 0..<state.encoded.count {
      #expect(kind { _ = try SchemaState(decoding: Array(state.encoded.prefix(count))) } == .damaged, "\(count)")
    }
  }

  private func graph() throws -> (graph: SQLiteGraph, label: LabelID, key: PropertyKeyID) {
    let graph = try SQLiteGraph.inMemory()
    try graph.beginWrite()
    return (graph, try graph.makeLabel(named: "A"), try graph.makePropertyKey(named: "k"))
  }

  @Test func aCommitChecksWhatWasWritten() throws {
    let (graph, label, key) = try graph()
    try graph.createConstraint(GraphConstraint(name: "c", subject: .nodes(label), keys: [key], rule: .key))
    let node = try graph.createNode(labels: [label], properties: [])
    #expect(kind { try graph.commit() } == .constraintViolated)
    try graph.set(key, to: .integer(1), of: node)
    try graph.commit()
    try graph.beginWrite()
    let other = try graph.createNode(labels: [label], properties: [(key: key, value: .integer(1))])
    #expect(kind { try graph.checkConstraints() } == .constraintViolated)
    try graph.delete(other)
    try graph.commit()
    try graph.beginRead()
    #expect(try graph.statistics().nodes == 1)
    #expect(graph.isInTransaction)
    try graph.endRead()
    #expect(!graph.isInTransaction)
  }

  @Test func aConstraintThatCannotBeLeavesNothing() throws {
    let (graph, label, key) = try graph()
    for value in [1, 1] as [Int64] {
      _ = try graph.createNode(labels: [label], properties: [(key: key, value: .integer(value))])
    }
    let version = graph.schemaVersion
    let constraint = GraphConstraint(name: "c", subject: .nodes(label), keys: [key], rule: .unique)
    #expect(kind { try graph.createConstraint(constraint) } == .constraintViolated)
    #expect(graph.constraints.isEmpty && graph.indexes.isEmpty && graph.schemaVersion == version)
    #expect(try graph.findNodes(label: label, key: key, equalTo: .integer(1)) == nil)
    try graph.commit()
  }

  @Test func aDroppedIndexLeavesNoEntries() throws {
    let (graph, label, key) = try graph()
    try graph.createIndex(label: label, key: key, named: "i")
    let node = try graph.createNode(labels: [label], properties: [(key: key, value: .integer(1))])
    #expect(try graph.dropIndex(named: "i"))
    #expect(try graph.dropIndex(named: "i") == false)
    try graph.set(key, to: .integer(2), of: node)
    try graph.createIndex(label: label, key: key, unique: true)
    #expect(try graph.findNodes(label: label, key: key, equalTo: .integer(1)) == [])
    #expect(try graph.findNodes(label: label, key: key, equalTo: .integer(2)) == [node])
    #expect(graph.indexes.map(\.name) == ["index_A_k"] && graph.constraints.map(\.rule) == [.unique])
    #expect(kind { _ = try graph.dropIndex(named: "index_A_k") } == .misuse)
    #expect(try graph.dropConstraint(named: "index_A_k"))
    #expect(graph.indexes.isEmpty)
    try graph.commit()
  }

  @Test func aRollbackBringsTheSchemaBack() throws {
    let (graph, label, key) = try graph()
    try graph.createIndex(label: label, key: key, named: "i")
    try graph.commit()
    let version = graph.schemaVersion
    try graph.beginWrite()
    _ = try graph.dropIndex(named: "i")
    try graph.createConstraint(GraphConstraint(name: "c", subject: .nodes(label), keys: [key], rule: .exists))
    _ = try graph.createNode(labels: [label], properties: [])
    try graph.rollback()
    #expect(graph.indexes.map(\.name) == ["i"] && graph.constraints.isEmpty && graph.schemaVersion == version)
    try graph.beginWrite()
    _ = try graph.createNode(labels: [label], properties: [])
    try graph.commit()
  }
}
