/// What a person decided about words of an article: which entity they name, or that they name none.
public struct MentionRecord: Sendable {
  public var file: String
  /// The first digits of the SHA-256 of the article's bytes, sixteen at least.
  public var article: Spanned<String>
  /// In Unicode scalars of the raw article, end exclusive.
  public var range: Range<Int>
  /// The words, as the article has them.
  public var words: String
  /// The entity; nil where the words name none.
  public var entity: Spanned<String>?

  /// How many digits of the hash tell an article.
  public static let hashDigits = 16
}
