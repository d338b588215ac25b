/// A name as it is listed, split into words.
struct ListedName {
  var words: [String]
  /// What stands between each word and the next.
  var gaps: [Gap]
  var shapes: [WordShape]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let read = WordReader.words(of: bytes)
    words = read.map { Folding.word(bytes.span, $0.start..<$0.end) }
    shapes = read.map(\.shape)
    gaps = read.dropFirst().map { $0.gap.subtracting([.sentence, .line, .paragraph, .item, .brokenWord]) }
  }

  init(words: [String], gaps: [Gap], shapes: [WordShape]) {
    self.words = words
    self.gaps = gaps
    self.shapes = shapes
  }

  /// Whether a word is written with a capital.
  func isCapital(_ word: Int) -> Bool { [.capitalised, .capitals, .mixed].contains(shapes[word]) }
}

/// The ways of writing that follow from a listed name by rule.
enum FormVariants {
  /// The variants of one name of an entity of a kind, without the name itself.
  static func of(_ name: ListedName, kind: EntityKind) -> [(origin: FormOrigin, name: ListedName)] {
    var variants: [(FormOrigin, ListedName)] = []
    if [.vehicle, .brand, .motor].contains(kind), let plural = plural(name) { variants.append((.plural, plural)) }
    for index in name.words.indices {
      if let joined = joined(name, at: index) { variants.append((.joined, joined)) }
      if let split = split(name, at: index) { variants.append((.split, split)) }
    }
    if kind == .site || kind == .place, name.words.count > 1, name.words[0] == "le" {
      variants.append((.contracted, dropFirst(name)))
    }
    if kind == .site { variants += siteHeads(name).map { (.siteHead, $0) } }
    if name.words.count > 1, name.words.count <= 4, name.gaps.allSatisfy({ $0 == .space || $0 == .hyphen }) {
      let glued = ListedName(words: [name.words.joined()], gaps: [], shapes: [.mixed])
      if glued.words[0].utf8.count >= 6 { variants.append((.glued, glued)) }
    }
    return variants
  }

  private static func plural(_ name: ListedName) -> ListedName? {
    guard let last = name.words.last, let letter = last.utf8.last, !"sxz".utf8.contains(letter),
      last.utf8.count >= 3 && last.utf8.contains(where: { $0 >= 0x61 }) || name.words.count > 1 && isDigits(last)
    else { return nil }
    var plural = name
    plural.words[name.words.count - 1] = last + "s"
    return plural
  }

  private static func isDigits(_ word: String) -> Bool { word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  private static func isLetters(_ word: String) -> Bool { word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }

  /// "ID.3" and "MG 4" written as one word: short letters beside digits.
  private static func joined(_ name: ListedName, at index: Int) -> ListedName? {
    guard index + 1 < name.words.count else { return nil }
    let (a, b) = (name.words[index], name.words[index + 1])
    guard isLetters(a) && isDigits(b) && a.utf8.count <= 3 || isDigits(a) && isLetters(b) && b.utf8.count <= 3,
      a.utf8.count + b.utf8.count <= 7, !name.gaps[index].contains(.bracket)
    else { return nil }
    var joined = name
    joined.words.replaceSubrange(index...index + 1, with: [a + b])
    joined.shapes.replaceSubrange(index...index + 1, with: [.capitals])
    joined.gaps.remove(at: index)
    return joined
  }

  /// "A390" and "7DL" written as two words.
  private static func split(_ name: ListedName, at index: Int) -> ListedName? {
    let word = Array(name.words[index].utf8)
    guard word.count >= 2, word.count <= 6 else { return nil }
    let firstIsDigit = word[0] <= 0x39
    guard let turn = word.firstIndex(where: { ($0 <= 0x39) != firstIsDigit }),
      word[turn...].allSatisfy({ ($0 <= 0x39) != firstIsDigit })
    else { return nil }
    var split = name
    let parts = [word[..<turn], word[turn...]].map { String(decoding: $0, as: UTF8.self) }
    split.words.replaceSubrange(index...index, with: parts)
    split.shapes.replaceSubrange(index...index, with: firstIsDigit ? [.number, .capitals] : [.capitals, .number])
    split.gaps.insert(.space, at: index)
    return split
  }

  private static func dropFirst(_ name: ListedName) -> ListedName {
    ListedName(
      words: Array(name.words.dropFirst()), gaps: Array(name.gaps.dropFirst()), shapes: Array(name.shapes.dropFirst()))
  }

  /// Nouns that make a name of their own with the place of a site.
  static let siteNouns: Set<String> = [
    "usine", "usines", "site", "manufacture", "plant", "factory", "works", "gigafactory", "centre", "center",
    "technocentre", "siege", "headquarters", "complexe",
  ]

  private static func siteHeads(_ name: ListedName) -> [ListedName] {
    guard name.words.count <= 3, !name.words.contains(where: siteNouns.contains) else { return [] }
    var heads: [ListedName] = []
    var place = name
    var link = name.words[0].utf8.first.map { "aeiouyh".utf8.contains($0) } == true ? ["d", "de"] : ["de"]
    if name.words.count > 1, name.words[0] == "le" {
      place = dropFirst(name)
      link = ["du"]
    }
    for noun in ["usine", "site", "manufacture"] {
      for preposition in link {
        heads.append(
          ListedName(
            words: [noun, preposition] + place.words, gaps: [.space, preposition == "d" ? .apostrophe : .space] + place.gaps,
            shapes: [.lower, .lower] + place.shapes))
      }
    }
    for noun in ["plant", "factory", "site"] {
      heads.append(
        ListedName(words: name.words + [noun], gaps: name.gaps + [.space], shapes: name.shapes + [.lower]))
    }
    return heads
  }
}
