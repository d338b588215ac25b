import GraphModel

/// Which entities an article names for sure, by sentence, paragraph and article, and whether those tied to one are near.
struct Neighbourhood {
  private let catalogue: Catalogue
  /// The entities named, in the order of the article, with room for all that may be, and for each sentence and paragraph where its own begin.
  private var names: [Name]
  private var sentenceStarts: [Int32]
  private var paragraphStarts: [Int32]
  private var marks: EntityMarks
  /// What was found among many names, so that a list of thousands is not gone through for each of them.
  private var ties: [Tie: Bool] = [:]

  /// What is asked of some names: whether one is tied to an entity, and is none of its rivals.
  private struct Tie: Hashable {
    var entity: Int
    var names: Range<Int>
    var rivals: Range<Int>
  }

  /// More names than a sentence or a paragraph of prose has.
  private static let many = 64

  private struct Name {
    private let number: Int32
    /// Whether the form can mean nothing else.
    let isAlone: Bool

    init(_ entity: Int, isAlone: Bool) {
      number = Int32(truncatingIfNeeded: entity)
      self.isAlone = isAlone
    }

    var entity: Int { Int(number) }
  }

  enum Nearness { case sentence, paragraph, article, none }

  /// - Parameter readings: how many entities the matches of the article may mean, counted as often as they occur.
  init(_ catalogue: Catalogue, article: Article, readings: Int) {
    self.catalogue = catalogue
    names = Array(filledWith: Name(-1, isAlone: false), count: readings)
    sentenceStarts = Array(filledWith: 0, count: Int(article.sentenceOf.last ?? 0) + 2)
    paragraphStarts = Array(filledWith: 0, count: Int(article.paragraphOf.last ?? 0) + 2)
    marks = EntityMarks(capacity: min(catalogue.entries.count, readings))
  }

  /// Takes the names of some matches in place of those that it had. Cost: linear in the matches, sentences and paragraphs.
  mutating func name(_ matches: [Match], of index: FormIndex, in article: Article, where isNamed: (Int) -> Bool) {
    marks.removeAll()
    if !ties.isEmpty { ties.removeAll() }
    Self.list(matches, of: index, in: article, where: isNamed, &names, &marks, &sentenceStarts, &paragraphStarts)
  }

  @inline(__always)
  private static func list(
    _ matches: [Match], of index: FormIndex, in article: Article, where isNamed: (Int) -> Bool, _ names: inout [Name], _ marks: inout EntityMarks,
    _ sentences: inout [Int32], _ paragraphs: inout [Int32]
  ) {
    var names = names.mutableSpan
    var sentences = sentences.mutableSpan
    var paragraphs = paragraphs.mutableSpan
    var (sentence, paragraph, count) = (0, 0, 0)
    for position in matches.indices where isNamed(position) {
      let (entity, first) = (matches[position].entity, matches[position].first)
      begin(&sentences, &sentence, upTo: Int(article.sentenceOf[first]), count)
      begin(&paragraphs, &paragraph, upTo: Int(article.paragraphOf[first]), count)
      if entity >= 0 {
        marks.insert([.named, .namedAlone], at: entity)
        names[count] = Name(entity, isAlone: true)
        count &+= 1
        continue
      }
      for place in index.table.readingPlaces(of: matches[position].form) {
        let entity = index.table.entity(ofReading: place)
        marks.insert(.named, at: entity)
        names[count] = Name(entity, isAlone: false)
        count &+= 1
      }
    }
    begin(&sentences, &sentence, upTo: sentences.count - 1, count)
    begin(&paragraphs, &paragraph, upTo: paragraphs.count - 1, count)
  }

  /// Lets the scopes that have not begun begin behind so many names.
  @inline(__always)
  private static func begin(_ starts: inout MutableSpan<Int32>, _ next: inout Int, upTo last: Int, _ names: Int) {
    while next <= last {
      starts[next] = Int32(truncatingIfNeeded: names)
      next += 1
    }
  }

