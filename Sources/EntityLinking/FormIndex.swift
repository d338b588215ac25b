/// All surface forms of a catalogue, compiled into a trie over word hashes.
struct FormIndex: Sendable {
  private var table: FormTable
  private var trie: WordTrie
  private(set) var filter = WordFilter(words: 0)

  /// Cost: linear in the letters of all names.
  init(catalogue: Catalogue, cues: CompiledCues) {
    let names = catalogue.entries.reduce(0) { $0 + 1 + $1.aliases.count }
    table = FormTable(forms: names)
    trie = WordTrie(edges: names)
    addListed(catalogue)
    addVariants(catalogue)
    table.finish { FormTraits.of($0, catalogue: catalogue, cues: cues) }
    filter = WordFilter(words: trie.firstWords)
    for record in table.records { filter.insert(record.firstHash) }
  }

  private mutating func addListed(_ catalogue: Catalogue) {
    for (entity, entry) in catalogue.entries.enumerated() {
      let nicknames = Set(entry.nicknames)
      add(ListedName(entry.name), .init(entity: entity, origin: .name))
      for alias in entry.aliases where !nicknames.contains(alias) {
        add(ListedName(alias), .init(entity: entity, origin: .alias))
      }
      for nickname in entry.nicknames.sorted() {
        add(ListedName(nickname), .init(entity: entity, origin: .nickname))
      }
    }
  }

  /// Adds the variants after all listed names; a last name only where no listed name has its form.
  private mutating func addVariants(_ catalogue: Catalogue) {
    let listed = table.records.count
    for (entity, entry) in catalogue.entries.enumerated() {
      let kind = catalogue.kinds[entity]
      for text in [entry.name] + entry.aliases where !entry.nicknames.contains(text) {
        for variant in FormVariants.of(ListedName(text), kind: kind) {
          add(variant.name, .init(entity: entity, origin: variant.origin))
        }
      }
      guard kind == .person else { continue }
      let name = ListedName(entry.name)
      if name.words.count > 1, let last = name.words.last, last.utf8.count >= 4,
        (form(of: [last]).map { $0 >= listed || table.means(only: entity, $0) } ?? true)
      {
        add(ListedName(words: [last], gaps: [], shapes: [.capitalised]), .init(entity: entity, origin: .lastName))
      }
    }
  }

  private func form(of words: [String]) -> Int? {
    var node = WordTrie.Node(number: 0, form: -1)
    for word in words {
      guard let next = trie.step(from: node.number, WordHash.of(word)) else { return nil }
      node = next
    }
    return node.form < 0 ? nil : node.form
  }

  private mutating func add(_ name: ListedName, _ reading: SurfaceForm.Reading) {
    guard !name.words.isEmpty, name.words.count == name.shapes.count,
      name.words.reduce(0, { $0 + $1.utf8.count }) < FormTable.longestForm
    else { return }
    let new = table.records.count
    let form = trie.insert(name.words.map(WordHash.of), form: new)
    if form == new { table.add(name, reading) } else { table.join(name, reading, to: form) }
  }

  /// Whether a word may begin a form. Some six of a hundred words that begin none pass, too.
  @inline(__always)
  func mayBegin(_ hash: UInt64) -> Bool { filter.mayContain(hash) }

  /// The node after a word, or nil where no form goes on with it. The root is 0.
  @inline(__always)
  func step(from node: Int, _ hash: UInt64) -> WordTrie.Node? { trie.step(from: node, hash) }

  func form(_ position: Int) -> SurfaceForm { table[position] }

  /// Whether a word is a name by itself and nothing else, however it is written.
  func isSureName(_ hash: UInt64) -> Bool {
    guard let node = step(from: 0, hash), node.form >= 0 else { return false }
    return table[node.form].traits.isDisjoint(with: FormTraits.doubtfulWord.union(.listedLower))
  }

  func words(of form: Int) -> ArraySlice<FormTable.FormWord> { table.words(of: form) }

  /// Whether a range of well-formed UTF-8 has the letters of a form: the check that hashes call for.
  func letters(of form: Int, are range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let wanted = table.letters(of: form)
    var next = wanted.startIndex
    let fits = Folding.forEachByte(of: range, in: bytes) { byte in
      guard next < wanted.endIndex, wanted[next] == byte else { return false }
      next += 1
      return true
    }
    return fits && next == wanted.endIndex
  }
}
