/// All surface forms of a catalogue, compiled into a trie over word hashes.
final class FormIndex: Sendable {
  let table: FormTable
  let trie: WordTrie
  /// The words that forms begin with, and the nodes behind them.
  let filter: WordFilter
  let laterFilter: WordFilter
  /// The words that are a form by themselves.
  private let singleFilter: WordFilter

  /// Cost: linear in the letters of all names.
  init(catalogue: Catalogue, cues: CompiledCues) {
    var making = FormIndexMaking(names: catalogue.entries.indices.reduce(0) { $0 + 1 + catalogue.entries[$1].aliases.count })
    making.addNames(of: catalogue)
    making.finish(catalogue, FormTraitRules(cues: cues))
    (table, trie) = (making.table, making.trie)
    (filter, laterFilter, singleFilter) = (making.filter(), making.laterFilter(), making.singleFilter())
  }

  /// What the tables take in memory.
  var bytes: Int { table.bytes + trie.bytes + filter.bytes + laterFilter.bytes + singleFilter.bytes }

  func form(_ position: Int) -> SurfaceForm { table[position] }

  /// 1 for a word that may be a form by itself, or go on with the next word as one does; 0 for one that is neither, which two small bitmaps
  /// tell of most.
  @inline(__always)
  func mark(of word: UInt64, before next: UInt64) -> UInt64 {
    singleFilter.mark(of: word) | laterFilter.mark(of: WordTrie.node(after: WordTrie.node(after: WordTrie.root, word), next))
  }

  /// Puts those of some words that may be a form by themselves, or go on with the next word as one does, at the beginning, and the last two of
  /// all. Gives how many they are.
  func keep(_ count: Int, of places: inout [Int32], _ hashes: Span<UInt64>) -> Int {
    var places = places.mutableSpan
    let last = hashes.count &- 2
    var kept = 0
    for place in 0..<count {
      let word = Int(places[place])
      let mark = word < last ? mark(of: hashes[word], before: hashes[word &+ 1]) : 1
      places[kept] = places[place]
      kept &+= Int(truncatingIfNeeded: mark)
    }
    return kept
  }

  /// Whether the word that leads to a node is a name by itself and nothing else, however it is written.
  @inline(__always)
  func isSureName(_ node: WordTrie.Node) -> Bool {
    node.form >= 0 && traits(of: node.form).isDisjoint(with: Self.notSure)
  }

  /// Whether a word by itself is the name of a car that people have, too, and no other word.
  func isGivenName(_ node: WordTrie.Node) -> Bool {
    guard node.form >= 0 else { return false }
    let traits = traits(of: node.form)
    return traits.contains(.givenName) && traits.isDisjoint(with: [.frenchWord, .englishWord])
  }

  private static let notSure = FormTraits.doubtfulWord.union(.listedLower)

  func words(of form: Int) -> ArraySlice<FormTable.FormWord> { table.words(of: form) }

  func traits(of form: Int) -> FormTraits { table.records[form].traits }

  /// The kinds of the entities that a form may mean.
  func kinds(of form: Int) -> EntityKinds { table.records[form].kinds }

  func readingCount(of form: Int) -> Int { Int(table.records[form].readingCount) }

  func readings(of form: Int) -> ArraySlice<SurfaceForm.Reading> { table.readings(of: form) }

  /// The entity of a form that can mean no other.
  @inline(__always)
  func onlyEntity(of form: Int) -> Int? { table.onlyEntity(of: form) }

  /// Whether something holds for one of the entities that a form may mean. Unlike ``readings(of:)`` it counts no references, which cores
  /// would have to tell each other of.
  @inline(__always)
  func hasEntity(_ form: Int, where holds: (Int) -> Bool) -> Bool { table.hasReading(form) { holds($0.entity) } }

  /// Whether a form follows from names by one rule only.
  func isOnly(_ origin: FormOrigin, _ form: Int) -> Bool { !table.hasReading(form) { $0.origin != origin } }

  /// Hands out the entities that a form may mean.
  @inline(__always)
  func forEachEntity(of form: Int, _ take: (Int) -> Void) { table.forEachEntity(of: form, take) }
}
