/// A cue table with its words as hashes, and what is known of each word by its number. An object, so that handing it on counts one
/// reference and not one for each table.
final class CompiledCues: Sendable {
  private let words: KnownWords
  private let phrases: KnownWords
  /// For each word, where it stands in phrases.
  private let parts: [PhraseParts]
  /// For each word, the marks of the forms of which it says something, or a phrase that it begins does.
  private let formsFrom: [UInt64]
  let formCues: [FormCue]
  /// The forms that cues are listed for.
  private let forms: WordNumbers
  let weights: CueWeights
  let collocations: Collocations

  init(_ table: CueTable) {
    var making = Making()
    making.read(table)
    (words, phrases, parts, formsFrom) = (making.words, making.phrases, making.parts, making.formsFrom)
    (formCues, forms, weights) = (making.formCues, making.forms, table.weights)
    collocations = table.collocations
  }

  /// The words or the phrases: their classes, and where the cues of each stand in ``CompiledCues/formCues``.
  fileprivate struct KnownWords: Sendable {
    var numbers = WordNumbers()
    var classes: [WordClasses] = [[]]
    var cues: [CuesOfWord] = [CuesOfWord()]

    mutating func add(_ hash: UInt64) -> Int {
      let number = numbers.add(hash)
      if number == classes.count {
        classes.append([])
        cues.append(CuesOfWord())
      }
      return number
    }
  }

  /// Where a word stands in phrases of two words, and whether it speaks of forms.
  struct PhraseParts: OptionSet, Sendable {
    let rawValue: UInt8
    static let second = PhraseParts(rawValue: 1)
    static let first = PhraseParts(rawValue: 2)
    /// It says something of single forms, or a phrase that it begins does.
    static let speaks = PhraseParts(rawValue: 4)
  }

  /// The cues of a word or phrase, and the marks of their forms, see ``mark(ofForm:)``.
  struct CuesOfWord: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0
    var forms: UInt64 = 0
  }

  /// For one word or phrase, a form that it says something of.
  struct FormCue: Sendable {
    /// Its number, see ``CompiledCues/number(ofForm:)``.
    var form: Int
    var place: Place
    var weight: Int32
    var language: ArticleLanguage?
    enum Place: Sendable { case before, after, near }
  }

  /// The number of a word of which something is known; 0 for others, of which nothing is.
  @inline(__always)
  func number(of word: UInt64) -> Int { words.numbers[word] }

  /// The same at the first look; 1 with it where one has to look on, else 0.
  @inline(__always)
  func firstLook(_ word: UInt64) -> (number: Int, isOther: UInt64) { words.numbers.firstLook(word) }

  /// The number of a phrase; 0 where nothing is known of it.
  @inline(__always)
  func number(of first: UInt64, _ second: UInt64) -> Int { phrases.numbers[WordHash.pair(first, second)] }

  /// The classes of a word.
  func classes(of word: UInt64) -> WordClasses { words.classes[number(of: word)] }

  func classes(of first: UInt64, _ second: UInt64) -> WordClasses { phrases.classes[number(of: first, second)] }

  /// The classes of words by their numbers.
  var classesOfWords: [WordClasses] { words.classes }

  /// Where words stand in phrases, by their numbers.
  var partsOfWords: [PhraseParts] { parts }

  /// Where the cues of a word stand among ``formCues``, by its number.
  @inline(__always)
  func cues(ofWord number: Int) -> CuesOfWord { words.cues[number] }

  func cues(ofPhrase number: Int) -> CuesOfWord { phrases.cues[number] }

  /// For each word by its number, the marks of the forms of which it says something, or a phrase that it begins does.
  var formsFromWords: [UInt64] { formsFrom }

  /// A bit for a form by its number; several forms have the same.
  static func mark(ofForm number: Int) -> UInt64 { 1 << UInt64(number & 63) }

  var formCount: Int { forms.count }

  /// The number of a form that cues are listed for, from 0, by the hash of its letters; nil for others.
  func number(ofForm hash: UInt64) -> Int? {
    let number = forms[hash]
    return number == 0 ? nil : number - 1
  }
}

/// The tables while they are made.
private struct Making {
  var words = CompiledCues.KnownWords()
  var phrases = CompiledCues.KnownWords()
  var parts: [CompiledCues.PhraseParts] = [[]]
  var formsFrom: [UInt64] = [0]
  var formCues: [CompiledCues.FormCue] = []
  var forms = WordNumbers()

  /// What a word or phrase says, while they are read.
  private struct Listed {
    var isPhrase: Bool
    var number: Int
    var cue: CompiledCues.FormCue
  }

  mutating func read(_ table: CueTable) {
    var hasher = WordHasher()
    for (wordClass, texts) in table.words {
      for text in texts {
        hasher.read(text)
        guard let (isPhrase, number) = add(hasher.hashes) else { continue }
        if isPhrase { phrases.classes[number].insert(WordClasses(wordClass)) } else { words.classes[number].insert(WordClasses(wordClass)) }
      }
    }
    var listed: [Listed] = []
    for cue in table.formCues {
      let form = forms.add(hasher.hash(ofWhole: cue.form)) - 1
      for (place, texts) in [(CompiledCues.FormCue.Place.before, cue.before), (.after, cue.after), (.near, cue.near)] {
        for text in texts {
          hasher.read(text)
          guard let (isPhrase, number) = add(hasher.hashes) else { continue }
          let own = CompiledCues.FormCue(form: form, place: place, weight: Int32(clamping: cue.weight), language: cue.language)
          listed.append(Listed(isPhrase: isPhrase, number: number, cue: own))
          formsFrom[words.numbers[hasher.hashes[0]]] |= CompiledCues.mark(ofForm: form)
          parts[words.numbers[hasher.hashes[0]]].insert(.speaks)
        }
      }
    }
    put(listed)
  }

  /// Adds a word or a phrase of two; nil for what is neither.
  private mutating func add(_ hashes: [UInt64]) -> (isPhrase: Bool, number: Int)? {
    guard let first = hashes.first, hashes.count <= 2 else { return nil }
    let number = add(word: first)
    guard hashes.count == 2 else { return (false, number) }
    parts[number].insert(.first)
    parts[add(word: hashes[1])].insert(.second)
    return (true, phrases.add(WordHash.pair(first, hashes[1])))
  }

  private mutating func add(word hash: UInt64) -> Int {
    let number = words.add(hash)
    if number == parts.count {
      parts.append([])
      formsFrom.append(0)
    }
    return number
  }

  /// Puts the cues of each word together, in the order in which they are listed.
  private mutating func put(_ listed: [Listed]) {
    let places = listed.indices.sorted {
      let (a, b) = (listed[$0], listed[$1])
      return (a.isPhrase ? 1 : 0, a.number, $0) < (b.isPhrase ? 1 : 0, b.number, $1)
    }
    for place in places {
      let (own, at) = (listed[place], Int32(formCues.count))
      formCues.append(own.cue)
      func note(_ cues: inout CompiledCues.CuesOfWord) {
        if cues.end == 0 { cues.start = at }
        cues.end = at + 1
        cues.forms |= CompiledCues.mark(ofForm: own.cue.form)
      }
      if own.isPhrase { note(&phrases.cues[own.number]) } else { note(&words.cues[own.number]) }
    }
  }
}
