import ArticleText
import EntityLinking
import GraphFiles
import Strategy

extension ArticleLinker {
  /// The relations that sentences of a document seem to state, by the words that the cues give each predicate and by the types
  /// that the schema of a project gives it. Fails with a diagnostic for bytes that are no text.
  public func suggestClaims(
    in bytes: [UInt8], document: String, schemaOf project: Project
  ) throws(SillageError) -> [ClaimSuggestion] {
    let text = try visibleText(bytes, document)
    let search = ClaimSearch(
      knowledge.predicates, schema: LinkingFiles.schema(try project.files()), name: { name(of: $0) })
    let scalars = ScalarSlices(text.raw)
    var seen: Set<String> = []
    return linker.sentences(in: text).flatMap { search.suggestions(in: $0, scalars) }.filter { claim in
      seen.insert("\(claim.subject.id) \(claim.predicate) \(claim.object.id) \(claim.sentence)").inserted
    }
  }
}

extension ClaimSuggestion {
  /// Suggestions as a file of claims for a person to look through: each line is to be checked, corrected or deleted before the
  /// file goes into `graph-data`.
  ///
  /// - Parameters:
  ///   - article: the id of the article; nil where the graph does not have it yet.
  ///   - bytes: the text of the document.
  public static func file(_ claims: [ClaimSuggestion], document: String, article: String?, text bytes: [UInt8]) -> String {
    let hash = String(SHA256.hex(of: bytes).prefix(6))
    let start = String(decoding: bytes[..<FrontMatter.end(of: bytes)], as: UTF8.self).unicodeScalars.count
    var lines = [
      "# Suggested by `sillage suggest`, nothing is checked: correct or delete each line, name who asserts it, then keep the file.",
      "# From \(document.replacing("\n", with: " "))", "article: \(article ?? "ARTICLE-ID")", "offsets: scalar",
      "asserted_by: AUTHOR-ID", "claims:",
    ]
    for (number, claim) in claims.enumerated() {
      lines.append("  # \(claim.sentenceText)")
      lines.append(claim.yaml(id: "suggested-\(hash)-\(number + 1)", textStart: start))
    }
    return claims.isEmpty ? lines[0] + "\n# no relation was found in \(document)\n" : lines.joined(separator: "\n") + "\n"
  }
}

extension GraphDatabase {
  /// The id of the article that the graph has of a text; nil where it has none.
  public func article(of bytes: [UInt8]) throws(SillageError) -> String? {
    let body = Array(bytes[FrontMatter.end(of: bytes)...])
    let answer = try query(
      "MATCH (a:Article) WHERE a.sha256 IN [$whole, $body] RETURN a.id LIMIT 1",
      parameters: [
        ResultField("whole", .string(SHA256.hex(of: bytes))), ResultField("body", .string(SHA256.hex(of: body))),
      ])
    guard case .string(let id)? = answer.rows.first?.first else { return nil }
    return id
  }
}
