import GraphModel

/// All entities that can be linked, in the order of their ids, with the ties between them in both directions.
public final class Catalogue: Sendable {
  /// The entries, each id once, sorted by id.
  public let entries: [CatalogueEntry]
  /// The kind of each entry.
  let kinds: [EntityKind]
  /// For each entry, whether it is a vehicle with a name that says that it is electric.
  let electric: [Bool]
  /// For each entry, whether it is a person of a racing team.
  let racers: [Bool]
  /// For each entry, the positions of the entries tied to it, sorted.
  let neighbours: [[Int]]
  let placeNames: PlaceNames

  /// Takes entries in any order. Entries with the same id are joined: the first name in alphabetical order is the name
  /// and the others become aliases. Links to unknown ids are left out. Cost: sorting.
  public init(entries: [CatalogueEntry]) {
    let joined = Self.joined(entries)
    let kinds = Self.kinds(of: joined)
    electric = zip(joined, kinds).map { $1 == .vehicle && Self.saysElectric($0) }
    let neighbours = Self.ties(between: joined)
    racers = zip(kinds, neighbours).map { $0 == .person && $1.contains { kinds[$0] == .team } }
    placeNames = PlaceNames(joined, kinds)
    self.neighbours = neighbours
    self.kinds = kinds
    self.entries = joined
  }

  /// Where the entry of an id stands among ``entries``.
  func position(of id: String) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id ? low : nil
  }

  /// The entries sorted, each id once.
  private static func joined(_ entries: [CatalogueEntry]) -> [CatalogueEntry] {
    if zip(entries, entries.dropFirst()).allSatisfy({ $0.id < $1.id }) { return entries }
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
    return joined
  }

  /// The kinds of the entries, each type looked up once.
  private static func kinds(of entries: [CatalogueEntry]) -> [EntityKind] {
    var known: [String: EntityKind] = [:]
    return entries.map { entry in
      if let kind = known[entry.type] { return kind }
      let kind = EntityKind(type: entry.type)
      known[entry.type] = kind
      return kind
    }
  }

  private static func ties(between entries: [CatalogueEntry]) -> [[Int]] {
    var ties = [[Int]](filledWith: [], count: entries.count)
    guard entries.contains(where: { !$0.links.isEmpty }) else { return ties }
    var position: [String: Int] = Dictionary(minimumCapacity: entries.count)
    for (index, entry) in entries.enumerated() { position[entry.id] = index }
    for (index, entry) in entries.enumerated() {
      for link in entry.links {
        guard let other = position[link], other != index else { continue }
        ties[index].append(other)
        ties[other].append(index)
      }
    }
    for index in ties.indices where ties[index].count > 1 {
      ties[index].sort()
      ties[index] = ties[index].reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
    return ties
  }

  private static func saysElectric(_ entry: CatalogueEntry) -> Bool {
    var hasher = WordHasher()
    return ([entry.name] + entry.aliases).contains { name in
      hasher.read(name)
      let words = hasher.hashes
      return words.contains(where: electricWords.contains) || words.contains(electricPrefix) && words.contains(electricRest)
    }
  }

  private static let electricWords = WordSet(["electric", "electrique", "ev"])
  private static let electricPrefix = WordHash.of("e")
  private static let electricRest = WordHash.of("tech")
}
