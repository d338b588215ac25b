/// All entities that can be linked, in the order of their ids, with the ties between them in both directions.
public struct Catalogue: Sendable {
  /// The entries, each id once, sorted by id.
  public let entries: [CatalogueEntry]
  /// The kind of each entry.
  let kinds: [EntityKind]
  /// For each entry, the positions of the entries tied to it, sorted.
  let neighbours: [[Int]]

  /// Takes entries in any order. Entries with the same id are joined: the first name in alphabetical order is the name
  /// and the others become aliases. Links to unknown ids are left out. Cost: sorting.
  public init(entries: [CatalogueEntry]) {
    var joined: [CatalogueEntry] = []
    for entry in entries.sorted(by: { ($0.id, $0.name) < ($1.id, $1.name) }) {
      if let last = joined.last, last.id == entry.id {
        joined[joined.count - 1].aliases += [entry.name] + entry.aliases
        joined[joined.count - 1].nicknames += entry.nicknames
        joined[joined.count - 1].links += entry.links
      } else {
        joined.append(entry)
      }
    }
    var position: [String: Int] = [:]
    for (index, entry) in joined.enumerated() { position[entry.id] = index }
    var ties = [Set<Int>](repeating: [], count: joined.count)
    for (index, entry) in joined.enumerated() {
      for link in entry.links {
        guard let other = position[link], other != index else { continue }
        ties[index].insert(other)
        ties[other].insert(index)
      }
    }
    self.entries = joined
    kinds = joined.map { EntityKind(type: $0.type) }
    neighbours = ties.map { $0.sorted() }
  }
}
