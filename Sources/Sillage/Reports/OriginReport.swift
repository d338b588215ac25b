public import ResultFormats

/// Documents that say something and go back to one text.
public struct OriginReport: Hashable, Sendable {
  /// The id of the text that they go back to, as far as it is known: else of the first document.
  public var id: String
  /// The ids of the documents.
  public var documents: [String]
  /// Why they are taken for one, a clause each.
  public var reasons: [String]

  public init(id: String, documents: [String], reasons: [String]) {
    self.id = id
    self.documents = documents
    self.reasons = reasons
  }

  public var json: JSONValue {
    .object([
      JSONMember("origin", .string(id)), JSONMember("documents", .array(documents.map { .string($0) })),
      JSONMember("reasons", .array(reasons.map { .string($0) })),
    ])
  }
}
