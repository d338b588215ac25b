import GraphFiles

/// A walk over places, with what was decided about each: a person goes on, skips, and takes steps back.
public struct Review: Sendable {
  public let items: [ReviewItem]
  /// The place that is looked at; the number of places at the end.
  public private(set) var position = 0
  /// What was decided about each place that was passed; nil where it was skipped.
  private var decisions: [ReviewDecision?] = []
  /// The types that a new entity may have, in the order of the schema.
  public let types: [String]
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
  /// - Parameter made: new entities of decisions that are not noted yet.
  public func fault(of decision: ReviewDecision, made: [ReviewDecision.NewEntity] = []) -> String? {
    let made = made + noted
    switch decision {
    case .entity(let id):
      let isKnown = ids.contains(id) || made.contains { $0.id == id }
      return isKnown ? nil : "there is no entity `\(id)`" + Self.question(id, among: ids.union(made.map(\.id)))
    case .none: return nil
    case .new(let entity):
      if made.contains(entity) { return nil }
      return fault(ofID: entity.id, made: made) ?? fault(ofType: entity.type) ?? (entity.name.isEmpty ? "an entity needs a name" : nil)
    }
  }

  /// What is wrong with the type of a new entity; nil where the schema has it.
  public func fault(ofType type: String) -> String? {
    types.contains(type) ? nil : "the schema has no type `\(type)`" + Self.question(type, among: types)
  }

  /// What is wrong with the id of a new entity; nil where it is one and nothing has it.
  public func fault(ofID id: String, made: [ReviewDecision.NewEntity] = []) -> String? {
    if !Self.isIdentifier(id) { return "`\(id)` is no id: lower case letters, digits and single hyphens" }
    if ids.contains(id) { return "there is an entity `\(id)` already" }
    return (made + noted).contains { $0.id == id } ? "a new entity `\(id)` is made already, with another name or type" : nil
  }

  private static func question(_ name: String, among names: some Sequence<String>) -> String {
    NearName.question(for: name, among: names).map { ": \($0)" } ?? ""
  }

  /// The new entities of what has been decided so far.
  private var noted: [ReviewDecision.NewEntity] {
    decisions.compactMap { decision in
      if case .new(let entity) = decision { return entity }
      return nil
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
