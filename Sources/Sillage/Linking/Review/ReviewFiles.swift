import GraphFiles

/// Writes what people decided into the text of a project, behind what stands there.
///
/// The files are written anew with each decision, in one step each, so that nothing is lost when a review ends anyhow; what stood
/// there before the review is never touched.
public struct ReviewFiles: Sendable {
  private let mentionsPath: String
  private let entitiesPath: String
  /// What the files held before the review; nil for one that was not there.
  private let mentionsBefore: String?
  private let entitiesBefore: String?

  private static let mentionsHead = "# What people decided about single mentions; `sillage review` writes it.\nmentions:\n"
  private static let entitiesHead = "# Entities named in reviews, to be completed and moved where they belong.\nentities:\n"

  /// The files of a project, relative to its root.
  public static let mentionsFile = "mentions.yaml"
  public static let entitiesFile = "reviewed-entities.yaml"

  public init(_ project: Project) throws(SillageError) {
    let folder = Project.path(project.graphDataFolder, in: project.root)
    mentionsPath = folder + "/" + Self.mentionsFile
    entitiesPath = folder + "/" + Self.entitiesFile
    mentionsBefore = try Self.text(mentionsPath)
    entitiesBefore = try Self.text(entitiesPath)
  }

  private static func text(_ path: String) throws(SillageError) -> String? {
    guard TextFile.exists(path) else { return nil }
    let text = String(decoding: try TextFile.read(path), as: UTF8.self)
    return text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
  }

  /// Writes all decisions of a review so far.
  public func write(_ decisions: [(item: ReviewItem, decision: ReviewDecision)]) throws(SillageError) {
    let mentions = decisions.map { Self.mention($0.item, $0.decision) }.joined()
    var seen: Set<String> = []
    let entities = decisions.map { item, decision -> String in
      guard case .new(let entity) = decision, seen.insert(entity.id).inserted else { return "" }
      return Self.entity(entity, item)
    }.joined()
    try Self.replace(mentionsPath, with: mentions.isEmpty ? nil : (mentionsBefore ?? Self.mentionsHead) + mentions, before: mentionsBefore)
    try Self.replace(entitiesPath, with: entities.isEmpty ? nil : (entitiesBefore ?? Self.entitiesHead) + entities, before: entitiesBefore)
  }

  /// Writes a file; where nothing is to be added, it is what it was before, or is not there.
  private static func replace(_ path: String, with text: String?, before: String?) throws(SillageError) {
    guard text != nil || TextFile.exists(path) else { return }
    guard let whole = text ?? before else { return TextFile.remove(path) }
    try TextFile.write([UInt8](whole.utf8), to: path)
  }

  private static func mention(_ item: ReviewItem, _ decision: ReviewDecision) -> String {
    let entity =
      switch decision {
      case .entity(let id): id
      case .none: "none"
      case .new(let entity): entity.id
      }
    return "  - {document: \(YamlWriting.quoted(item.document)), sha256: \"\(item.article)\", "
      + "at: \(item.offsets.lowerBound)-\(item.offsets.upperBound), words: \(YamlWriting.quoted(item.text)), entity: \(entity)}\n"
  }

  private static func entity(_ entity: ReviewDecision.NewEntity, _ item: ReviewItem) -> String {
    let note = "Named in \(item.document); nothing is looked up yet"
    return "  \(entity.id):\n    type: \(entity.type)\n    name: \(YamlWriting.quoted(entity.name))\n"
      + "    note: \(YamlWriting.quoted(note))\n    source: gk undated low\n"
  }
}
