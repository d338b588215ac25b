/// All entities that can be linked, in the order of their ids, with the ties between them in both directions.
public struct Catalogue: Sendable {
  /// The entries, each id once, sorted by id.
  public let entries: [CatalogueEntry]
  /// The kind of each entry.
  let kinds: [EntityKind]
  /// For each entry, whether it is a vehicle with a name that says that it is electric.
  let electric: [Bool]
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
    electric = joined.map { EntityKind(type: $0.type) == .vehicle && Self.saysElectric($0) }
    neighbours = ties.map { $0.sorted() }
  }

  private static func saysElectric(_ entry: CatalogueEntry) -> Bool {
    ([entry.name] + entry.aliases).contains { name in
      let words = Folding.words(of: name)
      return words.contains("electric") || words.contains("electrique") || words.contains("ev")
        || words.contains("e") && words.contains("tech")
    }
  }
}
