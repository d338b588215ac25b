import EntityLinking
import GraphFiles
import Strategy

/// What articles are linked by, beside the names of the graph: the cues, and what people decided about single places.
public struct LinkingKnowledge: Sendable {
  let table: CueTable
  let predicates: CueRecords
  let decisions: MentionDecisions

  /// The cues that come with the program, and no decisions.
  public static var builtIn: LinkingKnowledge {
    LinkingKnowledge(table: BuiltInCues.table, predicates: BuiltInCues.records, decisions: MentionDecisions([]))
  }

  /// The same with another table of what stands around names, as text.
  public static func builtIn(learnt text: [UInt8]) -> LinkingKnowledge {
    var table = BuiltInCues.table
    table.collocations = Collocations(text: text)
    return LinkingKnowledge(table: table, predicates: BuiltInCues.records, decisions: MentionDecisions([]))
  }

  /// That of the nearest project above a folder; the built-in cues where there is no project, or it has none.
  /// Fails with all faults of what the project says.
  public static func nearest(above folder: String) throws(SillageError) -> LinkingKnowledge {
    guard let project = try Project.nearest(above: folder) else { return .builtIn }
    return try project.linkingKnowledge()
  }
}

extension Project {
  /// The cues and decisions in the text of this project; the built-in cues where it has none.
  func linkingKnowledge() throws(SillageError) -> LinkingKnowledge {
    let files = try files()
    let (records, mentions, faults) = LinkingFiles.read(files)
    let reading = CueReading(records)
    let diagnostics = faults + reading.diagnostics
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw .faults(diagnostics, sources: files.map(\.source))
    }
    let isEmpty = records.isEmpty && records.predicates.isEmpty
    return LinkingKnowledge(
      table: isEmpty ? BuiltInCues.table : reading.table,
      predicates: records.predicates.isEmpty ? BuiltInCues.records : records, decisions: MentionDecisions(mentions))
  }
}

/// What people decided about places of articles, by the hash of the article.
struct MentionDecisions: Sendable {
  private var byHash: [String: [MentionRecord]] = [:]

  /// How many digits of the hash tell an article.
  static let hashDigits = MentionRecord.hashDigits

  init(_ records: [MentionRecord]) {
    for record in records { byHash[String(record.article.value.prefix(MentionRecord.hashDigits)), default: []].append(record) }
  }

  /// The decisions about a text, the last word on each place only, in the order of their places. Cost: that of the hash,
  /// where there are decisions at all.
  func about(_ bytes: [UInt8]) -> [MentionRecord] {
    guard !byHash.isEmpty else { return [] }
    let hash = SHA256.hex(of: bytes)
    let found = (byHash[String(hash.prefix(MentionRecord.hashDigits))] ?? []).filter { hash.hasPrefix($0.article.value) }
    var last: [Range<Int>: MentionRecord] = [:]
    for record in found { last[record.range] = record }
    return last.values.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }
}
