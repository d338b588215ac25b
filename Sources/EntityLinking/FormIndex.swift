/// All surface forms of a catalogue, compiled into a trie over word hashes.
struct FormIndex: Sendable {
  private(set) var forms: [SurfaceForm] = []
  private var trie = WordTrie()
  /// The form that ends at each node of the trie, or -1.
  private var formAtNode: [Int32] = [-1]

  /// Cost: linear in the letters of all names.
  init(catalogue: Catalogue, cues: CompiledCues) {
    addListed(catalogue)
    addVariants(catalogue)
    for index in forms.indices {
      forms[index].readings.sort { ($0.entity, $0.origin) < ($1.entity, $1.origin) }
      forms[index].traits = FormTraits.of(forms[index], catalogue: catalogue, cues: cues)
    }
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
    let listed = forms.count
    for (entity, entry) in catalogue.entries.enumerated() {
      let kind = catalogue.kinds[entity]
      for text in [entry.name] + entry.aliases where !entry.nicknames.contains(text) {
        for variant in FormVariants.of(ListedName(text), kind: kind) {
          add(variant.name, .init(entity: entity, origin: variant.origin))
        }
      }
      let name = ListedName(entry.name)
      if kind == .person, name.words.count > 1, let last = name.words.last, last.utf8.count >= 4,
        (form(of: [last]).map { $0 >= listed || forms[$0].readings.allSatisfy { $0.entity == entity } } ?? true)
      {
        add(ListedName(words: [last], gaps: [], shapes: [.capitalised]), .init(entity: entity, origin: .lastName))
      }
    }
  }

  private func form(of words: [String]) -> Int? {
    var node = 0
    for word in words {
      guard let next = trie.step(from: node, WordHash.of(word)) else { return nil }
      node = next
    }
    return formAtNode[node] >= 0 ? Int(formAtNode[node]) : nil
  }

  private mutating func add(_ name: ListedName, _ reading: SurfaceForm.Reading) {
    guard !name.words.isEmpty, name.words.count == name.shapes.count else { return }
    var node = 0
    for word in name.words { node = trie.insert(from: node, WordHash.of(word)) }
    while formAtNode.count < trie.nodeCount { formAtNode.append(-1) }
    let capitals = name.shapes.map { $0 == .capitalised || $0 == .capitals || $0 == .mixed }
    let index = Int(formAtNode[node])
    guard index >= 0 else {
      formAtNode[node] = Int32(forms.count)
      forms.append(SurfaceForm(words: name.words, gaps: name.gaps, capitals: capitals, readings: [reading]))
      return
    }
    for (position, gap) in name.gaps.enumerated() { forms[index].gaps[position].formUnion(gap) }
    for (position, capital) in capitals.enumerated() where !capital { forms[index].capitals[position] = false }
    if let same = forms[index].readings.firstIndex(where: { $0.entity == reading.entity }) {
      forms[index].readings[same].origin = min(forms[index].readings[same].origin, reading.origin)
    } else if reading.origin < .plural || forms[index].readings.allSatisfy({ $0.origin >= .plural }) {
      forms[index].readings.append(reading)
    }
  }

  /// The node after a word, or nil where no form goes on with it.
  func step(from node: Int, _ hash: UInt64) -> Int? { trie.step(from: node, hash) }

  /// The form that ends at a node.
  func form(at node: Int) -> Int? { formAtNode[node] >= 0 ? Int(formAtNode[node]) : nil }
}

/// A trie whose edges are word hashes: one open-addressing table for all nodes.
struct WordTrie: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var hashes: [UInt64] = Array(repeating: 0, count: 64)
  private var targets: [Int32] = Array(repeating: 0, count: 64)
  private var edges = 0
  private(set) var nodeCount = 1

  private static func key(_ node: Int, _ hash: UInt64) -> UInt64 {
    (hash ^ (UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15)) | 1
  }

  private func slot(_ key: UInt64, _ node: Int, _ hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key || hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  func step(from node: Int, _ hash: UInt64) -> Int? {
    let slot = slot(Self.key(node, hash), node, hash)
    return keys[slot] == 0 ? nil : Int(targets[slot])
  }

  mutating func insert(from node: Int, _ hash: UInt64) -> Int {
    let key = Self.key(node, hash)
    let place = slot(key, node, hash)
    if keys[place] != 0 { return Int(targets[place]) }
    keys[place] = key
    hashes[place] = hash
    targets[place] = Int32(nodeCount)
    nodeCount += 1
    edges += 1
    if edges * 2 > keys.count { grow() }
    return nodeCount - 1
  }

  private mutating func grow() {
    let (oldKeys, oldHashes, oldTargets) = (keys, hashes, targets)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    hashes = Array(repeating: 0, count: keys.count)
    targets = Array(repeating: 0, count: keys.count)
    let mask = keys.count - 1
    for index in oldKeys.indices where oldKeys[index] != 0 {
      var slot = Int(truncatingIfNeeded: (oldKeys[index] &* 0xD6E8_FEB8_6659_FD93) >> 32) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[index]
      hashes[slot] = oldHashes[index]
      targets[slot] = oldTargets[index]
    }
  }
}

extension FormIndex {
  /// A form by its number.
  func form(_ number: Int) -> SurfaceForm { forms[number] }
}

extension [String] {
  /// The ``WordHash`` of the first word.
  var firstHash: UInt64 { first.map(WordHash.of) ?? WordHash.empty }
  /// The folded bytes of the first word.
  var firstLength: Int { first?.utf8.count ?? 0 }
}
