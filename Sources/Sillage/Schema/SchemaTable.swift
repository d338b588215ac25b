import CypherEngine
import CypherPlanner
import SQLiteGraph

/// The rows of the procedures that tell of the schema and of the language.
enum SchemaTable {
  static let indexColumns: [ProcedureSignature.Field] = [
    .init("name", .string), .init("type", .string), .init("entityType", .string), .init("labelsOrTypes", .list(of: .string)),
    .init("properties", .list(of: .string)), .init("owningConstraint", .string),
  ]

  static func indexes(of graph: SQLiteGraph) -> [[Value]] {
    let properties = graph.indexes.map { index in
      row(
        index.name, index.isText ? "TEXT" : "RANGE", entity(of: index.subject), [graph.name(of: index.subject)],
        index.keys.map { graph.name(of: $0) },
        graph.constraintServed(by: index)?.name)
    }
    let texts = graph.fullTextIndexes.map { index in
      let (entity, names) =
        switch index.subject {
        case .nodes(let labels): ("NODE", labels.map { graph.name(of: $0) })
        case .relationships(let types): ("RELATIONSHIP", types.map { graph.name(of: $0) })
        }
      return row(index.name, "FULLTEXT", entity, names, index.keys.map { graph.name(of: $0) }, nil)
    }
    return (properties + texts).sorted { $0.name < $1.name }.map(\.values)
  }

  private static func entity(of subject: SchemaSubject) -> String {
    switch subject {
    case .nodes: "NODE"
    case .relationships: "RELATIONSHIP"
    }
  }

  private static func row(
    _ name: String, _ type: String, _ entity: String, _ names: [String], _ keys: [String], _ owner: String?
  ) -> (name: String, values: [Value]) {
    (
      name,
      [
        .string(name), .string(type), .string(entity), .list(names.map { .string($0) }), .list(keys.map { .string($0) }),
        owner.map { .string($0) } ?? .null,
      ]
    )
  }

  static let constraintColumns: [ProcedureSignature.Field] = [
    .init("name", .string), .init("type", .string), .init("entityType", .string), .init("labelsOrTypes", .list(of: .string)),
    .init("properties", .list(of: .string)), .init("ownedIndex", .string), .init("propertyType", .string),
  ]

  static func constraints(of graph: SQLiteGraph) -> [[Value]] {
    graph.constraints.sorted { $0.name < $1.name }.map { constraint in
      let (entity, name) = (entity(of: constraint.subject), graph.name(of: constraint.subject))
      let index = graph.indexes.first { graph.constraintServed(by: $0) == constraint }
      var type = Value.null
      if case .type(let wanted) = constraint.rule { type = .string(wanted.description) }
      return [
        .string(constraint.name), .string(kind(of: constraint.rule, entity)), .string(entity), .list([.string(name)]),
        .list(constraint.keys.map { .string(graph.name(of: $0)) }), index.map { .string($0.name) } ?? .null, type,
      ]
    }
  }

  private static func kind(of rule: GraphConstraint.Rule, _ entity: String) -> String {
    switch rule {
    case .unique: "UNIQUENESS"
    case .key: "\(entity)_KEY"
    case .exists: "\(entity)_PROPERTY_EXISTENCE"
    case .type: "\(entity)_PROPERTY_TYPE"
    }
  }

  static let functionColumns: [ProcedureSignature.Field] = [
    .init("name", .string), .init("category", .string), .init("signatures", .list(of: .string)), .init("description", .string),
    .init("example", .string), .init("aliases", .list(of: .string)),
  ]

  static func functions() -> [[Value]] {
    FunctionReference.entries.sorted { $0.name < $1.name }.map { entry in
      [
        .string(entry.name), .string(entry.family), .list(entry.signatures.map { .string($0) }), .string(entry.summary),
        .string(entry.example), .list(entry.aliases.map { .string($0) }),
      ]
    }
  }

  static let procedureColumns: [ProcedureSignature.Field] = [
    .init("name", .string), .init("signature", .string), .init("description", .string),
  ]

  static func procedures(of catalogue: any ProcedureCatalog) -> [[Value]] {
    catalogue.procedureNames.sorted().compactMap(catalogue.signature(of:)).map { signature in
      [.string(signature.name), .string(signature.text), .string(signature.summary)]
    }
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
