import CypherEngine
import CypherPlanner
import SQLiteGraph

/// What a SHOW command answers.
struct SchemaTable {
  var columns: [String]
  var rows: [[ResultValue]]

  static func indexes(of graph: SQLiteGraph) -> SchemaTable {
    SchemaTable(
      columns: ["name", "type", "entityType", "labelsOrTypes", "properties", "owningConstraint"],
      rows: graph.indexes.sorted { $0.name < $1.name }.map { index in
        let owner = graph.constraintServed(by: index)
        return [
          .string(index.name), .string(index.isText ? "TEXT" : "RANGE"), .string("NODE"),
          .list([.string(graph.name(of: index.label))]), .list([.string(graph.name(of: index.key))]),
          owner.map { .string($0.name) } ?? .null,
        ]
      })
  }

  static func constraints(of graph: SQLiteGraph) -> SchemaTable {
    SchemaTable(
      columns: ["name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex", "propertyType"],
      rows: graph.constraints.sorted { $0.name < $1.name }.map { constraint in
        let (entity, name) =
          switch constraint.subject {
          case .nodes(let label): ("NODE", graph.name(of: label))
          case .relationships(let type): ("RELATIONSHIP", graph.name(of: type))
          }
        let index = graph.indexes.first { graph.constraintServed(by: $0) == constraint }
        var type = ResultValue.null
        if case .type(let wanted) = constraint.rule { type = .string(wanted.description) }
        return [
          .string(constraint.name), .string(kind(of: constraint.rule, entity)), .string(entity), .list([.string(name)]),
          .list(constraint.keys.map { .string(graph.name(of: $0)) }), index.map { .string($0.name) } ?? .null, type,
        ]
      })
  }

  private static func kind(of rule: GraphConstraint.Rule, _ entity: String) -> String {
    switch rule {
    case .unique: "UNIQUENESS"
    case .key: "\(entity)_KEY"
    case .exists: "\(entity)_PROPERTY_EXISTENCE"
    case .type: "\(entity)_PROPERTY_TYPE"
    }
  }

  static func functions() -> SchemaTable {
    SchemaTable(
      columns: ["name", "category", "signatures", "description", "example", "aliases"],
      rows: FunctionReference.entries.sorted { $0.name < $1.name }.map { entry in
        [
          .string(entry.name), .string(entry.family), .list(entry.signatures.map { .string($0) }), .string(entry.summary),
          .string(entry.example), .list(entry.aliases.map { .string($0) }),
        ]
      })
  }

  static func procedures(of catalogue: any ProcedureCatalog) -> SchemaTable {
    SchemaTable(
      columns: ["name", "signature", "description"],
      rows: catalogue.procedureNames.sorted().compactMap(catalogue.signature(of:)).map { signature in
        [.string(signature.name), .string(signature.text), .string(signature.summary)]
      })
  }
}

extension ProcedureSignature {
  /// Such as `sillage.gaps(options :: MAP?) :: (kind :: STRING, …)`.
  var text: String {
    let inputs = inputs.map { "\($0.name) :: \($0.type)\($0.isOptional ? "?" : "")" }.joined(separator: ", ")
    let outputs = outputs.map { "\($0.name) :: \($0.type)" }.joined(separator: ", ")
    return "\(name)(\(inputs)) :: (\(outputs))"
  }
}
