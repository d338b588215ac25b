public import ArticleText
import GraphModel

/// What stood at, beside and around the names of annotated articles, and what was meant there: what a table of ``Collocations`` is learnt from.
public struct CollocationExamples: Sendable {
  private let linker: Linker
  private var numbers: [Thing: Int32] = [:]
  private var things: [Thing] = []
  /// How many places have each thing, by its number.
  public private(set) var counts: [Int] = []
  private var examples: [CollocationSubject: [Example]] = [:]
  /// The texts of the hashes of words.
  private var words: [UInt64: String] = [:]

  /// A place where a name stands.
  public struct Example: Sendable {
    /// The numbers of the things there, in ascending order, each once.
    public var things: [Int32]
    /// Whether what is meant there is the subject.
    public var isTrue: Bool
  }

  /// A thing that stands somewhere, whatever its word in the article.
  private struct Thing: Hashable {
    var place: Collocation.Place
    var items: [UInt64]
  }

  /// No examples, of the names of a catalogue.
  public init(_ linker: Linker) { self.linker = linker }

  /// The examples of a subject, in the order in which they were added.
  public subscript(_ subject: CollocationSubject) -> [Example] { examples[subject] ?? [] }

  /// Adds an article, with the ids of the entities that it means by their places in Unicode scalars of the raw text. Cost: that of linking it.
  public mutating func add(_ text: VisibleText, mentions: [Range<Int>: String]) {
    let decision = linker.decision(on: text)
    let article = decision.article
    let reader = CollocationReader(article: article, index: linker.index, forms: decision.forms)
    note(article.words.indices.map { $0...$0 } + decision.matches.map { $0.first...$0.last }, of: article)
    for (position, match) in decision.matches.enumerated() {
      let meant = mentions[text.scalars(of: decision.visibleRange(of: match))]
      var own: [Int32] = []
      reader.forEach(at: position, of: decision.matches) { own.append(number(of: $0)) }
      add(own, isTrue: meant != nil, to: .mention)
      guard let meant, let kind = linker.kind(of: meant) else { continue }
      guard let subject = CollocationSubject.telling(apart: linker.index.kinds(of: match.form)), let (its, other) = subject.kinds,
        kind == its || kind == other
      else { continue }
      var around: [Int32] = []
      reader.forEachOfSense(at: position, of: decision.matches) { around.append(number(of: $0)) }
      add(around, isTrue: kind == its, to: subject)
    }
  }

  private mutating func add(_ things: [Int32], isTrue: Bool, to subject: CollocationSubject) {
    let each = Set(things).sorted()
    for thing in each { counts[Int(thing)] += 1 }
    examples[subject, default: []].append(Example(things: each, isTrue: isTrue))
  }

  private mutating func number(of collocation: Collocation) -> Int32 {
    let thing = Thing(place: collocation.place, items: [collocation.first, collocation.second, collocation.third])
    if let number = numbers[thing] { return number }
    let number = Int32(things.count)
    numbers[thing] = number
    things.append(thing)
    counts.append(0)
    return number
  }

  private mutating func note(_ spans: [ClosedRange<Int>], of article: Article) {
    let bytes = article.text.bytes
    for span in spans {
      var letters: [UInt8] = []
      Folding.append(article.words[span.lowerBound].start..<article.words[span.upperBound].end, of: bytes.span, to: &letters)
      words[WordHash.of(letters.span)] = String(decoding: letters, as: UTF8.self)
    }
  }

  /// A thing as tables have it: the place, and what stands there; nil where that cannot be told, as of a word that goes on behind its line.
  public func text(of thing: Int32) -> String? {
    let thing = things[Int(thing)]
    var text = String(describing: thing.place)
    for hash in thing.items where hash != 0 {
      guard let item = words[hash] ?? CollocationSigns.text(of: hash) else { return nil }
      text += " " + item
    }
    return text
  }
}