  /// Where the nearest entity that is tied to `entity` is named. Cost: the names in the paragraph, and once for each entity
  /// the number of its ties.
  /// - Parameter rivals: readings of the same form, which say nothing for each other; where there are some, nor does what is
  ///   farther off than in the paragraph.
  mutating func nearness(
    of entity: Int, sentence: Int32, paragraph: Int32, apartFrom rivals: ArraySlice<SurfaceForm.Reading> = []
  ) -> Nearness {
    let ties = catalogue.neighbours[entity]
    guard !ties.isEmpty, isTiedInArticle(entity, ties) else { return .none }
    if isTied(entity, to: names(sentenceStarts, sentence), apartFrom: rivals) { return .sentence }
    if isTied(entity, to: names(paragraphStarts, paragraph), apartFrom: rivals) { return .paragraph }
    return rivals.isEmpty ? .article : .none
  }

  private func names(_ starts: [Int32], _ scope: Int32) -> ArraySlice<Name> {
    names[Int(starts[Int(scope)])..<Int(starts[Int(scope) + 1])]
  }

  private mutating func isTiedInArticle(_ entity: Int, _ ties: [Int]) -> Bool {
    let known = marks[entity]
    if !known.isDisjoint(with: [.tied, .untied]) { return known.contains(.tied) }
    let isTied = ties.contains { marks[$0].contains(.named) }
    marks.insert(isTied ? .tied : .untied, at: entity)
    return isTied
  }

  private mutating func isTied(_ entity: Int, to named: ArraySlice<Name>, apartFrom rivals: ArraySlice<SurfaceForm.Reading>) -> Bool {
    let own = catalogue.neighbours[entity]
    guard named.count > Self.many else { return Self.isTied(own, to: named, apartFrom: rivals) }
    let tie = Tie(entity: entity, names: named.indices, rivals: rivals.indices)
    if let known = ties[tie] { return known }
    let isTied = Self.isTied(own, to: named, apartFrom: rivals)
    ties[tie] = isTied
    return isTied
  }

  private static func isTied(_ ties: [Int], to named: ArraySlice<Name>, apartFrom rivals: ArraySlice<SurfaceForm.Reading>) -> Bool {
    var last = -1
    for name in named where name.entity != last {
      last = name.entity
      if contains(ties, last), !rivals.contains(where: { $0.entity == last }) { return true }
    }
    return false
  }

  /// Whether a sorted list has a number.
  private static func contains(_ sorted: [Int], _ wanted: Int) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == wanted
  }

  /// Whether the entity is named by a form that can mean nothing else.
  func isNamed(_ entity: Int) -> Bool { marks[entity].contains(.namedAlone) }

  func isNamed(_ entity: Int, inParagraph paragraph: Int32) -> Bool {
    isNamed(entity) && names(paragraphStarts, paragraph).contains { $0.isAlone && $0.entity == entity }
  }

  /// The same of a sentence: "Alpine races as the BWT Alpine F1 Team", so that the short name is the brand's.
  func isNamed(_ entity: Int, inSentence sentence: Int32) -> Bool {
    isNamed(entity) && names(sentenceStarts, sentence).contains { $0.isAlone && $0.entity == entity }
  }
}

/// Marks of the entities that one article is about: a small open-addressing table, so that its cost does not grow with the
/// catalogue.
struct EntityMarks {
  struct Marks: OptionSet {
    let rawValue: UInt8
    static let named = Marks(rawValue: 1)
    static let namedAlone = Marks(rawValue: 2)
    /// An entity that is tied to it is named, or none is.
    static let tied = Marks(rawValue: 4)
    static let untied = Marks(rawValue: 8)
  }

  private struct Slot {
    /// The entity, or -1 where the slot is free.
    var entity: Int32 = -1
    var marks: Marks = []
  }

  private var slots: [Slot]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(filledWith: Slot(), count: size)
  }

  mutating func removeAll() {
    slots = Array(filledWith: Slot(), count: slots.count)
  }

  /// The place of an entity, or the free one where it would be. There is always a free one.
  @inline(__always)
  private func place(of entity: Int) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: entity) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[place].entity >= 0, slots[place].entity != entity { place = (place + 1) & mask }
    return place
  }

  subscript(entity: Int) -> Marks { slots[place(of: entity)].marks }

  @inline(__always)
  mutating func insert(_ new: Marks, at entity: Int) {
    let place = place(of: entity)
    slots[place] = Slot(entity: Int32(truncatingIfNeeded: entity), marks: slots[place].marks.union(new))
  }
}
