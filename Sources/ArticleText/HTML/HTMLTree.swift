/// A page as an HTML parser sees it: its elements, and what happens from its start to its end.
struct HTMLTree {
  /// What was parsed: the raw page, or one as long; see ``HTMLSource``.
  let source: [UInt8]

  struct Element {
    /// In lower case; ``foreign`` for what is in a drawing or a formula.
    var name: String
    var traits: HTMLTraits
    /// Those that somebody asks for, see ``HTMLTree/isAsked(_:of:)``, and the places in the same page that links lead to.
    var attributes: [Attribute]
    /// The element around it; nil for the outermost.
    var parent: Int?
    /// The raw bytes of the start tag; empty for an element that the page leaves out.
    var startTag: Range<Int>
    /// The raw bytes of the end tag; nil where the page leaves it out.
    var endTag: Range<Int>?

    /// The name of all elements in a drawing or a formula: they are not what HTML calls so.
    static let foreign = "#foreign"

    /// The value of an attribute, empty for one without a value; nil where it is missing.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  struct Attribute {
    var name: String
    var value: String
  }

  enum Event {
    case open(Int)
    case close(Int)
    /// Text with references decoded, and the raw byte that it begins at.
    case text([UInt8], start: Int)
  }

  /// Whether somebody asks for an attribute of an element. Most of a page's are addresses and numbers of other programs.
  static func isAsked(_ attribute: String, of element: HTMLTraits) -> Bool {
    asked.contains(attribute) || element.contains(.fact) && askedOfFacts.contains(attribute)
  }

  private static let asked: Set<String> = ["role", "class", "id", "hidden", "aria-hidden", "style"]
  private static let askedOfFacts: Set<String> = [
    "lang", "xml:lang", "property", "name", "http-equiv", "itemprop", "content", "rel", "href", "datetime", "type",
  ]

  var elements: [Element] = []
  var events: [Event] = []
}
