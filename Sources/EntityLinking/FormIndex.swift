/// All surface forms of a catalogue, compiled into a trie over word hashes.
struct FormIndex: Sendable {
  private(set) var table: FormTable
  private(set) var trie: WordTrie
  private(set) var filter = WordFilter(words: 0)

  /// Cost: linear in the letters of all names.
  init(catalogue: Catalogue, cues: CompiledCues) {
    let names = catalogue.entries.reduce(0) { $0 + 1 + $1.aliases.count }
    table = FormTable(forms: names)
    trie = WordTrie(edges: names)
    var batch = NameBatch()
    for (entity, entry) in catalogue.entries.enumerated() { add(entry, entity, catalogue.kinds[entity], &batch) }
    for (entity, entry) in catalogue.entries.enumerated() where catalogue.kinds[entity] == .person {
      addLastName(entry.name, entity, &batch)
    }
    table.finish(kinds: catalogue.kinds, traits: FormTraitRules(cues: cues))
    filter = WordFilter(words: trie.firstWords)
    for record in table.records { filter.insert(record.firstHash) }
  }

  /// Adds the names of an entity and their variants.
  private mutating func add(_ entry: CatalogueEntry, _ entity: Int, _ kind: EntityKind, _ batch: inout NameBatch) {
    batch.removeAll()
    let nicknames = Set(entry.nicknames)
    batch.read(entry.name, .name)
    for alias in entry.aliases where !nicknames.contains(alias) { batch.read(alias, .alias) }
    let listed = batch.names.count
    for nickname in entry.nicknames { batch.read(nickname, .nickname) }
    for position in 0..<listed where !nicknames.contains(entry.name) || batch.names[position].origin != .name {
      FormVariants.add(to: &batch, of: batch.names[position].words, kind: kind)
    }
    for name in batch.names { add(name, entity, batch, kind == .person ? fullName(batch) : nil) }
  }

  /// The words of the name of an entity, if it has any.
  private func fullName(_ batch: borrowing NameBatch) -> Range<Int>? {
    batch.names.first.flatMap { $0.origin == .name ? $0.words : nil }
  }

  /// Adds the last name of a person where no listed name of others has its form.
  private mutating func addLastName(_ text: String, _ entity: Int, _ batch: inout NameBatch) {
    batch.removeAll()
    batch.read(text, .name)
    guard let name = batch.names.first?.words, name.count > 1 else { return }
    let last = name.upperBound - 1
    guard batch.words[last].letters.count >= 4,
      form(of: batch.words[last].hash).map({ !table.isListed($0, forOthersThan: entity) }) ?? true
    else { return }
    batch.addWord(batch.words[last].letters, gap: [], isCapital: true)
    let word = batch.words.count - 1
    add(NameBatch.Name(words: word..<word + 1, origin: .lastName), entity, batch, name)
  }

  private func form(of word: UInt64) -> Int? {
    guard let node = trie.step(from: WordTrie.root, word), node.form >= 0 else { return nil }
    return node.form
  }

  private mutating func add(
    _ name: NameBatch.Name, _ entity: Int, _ batch: borrowing NameBatch, _ fullName: Range<Int>?
  ) {
    let words = batch.words[name.words]
    guard words.reduce(0, { $0 + $1.letters.count }) < FormTable.longestForm else { return }
    var reading = SurfaceForm.Reading(entity: entity, origin: name.origin, marks: name.marks)
    if let fullName, fullName.count > words.count,
      zip(batch.words[fullName].suffix(words.count), words).allSatisfy({ $0.hash == $1.hash })
    {
      reading.marks.insert(.endsFullName)
    }
    let new = table.records.count
    let form = trie.insert(words.lazy.map(\.hash), form: new)
    if form == new {
      table.add(name.words, of: batch, reading)
    } else {
      table.join(name.words, of: batch, reading, to: form)
    }
  }

  /// Whether a word may begin a form. Some two of a hundred words that begin none pass, too.
  @inline(__always)
  func mayBegin(_ hash: UInt64) -> Bool { filter.mayContain(hash) }

  /// The node after a word, or nil where no form goes on with it.
  @inline(__always)
  func step(from node: UInt64, _ hash: UInt64) -> WordTrie.Node? { trie.step(from: node, hash) }

  func form(_ position: Int) -> SurfaceForm { table[position] }

  func words(of form: Int) -> ArraySlice<FormTable.FormWord> { table.words(of: form) }
}
