import CypherEngine
import CypherPlanner
import SQLiteGraph

/// The procedures that tell of the graph itself, beside those that the caller brings. A name of the caller's goes first.
struct GraphProcedures: ProcedureCatalog {
  private let graph: SQLiteGraph
  private let others: any ProcedureCatalog

  init(_ graph: SQLiteGraph, beside others: any ProcedureCatalog) {
    self.graph = graph
    self.others = others
  }

  private enum Procedure: String, CaseIterable {
    case labels = "db.labels"
    case relationshipTypes = "db.relationshipTypes"
    case propertyKeys = "db.propertyKeys"
    case indexes = "db.indexes"
    case constraints = "db.constraints"
    case functions = "db.functions"
    case procedures = "db.procedures"
    case components = "dbms.components"
    case searchNodes = "db.index.fulltext.queryNodes"
    case searchRelationships = "db.index.fulltext.queryRelationships"

    var inputs: [ProcedureSignature.Field] {
      switch self {
      case .searchNodes, .searchRelationships: [.init("indexName", .string), .init("queryString", .string)]
      default: []
      }
    }

    var outputs: [ProcedureSignature.Field] {
      switch self {
      case .labels: [.init("label", .string)]
      case .relationshipTypes: [.init("relationshipType", .string)]
      case .propertyKeys: [.init("propertyKey", .string)]
      case .indexes: SchemaTable.indexColumns
      case .constraints: SchemaTable.constraintColumns
      case .functions: SchemaTable.functionColumns
      case .procedures: SchemaTable.procedureColumns
      case .components: [.init("name", .string), .init("versions", .list(of: .string)), .init("edition", .string)]
      case .searchNodes: [.init("node", .node), .init("score", .float)]
      case .searchRelationships: [.init("relationship", .relationship), .init("score", .float)]
      }
    }

    private var summary: String {
      switch self {
      case .labels: "The labels that nodes have"
      case .relationshipTypes: "The types that relationships have"
      case .propertyKeys: "The properties that something has, or had"
      case .indexes: "The indexes; also SHOW INDEXES"
      case .constraints: "The constraints; also SHOW CONSTRAINTS"
      case .functions: "The functions of the language; also SHOW FUNCTIONS"
      case .procedures: "The procedures; also SHOW PROCEDURES"
      case .components: "Which program this is, and its version"
      case .searchNodes: "The nodes with some words in a full-text index, the best first"
      case .searchRelationships: "The relationships with some words in a full-text index, the best first"
      }
    }

    var signature: ProcedureSignature {
      ProcedureSignature(name: rawValue, summary: summary, inputs: inputs, outputs: outputs)
    }
  }

  /// The signatures of those that tell of the graph itself.
  static var signatures: [ProcedureSignature] { Procedure.allCases.map(\.signature) }

  var procedureNames: [String] { others.procedureNames + Procedure.allCases.map(\.rawValue) }

  func signature(of procedure: String) -> ProcedureSignature? {
    others.signature(of: procedure) ?? Procedure(rawValue: procedure)?.signature
  }

  func call(_ name: String, _ arguments: [Value]) throws(ProcedureError) -> [[Value]] {
    guard others.signature(of: name) == nil, let procedure = Procedure(rawValue: name) else {
      return try others.call(name, arguments)
    }
    do throws(StoreError) { return try rows(of: procedure, arguments) } catch { throw ProcedureError(error.message) }
  }

  private func rows(of procedure: Procedure, _ arguments: [Value]) throws(StoreError) -> [[Value]] {
    switch procedure {
    case .labels:
      try graph.statistics().nodesByLabel.filter { $0.value > 0 }.map { graph.name(of: $0.key) }.sorted().map { [.string($0)] }
    case .relationshipTypes:
      try graph.statistics().relationshipsByType.filter { $0.value > 0 }.map { graph.name(of: $0.key) }.sorted()
        .map { [.string($0)] }
    case .propertyKeys: graph.propertyKeyNames.sorted().map { [.string($0)] }
    case .indexes: SchemaTable.indexes(of: graph)
    case .constraints: SchemaTable.constraints(of: graph)
    case .functions: SchemaTable.functions()
    case .procedures: SchemaTable.procedures(of: self)
    case .components: [[.string("sillage"), .list([.string(SillageVersion.text)]), .string("community")]]
    case .searchNodes: try search(arguments, ofNodes: true).map { [.node(NodeID($0.id)), .float($0.score)] }
    case .searchRelationships:
      try search(arguments, ofNodes: false).map { [.relationship(RelationshipID($0.id)), .float($0.score)] }
    }
  }

  private func search(_ arguments: [Value], ofNodes: Bool) throws(StoreError) -> [(id: Int64, score: Double)] {
    guard arguments.count == 2, case .string(let name) = arguments[0], case .string(let text) = arguments[1] else { return [] }
    let kind = ofNodes ? "nodes" : "relationships"
    let index = graph.fullTextIndexes.first { index in
      if case .nodes = index.subject { index.name == name && ofNodes } else { index.name == name && !ofNodes }
    }
    if let index { return try graph.search(index, for: text) }
    let near = NearName.suggestions(for: name, among: graph.fullTextIndexes.map(\.name), limit: 1).first
    throw StoreError(
      .misuse, "there is no full-text index of \(kind) called `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
  }
}
