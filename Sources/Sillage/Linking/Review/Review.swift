import GraphFiles

/// A walk over places, with what was decided about each: a person goes on, skips, and takes steps back.
public struct Review: Sendable {
  public let items: [ReviewItem]
  /// The place that is looked at; the number of places at the end.
  public private(set) var position = 0
  /// What was decided about each place that was passed; nil where it was skipped.
  private var decisions: [ReviewDecision?] = []
  private let types: [String]
  private let ids: Set<String>

  /// - Parameters:
  ///   - linker: the entities that decisions may name.
  ///   - project: whose schema gives the types of new entities.
  public init(_ items: [ReviewItem], _ linker: ArticleLinker, _ project: Project) throws(SillageError) {
    self.items = items
    types = LinkingFiles.schema(try project.files()).types.map(\.name.value)
    ids = Set(linker.names.keys)
  }

  public var current: ReviewItem? { position < items.count ? items[position] : nil }

  /// What has been decided so far, in the order of the places.
  public var decided: [(item: ReviewItem, decision: ReviewDecision)] {
    zip(items, decisions).compactMap { item, decision in decision.map { (item, $0) } }
  }

  /// Notes a decision about the current place, nil for none, and goes on.
  public mutating func decide(_ decision: ReviewDecision?) {
    guard position < items.count else { return }
    decisions.append(decision)
    position += 1
  }

  /// Goes back to the place before; false at the first.
  @discardableResult
  public mutating func undo() -> Bool {
    guard position > 0 else { return false }
    decisions.removeLast()
    position -= 1
    return true
  }

  /// What is wrong with a decision; nil where it can be noted.
  public func fault(of decision: ReviewDecision) -> String? {
    switch decision {
    case .entity(let id):
      ids.contains(id) || newIDs.contains(id)
        ? nil : "there is no entity `\(id)`" + (NearName.question(for: id, among: ids).map { ": \($0)" } ?? "")
    case .none: nil
    case .new(let entity):
      if !Self.isIdentifier(entity.id) {
        "`\(entity.id)` is no id: lower case letters, digits and single hyphens"
      } else if ids.contains(entity.id) {
        "there is an entity `\(entity.id)` already"
      } else if !types.contains(entity.type) {
        "the schema has no type `\(entity.type)`"
          + (NearName.question(for: entity.type, among: types).map { ": \($0)" } ?? "")
      } else {
        entity.name.isEmpty ? "an entity needs a name" : nil
      }
    }
  }

  private var newIDs: Set<String> {
    Set(
      decisions.compactMap { decision in
        if case .new(let entity) = decision { return entity.id }
        return nil
      })
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
