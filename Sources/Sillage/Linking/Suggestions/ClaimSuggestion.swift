import GraphFiles
public import ResultFormats

/// A relation that a sentence seems to state, for a person to judge. It is no fact, and nothing stores it.
public struct ClaimSuggestion: Hashable, Sendable {
  public var subject: EntityName
  public var predicate: String
  public var object: EntityName
  /// `fact`, `plan` or `reported-conditional`, by the words.
  public var modality: String
  /// Whether the sentence denies it.
  public var isNegative: Bool
  /// At most eight words around the words that say it.
  public var quote: String
  /// In Unicode scalars of the raw file.
  public var offsets: Range<Int>
  public var sentence: Range<Int>
  public var sentenceText: String

  public var json: JSONValue {
    .object([
      JSONMember("subject", .string(subject.id)), JSONMember("predicate", .string(predicate)),
      JSONMember("object", .string(object.id)), JSONMember("modality", .string(modality)),
      JSONMember("polarity", .string(isNegative ? "negative" : "positive")), JSONMember("quote", .string(quote)),
      JSONMember("start", .integer(Int64(offsets.lowerBound))), JSONMember("end", .integer(Int64(offsets.upperBound))),
      JSONMember("sentence_start", .integer(Int64(sentence.lowerBound))),
      JSONMember("sentence_end", .integer(Int64(sentence.upperBound))), JSONMember("sentence", .string(sentenceText)),
    ])
  }

  /// The line that a file of claims has of it, with offsets that count from the start of the article's text.
  func yaml(id: String, textStart start: Int) -> String {
    let polarity = isNegative ? ", polarity: negative" : ""
    return "  \(id): {\(subject.id) \(predicate): \(object.id), modality: \(modality)\(polarity), "
      + "quote: \(YamlWriting.quoted(quote)), at: \(offsets.lowerBound - start)-\(offsets.upperBound - start), "
      + "in: \(sentence.lowerBound - start)-\(sentence.upperBound - start)}"
  }
}
