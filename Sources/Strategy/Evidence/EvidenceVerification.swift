public import Diagnostics
public import GraphFiles
import GraphModel

/// Proves every place of evidence against the texts that are there: the hash of each text, and the quote at its offsets.
public struct EvidenceVerification: Sendable {
  /// What was found of one article.
  public struct Article: Hashable, Sendable {
    public var id: String
    /// The file with its text; nil where the text is not here.
    public var text: String?
    public var hash: Hash
    /// How many places of evidence the graph has in it, and how many of them stand where they should.
    public var places: Int
    public var proved: Int
  }

  /// How the text of an article stands to the SHA-256 that the graph gives it.
  public enum Hash: String, Hashable, Sendable {
    case same, changed
    /// The graph gives it none.
    case unstated
    /// The text is not here.
    case unseen
  }

  /// In the order of their ids.
  public private(set) var articles: [Article] = []
  /// What does not stand where it should, in the order of paths and places.
  public private(set) var faults: [Diagnostic] = []
  /// Moves of offsets that can be meant in one way only, by file; a new hash where all that the article proves is proved again.
  public private(set) var moves: [String: [TextEdit]] = [:]
  /// How many faults the moves do away with.
  public private(set) var movable = 0
  /// The paths of copies that belong to no article of the graph.
  public private(set) var unmatchedCopies: [String] = []

  private struct Place {
    var file: String
    var evidence: Evidence
  }

  /// A stated hash and where it stands; likewise the stated length.
  private struct Statement {
    var file: String
    var hash: Spanned<String>?
    var length: SourceSpan?
  }

  /// `records` may have misplaced quotes and no other faults. Cost: a pass over the texts, and for each quote that has
  /// drifted one more over its text.
  public init(_ records: GraphRecords, copies: [TextCopy]) {
    var places: [String: [Place]] = [:]
    for claim in records.claims {
      for evidence in claim.evidence {
        places[evidence.article.value, default: []].append(Place(file: claim.file, evidence: evidence))
      }
    }
    var statements: [String: Statement] = [:]
    for entity in records.entities { statements[entity.id.value] = Self.statement(of: entity) }
    let own = Dictionary(records.articles.map { ($0.entity.id.value, $0) }) { first, _ in first }
    var wanted = places.mapValues { $0.map(\.evidence.quote.value) }
    for (id, statement) in statements where statement.hash != nil && wanted[id] == nil { wanted[id] = [] }
    for id in own.keys { wanted[id] = nil }
    let hashes = statements.compactMapValues { $0.hash?.value }
    let matching = TextMatching(copies, hashes: hashes, quotes: wanted)
    unmatchedCopies = matching.unmatched.map(\.path)
    for id in Set(places.keys).union(own.keys).union(wanted.keys).sorted() {
      if let article = own[id] {
        let statement = Statement(file: article.entity.file, hash: article.statedHash)
        verify(id, places[id] ?? [], Array(article.text.utf8), article.entity.file, statement)
      } else if let copy = matching.copies[id] {
        verify(id, places[id] ?? [], copy.bytes, copy.path, statements[id])
      } else {
        articles.append(Article(id: id, text: nil, hash: .unseen, places: places[id]?.count ?? 0, proved: 0))
      }
    }
    faults.sort { ($0.source, $0.span.start) < ($1.source, $1.span.start) }
  }

  private static func statement(of entity: EntityRecord) -> Statement {
    var statement = Statement(file: entity.file)
    for property in entity.properties {
      if case .string(let hash) = property.value, property.name.value == "sha256" {
        statement.hash = Spanned(hash, property.span)
      }
      if property.name.value == "length" { statement.length = property.span }
    }
    return statement
  }

  private mutating func verify(_ id: String, _ places: [Place], _ text: [UInt8], _ path: String, _ statement: Statement?) {
    let anchored = AnchoredText(String(decoding: text, as: UTF8.self))
    var proved = 0
    var edits: [(file: String, edit: TextEdit)] = []
    var isOpen = false
    for place in places {
      guard let fault = anchored.fault(in: place.evidence, of: place.file) else {
        proved += 1
        continue
      }
      faults.append(fault)
      guard let move = EvidenceMove(of: place.evidence, in: anchored) else {
        isOpen = true
        continue
      }
      movable += 1
      edits += move.edits.map { (place.file, $0) }
    }
    let digest = SHA256.hex(of: text)
    let stated = statement?.hash
    let hash: Hash = stated.map { $0.value == digest ? .same : .changed } ?? .unstated
    if hash == .changed, let stated, let statement {
      faults.append(
        Diagnostic(
          .textChanged, "\(path) is not the text that `\(id)` was read in", source: statement.file, span: stated.span,
          label: "it has the SHA-256 \(digest.prefix(12))…",
          hint: isOpen ? nil : "every quote stands in it once: `sillage verify --fix` takes it over"))
      if !isOpen {
        movable += 1
        edits.append((statement.file, TextEdit(stated.span, digest)))
        if let length = statement.length {
          edits.append((statement.file, TextEdit(length, String(anchored.length(in: .scalar)))))
        }
      }
    }
    for (file, edit) in edits { moves[file, default: []].append(edit) }
    articles.append(Article(id: id, text: path, hash: hash, places: places.count, proved: proved))
  }
}

extension DiagnosticCode {
  /// A text that is not the one whose SHA-256 the graph gives.
  public static let textChanged = DiagnosticCode("E434")
}
