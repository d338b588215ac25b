import CypherEngine

/// Answers as the JSON that sessions and the conformance runner read: one object a query, values typed.
public enum AnswerJSON {
  /// `{"columns":…,"rows":…,"stats":…}`.
  public static func object(_ answer: QueryAnswer) -> JSONValue {
    .object([
      JSONMember("columns", .array(answer.columns.map { .string($0) })),
      JSONMember("rows", .array(answer.rows.map { .array($0.map(TypedJSON.json)) })),
      JSONMember("stats", stats(answer.changes)),
    ])
  }

  /// `{"error":{"phase":…,"type":…,"detail":…,"message":…,"line":…,"column":…}}`; the column is counted in UTF-8 bytes.
  public static func object(_ error: SillageError) -> JSONValue {
    let members: [JSONMember]
    switch error {
    case .faults(let diagnostics, let sources):
      members = diagnostics.first.map { describe($0, in: sources) } ?? []
    default:
      members = [
        JSONMember("phase", .string("runtime")), JSONMember("type", .string("DatabaseError")),
        JSONMember("detail", .string("StoreFailure")), JSONMember("message", .string(error.diagnostics.first?.message ?? "the database failed")),
      ]
    }
    return .object([JSONMember("error", .object(members))])
  }

  /// A request that asks for nothing that there is.
  static func fault(_ message: String) -> JSONValue {
    .object([
      JSONMember(
        "error",
        .object([
          JSONMember("phase", .string("compile time")), JSONMember("type", .string("ArgumentError")),
          JSONMember("detail", .string("InvalidArgumentValue")), JSONMember("message", .string(message)),
        ]))
    ])
  }

  private static func describe(_ diagnostic: Diagnostic, in sources: [SourceText]) -> [JSONMember] {
    var members = [
      JSONMember("phase", .string(diagnostic.fault?.phase.rawValue ?? "compile time")),
      JSONMember("type", .string(diagnostic.fault?.kind.rawValue ?? "ArgumentError")),
      JSONMember("detail", .string(diagnostic.fault?.detail.rawValue ?? "InvalidArgumentValue")),
      JSONMember("code", .string(diagnostic.code.name)), JSONMember("message", .string(diagnostic.message)),
    ]
    if let hint = diagnostic.label ?? diagnostic.hint { members.append(JSONMember("hint", .string(hint))) }
    if let place = sources.first(where: { $0.name == diagnostic.source })?.place(of: diagnostic.span.start) {
      members.append(JSONMember("line", .integer(Int64(place.line))))
      members.append(JSONMember("column", .integer(Int64(place.byteColumn))))
    }
    return members
  }

  /// What was changed, under the names of ``CypherEngine/ChangeCounts``; only counts that are not 0.
  static func stats(_ changes: ChangeCounts) -> JSONValue {
    let counts = [
      ("nodes_created", changes.nodesCreated), ("nodes_deleted", changes.nodesDeleted),
      ("relationships_created", changes.relationshipsCreated), ("relationships_deleted", changes.relationshipsDeleted),
      ("properties_set", changes.propertiesSet), ("labels_added", changes.labelsAdded),
      ("labels_removed", changes.labelsRemoved), ("constraints_added", changes.constraintsAdded),
      ("constraints_removed", changes.constraintsRemoved), ("indexes_added", changes.indexesAdded),
      ("indexes_removed", changes.indexesRemoved),
    ]
    return .object(counts.filter { $0.1 != 0 }.map { JSONMember($0.0, .integer(Int64($0.1))) })
  }
}
