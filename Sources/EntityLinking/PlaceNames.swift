/// What sites are called behind a noun: "Mulhouse" of "usine de Mulhouse", and not "Technocentre".
struct PlaceNames: Sendable {
  /// A hash for each site and each end of a name of it that begins with such a noun.
  private var known = WordSet()

  /// Cost: one pass over the names of the sites.
  init(_ entries: [CatalogueEntry], _ kinds: [EntityKind]) {
    var hasher = WordHasher()
    for (entity, entry) in entries.enumerated() where kinds[entity] == .site {
      for name in [entry.name] + entry.aliases {
        hasher.read(name)
        let words = hasher.hashes
        guard let noun = words.first, FormVariants.siteNouns.contains(noun) else { continue }
        for start in words.indices.dropFirst() { known.insert(Self.hash(of: entity, words[start...])) }
      }
    }
  }

  /// Whether a site is called so.
  func contains(_ words: ArraySlice<Word>, of entity: Int) -> Bool { known.contains(Self.hash(of: entity, words.lazy.map(\.hash))) }

  private static func hash(of entity: Int, _ words: some Sequence<UInt64>) -> UInt64 {
    words.reduce(UInt64(entity) + 1) { WordHash.pair($0, $1) }
  }
}
