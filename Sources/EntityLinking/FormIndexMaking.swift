/// The tables of an index while names are added to them.
struct FormIndexMaking {
  private(set) var table: FormTable
  private(set) var trie: WordTrie
  private var batch = NameBatch()

  /// - Parameter names: how many are expected.
  init(names: Int) {
    table = FormTable(forms: names)
    trie = WordTrie(edges: 2 * names)
  }

  /// Adds all names with their variants, then the last names of people.
  mutating func addNames(of catalogue: Catalogue) {
    for entity in catalogue.entries.indices { add(entity, of: catalogue, catalogue.kinds[entity]) }
    for entity in catalogue.entries.indices where catalogue.kinds[entity] == .person {
      addLastName(catalogue.entries[entity].name, entity)
    }
  }

  /// Puts the tables in order.
  mutating func finish(_ catalogue: Catalogue, _ traits: FormTraitRules) { table.finish(kinds: catalogue.kinds, traits: traits) }

  /// The words that forms begin with.
  func filter() -> WordFilter {
    var filter = WordFilter(words: trie.firstWords)
    filter.insert(table.records.lazy.map(\.firstHash))
    return filter
  }

  /// The words that are a form by themselves.
  func singleFilter() -> WordFilter {
    let singles = table.records.lazy.filter { $0.wordCount == 1 }
    var filter = WordFilter(words: singles.count)
    filter.insert(singles.map(\.firstHash))
    return filter
  }

  /// The nodes behind the first words.
  func laterFilter() -> WordFilter {
    var filter = WordFilter(words: trie.laterNodeCount)
    filter.insert(trie.laterNodes)
    return filter
  }

  /// Adds the names of an entity and their variants.
  private mutating func add(_ entity: Int, of catalogue: Catalogue, _ kind: EntityKind) {
    batch.begin()
    let nicknames = catalogue.entries[entity].nicknames.isEmpty ? [] : Set(catalogue.entries[entity].nicknames)
    let name = catalogue.entries[entity].name
    batch.read(name, .name)
    for alias in catalogue.entries[entity].aliases where !nicknames.contains(alias) { batch.read(alias, .alias) }
    let listed = batch.names.count
    for nickname in catalogue.entries[entity].nicknames { batch.read(nickname, .nickname) }
    let isNickname = nicknames.contains(name)
    for position in batch.start..<listed where !isNickname || batch.names[position].origin != .name {
      FormVariants.add(to: &batch, of: batch.names[position].words, kind: kind)
    }
    let fullName = kind == .person ? batch.first.flatMap { $0.origin == .name ? $0.words : nil } : nil
    for position in batch.start..<batch.names.count { add(batch.names[position], entity, fullName) }
  }

  /// Adds the last name of a person where no listed name of others has its form.
  private mutating func addLastName(_ text: String, _ entity: Int) {
    batch.begin()
    batch.read(text, .name)
    guard let name = batch.first?.words, name.count > 1 else { return }
    let last = name.upperBound - 1
    guard batch.words[last].letters.count >= 4,
      form(of: batch.words[last].hash).map({ !table.isListed($0, forOthersThan: entity) }) ?? true
    else { return }
    batch.addWord(batch.words[last].letters, gap: [], isCapital: true)
    let word = batch.words.count - 1
    add(NameBatch.Name(words: word..<word + 1, origin: .lastName), entity, name)
  }

  private func form(of word: UInt64) -> Int? {
    guard let node = trie.step(from: WordTrie.root, word), node.form >= 0 else { return nil }
    return node.form
  }

  private mutating func add(_ name: NameBatch.Name, _ entity: Int, _ fullName: Range<Int>?) {
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
}
