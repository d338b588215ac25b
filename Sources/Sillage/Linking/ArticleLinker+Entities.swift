import EntityLinking
import GraphFiles

extension ArticleLinker {
  /// The one entity that goes by an id, a name or an alias, without regard to case and accents; an id as it is written wins over everything
  /// else. Fails with `ambiguousName` or `unknownName`. Cost: folds all names.
  public func entity(called text: String) throws(SillageError) -> EntityName {
    if let entry = linker.entries.first(where: { $0.id == text }) { return name(of: entry.id) }
    let folded = foldedName(text)
    var named: [String: Set<String>] = [:]
    for entry in linker.entries {
      for name in [entry.id, entry.name] + entry.aliases { named[foldedName(name), default: []].insert(entry.id) }
    }
    let found = folded.isEmpty ? [] : named[folded] ?? []
    if found.count == 1, let id = found.first { return name(of: id) }
    if !found.isEmpty { throw .ambiguousName(text, candidates: found.sorted().map { name(of: $0) }) }
    var near: [String] = []
    for name in NearName.suggestions(for: folded, among: named.keys, limit: Self.suggestions) {
      near += (named[name] ?? []).sorted().filter { !near.contains($0) }
    }
    throw .unknownName(text, near: near.prefix(Self.suggestions).map { name(of: $0) })
  }

  private static let suggestions = 5

  /// The same, with the database that was linked against: fails with `notLinked` for a name of a node that articles are not linked to.
  public func entity(called text: String, in database: GraphDatabase?) throws(SillageError) -> EntityName {
    do throws(SillageError) {
      return try entity(called: text)
    } catch {
      guard case .unknownName = error, let database, let node = try database.entity(called: text) else { throw error }
      throw .notLinked(node)
    }
  }

  /// The names that an entity is known by, each once whatever its case and accents; none for an unknown id.
  public func names(of entity: String) -> [String] {
    guard let entry = linker.entries.first(where: { $0.id == entity }) else { return [] }
    var seen: Set<String> = []
    return ([entry.name] + entry.aliases + entry.nicknames).filter { seen.insert(foldedName($0)).inserted }
  }

  /// The places of an explanation that name, or might name, something else by a longer name which has a name of an entity in it.
  public func longerNames(with entity: String, in explanation: Explanation) -> [WeighedPlace] {
    let names = names(of: entity).map { " " + foldedName($0) + " " }
    return explanation.places.filter { place in
      let text = " " + foldedName(place.text) + " "
      return !place.candidates.contains { $0.entity.id == entity } && names.contains { text.contains($0) }
    }
  }
}
