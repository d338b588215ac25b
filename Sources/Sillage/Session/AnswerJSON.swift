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
      let diagnostic = error.diagnostics.first
      members =
        [
          JSONMember("phase", .string("runtime")), JSONMember("type", .string("DatabaseError")),
          JSONMember("detail", .string("StoreFailure")),
        ] + (diagnostic.map { [JSONMember("code", .string($0.code.name))] } ?? [])
        + [JSONMember("message", .string(diagnostic?.message ?? "the database failed"))]
        + (diagnostic?.hint.map { [JSONMember("hint", .string($0))] } ?? [])
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
    var members: [JSONMember] = []
    func add(_ name: String, _ count: Int) { if count != 0 { members.append(JSONMember(name, .integer(Int64(count)))) } }
    add("nodes_created", changes.nodesCreated)
    add("nodes_deleted", changes.nodesDeleted)
    add("relationships_created", changes.relationshipsCreated)
    add("relationships_deleted", changes.relationshipsDeleted)
    add("properties_set", changes.propertiesSet)
    add("labels_added", changes.labelsAdded)
    add("labels_removed", changes.labelsRemoved)
    add("constraints_added", changes.constraintsAdded)
    add("constraints_removed", changes.constraintsRemoved)
    add("indexes_added", changes.indexesAdded)
    add("indexes_removed", changes.indexesRemoved)
    return .object(members)
  }
}
