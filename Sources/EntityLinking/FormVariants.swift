/// The ways of writing that follow from a listed name by rule.
enum FormVariants {
  /// Adds the variants of one name of an entity of a kind, without the name itself.
  static func add(to batch: inout NameBatch, of name: Range<Int>, kind: EntityKind) {
    if kind == .vehicle || kind == .brand || kind == .motor || kind == .company && isLongWord(name, of: batch) { addPlural(to: &batch, name, kind) }
    if kind == .vehicle { addPluralOfNoun(to: &batch, name) }
    for word in name {
      addJoined(to: &batch, name, at: word)
      addSplit(to: &batch, name, at: word)
    }
    if kind == .site || kind == .place, name.count > 1, batch.words[name.lowerBound].hash == article {
      batch.add(name.dropFirst(), .contracted)
    }
    if kind == .site { addSiteHeads(to: &batch, name) }
    addGlued(to: &batch, name)
  }

  /// "Michelins", whose wares go by the name of a company.
  private static func isLongWord(_ name: Range<Int>, of batch: borrowing NameBatch) -> Bool {
    name.count == 1 && batch.words[name.lowerBound].letters.count >= 7
  }

  private static let article = WordHash.of("le")

  /// Adds a name that has other words in the place of some of another name.
  private static func add(
    to batch: inout NameBatch, _ name: Range<Int>, replacing old: Range<Int>, _ origin: FormOrigin,
    by words: (inout NameBatch) -> Void
  ) {
    let start = batch.words.count
    for word in name.lowerBound..<old.lowerBound { batch.copy(word) }
    words(&batch)
    for word in old.upperBound..<name.upperBound { batch.copy(word) }
    batch.add(start..<batch.words.count, origin)
  }

  private static func addPlural(to batch: inout NameBatch, _ name: Range<Int>, _ kind: EntityKind) {
    let last = batch.words[name.upperBound - 1]
    let letters = batch.letters[last.letters]
    guard let end = letters.last, !"sxz".utf8.contains(end),
      letters.count >= 3 || letters.count == 2 && !isDigits(letters) && (!isLetters(letters) || kind == .brand) || name.count > 1 && isDigits(letters)
    else { return }
    add(to: &batch, name, replacing: name.upperBound - 1..<name.upperBound, .plural) {
      $0.addWord(Array(letters) + [UInt8(ascii: "s")], gap: last.gap, isCapital: last.isCapital)
    }
  }

  /// "berlinettes A110": the plural of the noun that a name begins with.
  private static func addPluralOfNoun(to batch: inout NameBatch, _ name: Range<Int>) {
    let noun = batch.words[name.lowerBound]
    let letters = batch.letters[noun.letters]
    guard name.count > 1, !noun.isCapital, letters.count > 4, isLetters(letters), let end = letters.last, !"sxz".utf8.contains(end) else { return }
    add(to: &batch, name, replacing: name.lowerBound..<name.lowerBound + 1, .plural) {
      $0.addWord(Array(letters) + [UInt8(ascii: "s")], gap: noun.gap, isCapital: false)
    }
  }

  private static func isDigits(_ word: ArraySlice<UInt8>) -> Bool { word.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  private static func isLetters(_ word: ArraySlice<UInt8>) -> Bool { word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }

  /// "ID.3" and "MG 4" written as one word: short letters beside digits.
  private static func addJoined(to batch: inout NameBatch, _ name: Range<Int>, at word: Int) {
    guard word + 1 < name.upperBound else { return }
    let (first, second) = (batch.words[word], batch.words[word + 1])
    let (a, b) = (batch.letters[first.letters], batch.letters[second.letters])
    guard a.count + b.count <= 7, !second.gap.contains(.bracket),
      isLetters(a) && isDigits(b) && a.count <= 3 || isDigits(a) && isLetters(b) && b.count <= 3
    else { return }
    add(to: &batch, name, replacing: word..<word + 2, .joined) {
      $0.addWord(Array(a + b), gap: first.gap, isCapital: true)
    }
  }

  /// "A390" and "7DL" written as two words.
  private static func addSplit(to batch: inout NameBatch, _ name: Range<Int>, at word: Int) {
    let whole = batch.words[word]
    let letters = batch.letters[whole.letters]
    guard letters.count >= 2, letters.count <= 6 else { return }
    let firstIsDigit = letters[letters.startIndex] <= 0x39
    guard let turn = letters.firstIndex(where: { ($0 <= 0x39) != firstIsDigit }),
      letters[turn...].allSatisfy({ ($0 <= 0x39) != firstIsDigit })
    else { return }
    add(to: &batch, name, replacing: word..<word + 1, .split) {
      $0.addWord(letters.startIndex..<turn, gap: whole.gap, isCapital: !firstIsDigit)
      $0.addWord(turn..<letters.endIndex, gap: .space, isCapital: firstIsDigit)
    }
  }

  /// All words as one, as in a hashtag.
  private static func addGlued(to batch: inout NameBatch, _ name: Range<Int>) {
    guard name.count > 1, name.count <= 4,
      name.dropFirst().allSatisfy({ batch.words[$0].gap == .space || batch.words[$0].gap == .hyphen })
    else { return }
    let letters = batch.words[name.lowerBound].letters.lowerBound..<batch.words[name.upperBound - 1].letters.upperBound
    guard letters.count >= 6 else { return }
    let word = batch.words.count
    batch.addWord(letters, gap: [], isCapital: true)
    batch.add(word..<word + 1, .glued)
  }

  /// Nouns that make a name of their own with the place of a site.
  static let siteNouns = WordSet(
    [
      "usine", "usines", "site", "manufacture", "plant", "factory", "works", "gigafactory", "centre", "center",
      "technocentre", "siege", "headquarters", "complexe",
    ])

  private static func addSiteHeads(to batch: inout NameBatch, _ name: Range<Int>) {
    guard name.count <= 3, !name.contains(where: { siteNouns.contains(batch.words[$0].hash) }) else { return }
    var place = name
    let initial = batch.letters[batch.words[name.lowerBound].letters].first
    var links = initial.map { "aeiouyh".utf8.contains($0) } == true ? ["d", "de"] : ["de"]
    if name.count > 1, batch.words[name.lowerBound].hash == article {
      place = name.dropFirst()
      links = ["du"]
    }
    for noun in ["usine", "site", "manufacture"] {
      for link in links {
        let start = batch.words.count
        batch.addWord(noun.utf8, gap: [], isCapital: false)
        batch.addWord(link.utf8, gap: .space, isCapital: false)
        copy(place, in: &batch, gap: link == "d" ? .apostrophe : .space)
        batch.add(start..<batch.words.count, .siteHead)
      }
    }
    for noun in ["plant", "factory", "site"] {
      add(to: &batch, name, replacing: name.upperBound..<name.upperBound, .siteHead) {
        $0.addWord(noun.utf8, gap: .space, isCapital: false)
      }
    }
  }

  /// Copies words with another gap before the first.
  private static func copy(_ words: Range<Int>, in batch: inout NameBatch, gap: Gap) {
    for word in words { batch.copy(word, gap: word == words.lowerBound ? gap : nil) }
  }
}
