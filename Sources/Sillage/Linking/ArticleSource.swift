import ArticleText
import GraphModel

/// What an article was read as: its text, and what it says of itself. What it does not say is nil.
public struct ArticleSource: Hashable, Sendable {
  /// The text that offsets count Unicode scalars of, in UTF-8: the file itself, decoded; for a PDF what `pdftotext` takes out of it.
  public var text: [UInt8]
  public var title: String?
  /// When it was published: a date as `graph-data` has them; one in another form is left out.
  public var date: String?
  public var publisher: String?
  /// A language tag such as `fr` or `en-GB`.
  public var language: String?
  /// The address that the article says is its own, else the one that it was fetched from; without characters that no address may have.
  public var address: String?

  public init(
    text: [UInt8], title: String? = nil, date: String? = nil, publisher: String? = nil, language: String? = nil, address: String? = nil
  ) {
    self.text = text
    self.title = title
    self.date = date
    self.publisher = publisher
    self.language = language
    self.address = address
  }

  init(_ text: VisibleText, document: String) {
    let said = text.metadata
    let isFetched = PageFetcher.isAddress(document)
    let canonical = said.canonicalURL.flatMap { PageFetcher.address($0, on: isFetched ? document : nil) }
    self.init(
      text: text.raw, title: said.title, date: said.date.flatMap(Self.date), publisher: said.publisher, language: said.language,
      address: canonical ?? (isFetched ? document : nil))
  }

  private static func date(_ text: String) -> String? {
    do throws(DateFault) { return try PartialDate(text).text } catch { return nil }
  }
}
