/// What a file says of the article in it, beside its text. What it does not say is nil.
public struct ArticleMetadata: Hashable, Sendable {
  public var title: String?
  /// When it was published: `YYYY-MM-DD` where the file has a date in that form, else as the file has it.
  public var date: String?
  public var publisher: String?
  /// A language tag such as `fr` or `en-GB`.
  public var language: String?
  /// The address that the article says is its own.
  public var canonicalURL: String?

  public init(
    title: String? = nil, date: String? = nil, publisher: String? = nil, language: String? = nil,
    canonicalURL: String? = nil
  ) {
    self.title = title
    self.date = date
    self.publisher = publisher
    self.language = language
    self.canonicalURL = canonicalURL
  }

  /// The first of some texts that has letters, with blanks at its ends and inside made single.
  static func first(_ texts: [String?]) -> String? {
    for case let text? in texts {
      let clean = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !clean.isEmpty { return clean }
    }
    return nil
  }

  /// The day of a time such as `2026-05-04T10:00:00Z`; any other text as it is.
  static func day(_ text: String?) -> String? {
    guard let text else { return nil }
    return text.prefixMatch(of: /\d{4}-\d{2}-\d{2}(?!\d)/).map { String($0.0) } ?? text
  }

  /// A locale such as `fr_FR` as a language tag.
  static func tag(_ text: String?) -> String? { text?.replacing("_", with: "-") }
}
