/// A page as an HTML parser sees it: its elements, and what happens from its start to its end.
struct HTMLTree {
  struct Element {
    /// In lower case; "unknown" for an element that HTML does not have.
    var name: String
    var attributes: [Attribute]
    /// The element around it; nil for the outermost.
    var parent: Int?
    /// The raw bytes of the start tag; empty for an element that the page leaves out.
    var startTag: Range<Int>
    /// The raw bytes of the end tag; nil where the page leaves it out.
    var endTag: Range<Int>?

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

  var elements: [Element] = []
  var events: [Event] = []
}
