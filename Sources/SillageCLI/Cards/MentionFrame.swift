import Sillage

/// What holds the mentions of several documents together where a form has one document only: a list of JSON, one page of HTML.
struct MentionFrame {
  let form: MentionForm
  /// Before the first document, between two, and behind the last.
  let start: String
  let between: String
  let end: String
  private let isForMany: Bool

  init(_ form: MentionForm, isForMany: Bool) {
    self.form = form
    self.isForMany = isForMany
    switch (form, isForMany) {
    case (.jsonld, true): (start, between, end) = ("[\n", ",\n", "]\n")
    case (.html, true): (start, between, end) = (LinkedArticle.htmlStart(title: "Articles"), "", LinkedArticle.htmlEnd)
    default: (start, between, end) = ("", "", "")
    }
  }

  /// An article as a page, or as part of one of several.
  func page(of article: LinkedArticle, number: Int) -> String { isForMany ? article.htmlPart(number) : article.html }
}
