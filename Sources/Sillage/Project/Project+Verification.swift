import GraphFiles
import Strategy

/// What a verification of the evidence found.
public struct VerificationReport: Sendable {
  /// In the order of their ids.
  public var articles: [VerifiedArticle]
  /// What does not stand where it should and was not moved, each at its place in `graph-data`.
  public var faults: [Diagnostic]
  public var sources: [SourceText]
  /// How many of the faults could be moved in one way only.
  public var movable: Int
  /// How many were moved.
  public var moved: Int
  /// What was changed in the text, as a unified diff; empty where nothing was.
  public var diff: String
  /// Files that are the text of no article.
  public var unmatchedCopies: [String]
}

/// One article, with how far its evidence was proved.
public struct VerifiedArticle: Hashable, Sendable {
  public var id: String
  /// The file with its text; nil where the text is not here.
  public var text: String?
  /// `same` or `changed` against the SHA-256 in the graph, `unstated` where that has none, `unseen` without a text.
  public var hash: String
  /// How many places of evidence the graph has in it, and how many of them stand where they should.
  public var places: Int
  public var proved: Int

  public init(id: String, text: String?, hash: String, places: Int, proved: Int) {
    self.id = id
    self.text = text
    self.hash = hash
    self.places = places
    self.proved = proved
  }
}

extension Project {
  /// Proves each place of evidence against the text of its article: those of the project, and those in a folder of copies.
  ///
  /// With `fix`, offsets that can have moved to one place only are written to `graph-data`, file by file; all else is left for a
  /// person. Fails with the faults of the text where it has others than misplaced quotes.
  public func verify(texts: String? = nil, fix: Bool = false) throws(SillageError) -> VerificationReport {
    var copies: [TextCopy] = []
    for path in try texts.map({ folder throws(SillageError) in try TextFile.all(below: folder) }) ?? [] {
      copies.append(TextCopy(path: path, bytes: try TextFile.read(path)))
    }
    let files = try self.files()
    let found = try verification(of: files, copies)
    guard fix, !found.moves.isEmpty else { return Self.report(found, files, moved: 0, diff: "") }
    var fixed: [GraphFile] = []
    var diff = ""
    for var file in files {
      if let edits = found.moves[file.path] {
        let change = FileChange(path: file.path, before: file.bytes, edits: edits)
        file.bytes = change.after
        diff += change.diff
      }
      fixed.append(file)
    }
    let left = try verification(of: fixed, copies)
    for file in fixed where found.moves[file.path] != nil { try TextFile.write(file.bytes, to: root + "/" + file.path) }
    return Self.report(left, fixed, moved: found.movable, diff: diff)
  }

  private func verification(of files: [GraphFile], _ copies: [TextCopy]) throws(SillageError) -> EvidenceVerification {
    let (records, diagnostics) = GraphFileReader.read(files)
    let others = diagnostics.filter { $0.severity == .error && $0.code != .graphMisplacedQuote }
    if !others.isEmpty { throw .faults(others, sources: files.map(\.source)) }
    return EvidenceVerification(records, copies: copies)
  }

  private static func report(
    _ found: EvidenceVerification, _ files: [GraphFile], moved: Int, diff: String
  ) -> VerificationReport {
    VerificationReport(
      articles: found.articles.map {
        VerifiedArticle(id: $0.id, text: $0.text, hash: $0.hash.rawValue, places: $0.places, proved: $0.proved)
      },
      faults: found.faults, sources: files.map(\.source), movable: found.movable, moved: moved, diff: diff,
      unmatchedCopies: found.unmatchedCopies)
  }
}
