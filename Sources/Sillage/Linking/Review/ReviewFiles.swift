import Foundation
import GraphFiles

/// Writes what people decided into the text of a project, behind what stands there.
///
/// The files are written anew with each decision, in one step each, so that nothing is lost when a review ends anyhow; what stood
/// there before the review is never touched.
public struct ReviewFiles: Sendable {
  private let mentionsPath: String
  private let entitiesPath: String
  private let mentionsBefore: String
  private let entitiesBefore: String

  /// The files of a project, relative to its root.
  public static let mentionsFile = "mentions.yaml"
  public static let entitiesFile = "reviewed-entities.yaml"

  public init(_ project: Project) throws(SillageError) {
    let folder = Project.path(project.graphDataFolder, in: project.root)
    mentionsPath = folder + "/" + Self.mentionsFile
    entitiesPath = folder + "/" + Self.entitiesFile
    mentionsBefore = try Self.text(mentionsPath, orElse: "# What people decided about single mentions; `sillage review` writes it.\nmentions:\n")
    entitiesBefore = try Self.text(entitiesPath, orElse: "# Entities named in reviews, to be completed and moved where they belong.\nentities:\n")
  }

  private static func text(_ path: String, orElse fresh: String) throws(SillageError) -> String {
    guard TextFile.exists(path) else { return fresh }
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
    try Self.replace(mentionsPath, with: mentions.isEmpty ? nil : mentionsBefore + mentions, before: mentionsBefore)
    try Self.replace(entitiesPath, with: entities.isEmpty ? nil : entitiesBefore + entities, before: entitiesBefore)
  }

  private static func replace(_ path: String, with text: String?, before: String) throws(SillageError) {
    guard text != nil || TextFile.exists(path) else { return }
    let new = path + ".new"
    guard FileManager.default.createFile(atPath: new, contents: Data((text ?? before).utf8)) else {
      throw .cannotWrite(path: new, reason: "the file cannot be made")
    }
    try TextFile.replace(path, with: new)
  }

  private static func mention(_ item: ReviewItem, _ decision: ReviewDecision) -> String {
    let entity =
      switch decision {
      case .entity(let id): id
      case .none: "none"
      case .new(let entity): entity.id
      }
    return "  - {document: \(YamlQuoted.text(item.document)), sha256: \"\(item.article)\", "
      + "at: \(item.offsets.lowerBound)-\(item.offsets.upperBound), words: \(YamlQuoted.text(item.text)), entity: \(entity)}\n"
  }

  private static func entity(_ entity: ReviewDecision.NewEntity, _ item: ReviewItem) -> String {
    let note = "Named in \(item.document); nothing is looked up yet"
    return "  \(entity.id):\n    type: \(entity.type)\n    name: \(YamlQuoted.text(entity.name))\n"
      + "    note: \(YamlQuoted.text(note))\n    source: gk undated low\n"
  }
}
