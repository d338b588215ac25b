/// One thing that an article has at, beside or around a name: where it stands, and what it is. What such things say for a name or against it is
/// learnt, see ``CollocationExamples``.
struct Collocation {
  let place: Place
  /// The hashes of what stands there, see ``WordHash``; 0 where there is no second or third.
  let first: UInt64
  let second: UInt64
  let third: UInt64
  /// The word of the article that it was read from, or -1.
  let word: Int

  @inline(__always)
  init(_ place: Place, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0, word: Int = -1) {
    (self.place, self.first, self.second, self.third, self.word) = (place, first, second, third, word)
  }

  /// Where it stands; the names are those of the table, see ``Collocations``.
  enum Place: UInt8, CaseIterable {
    /// The name itself, and the same with how it is written; what kinds of entity it may mean, with how it is written.
    case form, written, kinds
    /// Whether the article has the name more than once, and anywhere in small letters or with a capital.
    case elsewhere
    /// The words right beside it, the nearest first, and the nearest two with its kinds or with the name itself.
    case before, before2, before3, after, after2, after3
    case kindsBefore, kindsBefore2, kindsAfter, kindsAfter2, formBefore, formAfter
    /// The classes of the words beside it.
    case classBefore, classBefore2, classAfter, classAfter2, kindsClassBefore, kindsClassAfter
    /// How the words beside it are written, and what stands between them and the name.
    case shapeBefore, shapeBefore2, shapeAfter, shapeAfter2, shapes, signBefore, signAfter, signs
    /// The words of its sentence and their classes; the classes and the words around it, whatever their sentence.
    case inSentence, classInSentence, classAround, around

    /// The hash of its name.
    var hash: UInt64 { WordHash.of(String(describing: self)) }
  }

  /// Its hash as something that speaks for a subject, whose keys of places are given.
  @inline(__always)
  func key(of places: [UInt64]) -> UInt64 {
    var hash = WordHash.mixing(first, into: places[Int(place.rawValue)])
    if second != 0 { hash = WordHash.mixing(second, into: hash) }
    if third != 0 { hash = WordHash.mixing(third, into: hash) }
    return hash
  }
}
