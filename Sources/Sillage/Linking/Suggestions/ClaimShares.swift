import EntityLinking

/// Tells holders from what is held in a list that leaves the verb out: « Renault détient 45 % de Horse, Geely 45 % et Aramco 10 % ».
struct ClaimShares {
  private let sentence: SentenceMentions
  private let objects: [SentenceMentions.Place]
  /// Whether a number of the first object stands before it.
  private let isShared: Bool

  /// How many words before the object its share may begin.
  private static let reach = 4

  /// - Parameter objects: the names behind the verb, from first to last.
  init(_ sentence: SentenceMentions, _ objects: [SentenceMentions.Place]) {
    self.sentence = sentence
    self.objects = objects
    isShared =
      objects.first.map { first in
        sentence.words[max(0, first.words.lowerBound - Self.reach)..<first.words.lowerBound].contains { Self.isNumber($0) }
      } ?? false
  }

  /// What a later name of the list holds a share of, where a number of its own follows it; nil for what is held itself.
  func held(by place: SentenceMentions.Place) -> SentenceMentions.Place? {
    guard isShared, let first = objects.first, first != place, place.words.upperBound + 1 < sentence.words.count,
      Self.isNumber(sentence.words[place.words.upperBound + 1])
    else { return nil }
    return first
  }

  private static func isNumber(_ word: SentenceMentions.Word) -> Bool {
    !word.folded.isEmpty && word.folded.unicodeScalars.allSatisfy { (0x30...0x39).contains($0.value) }
  }
}
