import EntityLinking
import GraphFiles

/// Finds sentences in which words of a predicate stand between two entities of the types that the schema gives it.
struct ClaimSearch {
  private let predicates: [Predicate]
  private let schema: Schema
  private let name: (String) -> EntityName

  /// What a predicate is said with, folded.
  private struct Predicate {
    var type: RelationType
    var phrases: [Phrase]
  }

  private struct Phrase {
    var words: [String]
    var objectFirst: Bool
    var isPlanned: Bool
  }

  /// How far from its words the names of a relation may stand.
  private static let reach = 8
  /// A longer sentence is a list or a table and states nothing.
  private static let sentenceLimit = 400
  /// How many words a quote has at most.
  private static let quoteLimit = 8

  init(_ cues: CueRecords, schema: Schema, name: @escaping (String) -> EntityName) {
    self.schema = schema
    self.name = name
    predicates = cues.predicates.compactMap { record in
      guard let (type, isInverted) = schema.relation(record.predicate.value), !isInverted else { return nil }
      var phrases: [Phrase] = []
      for (texts, objectFirst, isPlanned) in [
        (record.planned, false, true), (record.passive, true, false), (record.words, false, false),
      ] {
        phrases += texts.map {
          Phrase(
            words: foldedName($0.value).split(separator: " ").map(String.init), objectFirst: objectFirst,
            isPlanned: isPlanned)
        }
      }
      return Predicate(type: type, phrases: phrases.sorted { $0.words.count > $1.words.count })
    }
  }

  /// The suggestions of one sentence, in the order of their words.
  func suggestions(in sentence: SentenceMentions, _ text: ScalarSlices) -> [ClaimSuggestion] {
    var found: [ClaimSuggestion] = []
    guard sentence.words.count <= Self.sentenceLimit else { return found }
    for start in sentence.words.indices {
      for predicate in predicates {
        guard let phrase = predicate.phrases.first(where: { stands($0.words, at: start, in: sentence) }) else { continue }
        found += claims(predicate.type, phrase, start..<start + phrase.words.count, sentence, text)
      }
    }
    return found
  }

  private func stands(_ words: [String], at start: Int, in sentence: SentenceMentions) -> Bool {
    guard !words.isEmpty, start + words.count <= sentence.words.count else { return false }
    return words.indices.allSatisfy { sentence.words[start + $0].folded == words[$0] }
  }

  private func claims(
    _ type: RelationType, _ phrase: Phrase, _ cue: Range<Int>, _ sentence: SentenceMentions, _ text: ScalarSlices
  ) -> [ClaimSuggestion] {
    guard let left = ClaimSubject(sentence).mention(before: cue, reach: Self.reach) else { return [] }
    let objects = objects(after: cue, sentence)
    let shares = ClaimShares(sentence, objects)
    return objects.compactMap { right in
      guard left.entity != right.entity else { return nil }
      let pairs: [(SentenceMentions.Place, SentenceMentions.Place)]
      if let held = shares.held(by: right) {
        pairs = phrase.objectFirst ? [] : [(right, held)]
      } else {
        pairs = phrase.objectFirst ? [(right, left), (left, right)] : [(left, right), (right, left)]
      }
      let fitting = pairs.first { fits($0.0.entity, type.from) && fits($0.1.entity, type.to) }
      guard let (subject, object) = fitting else { return nil }
      let quote = quote(left.words.lowerBound...right.words.upperBound, cue, sentence)
      return ClaimSuggestion(
        subject: name(subject.entity), predicate: type.name.value, object: name(object.entity),
        modality: modality(phrase, cue, sentence), isNegative: isNegative(around: cue, sentence), quote: text.text(quote),
        offsets: quote, sentence: sentence.range, sentenceText: text.line(sentence.range))
    }
  }

  /// The first mention behind the words, and those that are joined to it.
  private func objects(after cue: Range<Int>, _ sentence: SentenceMentions) -> [SentenceMentions.Place] {
    var objects: [SentenceMentions.Place] = []
    for mention in sentence.mentions where mention.words.lowerBound >= cue.upperBound {
      guard let last = objects.last else {
        guard mention.words.lowerBound - cue.upperBound <= Self.reach else { return [] }
        objects.append(mention)
        continue
      }
      let between = last.words.upperBound + 1...mention.words.lowerBound
      guard between.count <= 3, between.contains(where: { sentence.words[$0].joins }) else { break }
      objects.append(mention)
    }
    return objects
  }

  private func fits(_ entity: String, _ types: [Spanned<String>]) -> Bool {
    let labels = name(entity).types
    return types.isEmpty || types.contains { $0.value == "Any" || labels.contains($0.value) }
  }

  // MARK: What the words around say

  private static let negations: Set<String> = ["ne", "n", "pas", "jamais", "not", "never", "no", "neither"]
  private static let conditionals: Set<String> = ["serait", "seraient", "pourrait", "devrait", "aurait", "would", "could", "may", "might"]

  private func isNegative(around cue: Range<Int>, _ sentence: SentenceMentions) -> Bool {
    sentence.words[max(0, cue.lowerBound - 3)..<min(sentence.words.count, cue.upperBound + 1)].contains {
      Self.negations.contains($0.folded)
    }
  }

  private func modality(_ phrase: Phrase, _ cue: Range<Int>, _ sentence: SentenceMentions) -> String {
    if phrase.isPlanned { return "plan" }
    let before = sentence.words[max(0, cue.lowerBound - 3)..<cue.upperBound]
    if before.contains(where: { Self.conditionals.contains($0.folded) }) { return "reported-conditional" }
    return before.contains { $0.folded == "will" || $0.folded == "sera" || $0.folded == "seront" } ? "plan" : "fact"
  }

  /// The words of both names and between them, or where those are too many, as many as allowed around the cue.
  private func quote(_ whole: ClosedRange<Int>, _ cue: Range<Int>, _ sentence: SentenceMentions) -> Range<Int> {
    var range = whole
    if whole.count > Self.quoteLimit {
      let start = max(whole.lowerBound, min(cue.lowerBound - 2, whole.upperBound - Self.quoteLimit + 1))
      range = start...start + Self.quoteLimit - 1
    }
    return sentence.words[range.lowerBound].range.lowerBound..<sentence.words[range.upperBound].range.upperBound
  }
}
