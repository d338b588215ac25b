import Diagnostics

/// A YAML tree in which every scalar is text and everything has a place.
indirect enum TextNode {
  case text(Spanned<String>)
  case list([TextNode], SourceSpan)
  case map([Entry], SourceSpan)

  /// A key of a map with what stands under it.
  struct Entry {
    var key: Spanned<String>
    var value: TextNode
  }

  var span: SourceSpan {
    switch self {
    case .text(let text): text.span
    case .list(_, let span), .map(_, let span): span
    }
  }

  /// What a person calls it, for messages.
  var shape: String {
    switch self {
    case .text(let text): text.value.isEmpty ? "nothing" : "text"
    case .list: "a list"
    case .map: "a map"
    }
  }

  var isEmptyText: Bool {
    if case .text(let text) = self { return text.value.isEmpty }
    return false
  }
}
