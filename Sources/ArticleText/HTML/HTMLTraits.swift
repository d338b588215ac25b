/// What an element of HTML is to whoever reads a page.
struct HTMLTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// Its content is not shown.
  static let hidden = HTMLTraits(rawValue: 1)
  /// A name can run through it.
  static let inline = HTMLTraits(rawValue: 2)
  /// Something of a program that a reader uses.
  static let control = HTMLTraits(rawValue: 4)
  static let picture = HTMLTraits(rawValue: 8)
  /// No border: the page itself, and the line break, which is one of its own kind.
  static let page = HTMLTraits(rawValue: 16)
  /// Nobody sees it, so that the text around it is one.
  static let silent = HTMLTraits(rawValue: 32)
  static let cell = HTMLTraits(rawValue: 64)
  static let lineBreak = HTMLTraits(rawValue: 128)
  /// `main`, and `article`, which is the main part of a page too.
  static let main = HTMLTraits(rawValue: 256)
  static let article = HTMLTraits(rawValue: 512)
  /// The title and the first heading of a page.
  static let title = HTMLTraits(rawValue: 1024)
  static let heading = HTMLTraits(rawValue: 2048)
  /// Read whatever it is called.
  static let kept = HTMLTraits(rawValue: 4096)
  static let quote = HTMLTraits(rawValue: 8192)
  static let navigation = HTMLTraits(rawValue: 16384)
  static let footer = HTMLTraits(rawValue: 32768)
  static let aside = HTMLTraits(rawValue: 65536)
  /// It has no end tag.
  static let void = HTMLTraits(rawValue: 131072)
  /// What is in it is text, whatever it looks like.
  static let rawText = HTMLTraits(rawValue: 262144)
  /// Its end tag may be missing, since what follows closes it.
  static let closedByOthers = HTMLTraits(rawValue: 524288)
  static let script = HTMLTraits(rawValue: 1_048_576)
  /// It says something of the article beside its text.
  static let fact = HTMLTraits(rawValue: 2_097_152)

  /// Its text stands above the line, as the mark of a note does.
  static let raised = HTMLTraits(rawValue: 1 << 22)
  static let anchor = HTMLTraits(rawValue: 1 << 23)
  /// What is in it is text, whatever it looks like, but for references.
  static let referenced = HTMLTraits(rawValue: 1 << 24)

  /// Its end tag closes all that is directly in it and needs none.
  static let closesAll = HTMLTraits(rawValue: 1 << 25)
  static let closesParagraph = HTMLTraits(rawValue: 1 << 26)
  /// A drawing or a formula, whose elements are not those of HTML.
  static let drawing = HTMLTraits(rawValue: 1 << 27)
  /// It ends a drawing that it stands in.
  static let leavesDrawing = HTMLTraits(rawValue: 1 << 28)
  /// It holds HTML within a drawing.
  static let holdsHTML = HTMLTraits(rawValue: 1 << 29)
  /// A parser passes over most tags in it.
  static let passesOver = HTMLTraits(rawValue: 1 << 30)
  /// All that follows is text.
  static let verbatim = HTMLTraits(rawValue: 1 << 31)

  /// The traits of an element by its name in lower case.
  init(ofElement name: String) { self = Self.byName[name] ?? [] }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let byName: [String: HTMLTraits] = {
    var traits: [String: HTMLTraits] = [:]
    for (trait, names) in lists {
      for name in names.split(separator: " ") { traits[String(name), default: []].formUnion(trait) }
    }
    return traits
  }()

  private static let lists: [(HTMLTraits, String)] = [
    (.hidden, "script style template noscript svg textarea select code pre iframe math"),
    (.inline, "a abbr b bdi bdo big cite del dfn em font i ins kbd label mark q s small span strike strong sub sup time tt u var wbr"),
    (.control, "button option datalist dialog menu object audio video canvas"),
    (.picture, "img svg code math input"),
    (.page, "html head body br"),
    (.silent, "script style template noscript"),
    (.cell, "td th"),
    (.lineBreak, "br"),
    (.main, "main"),
    (.article, "article"),
    (.title, "title"),
    (.heading, "h1"),
    (.kept, "html body head title h1"),
    (.quote, "blockquote"),
    (.navigation, "nav"),
    (.footer, "footer"),
    (.aside, "aside"),
    (.void, "area base br col embed hr img input link meta param source track wbr"),
    (.rawText, "script style xmp iframe noembed noframes title textarea"),
    (.closedByOthers, "p li dt dd tr td th thead tbody tfoot colgroup option html head body"),
    (.script, "script"),
    (.fact, "html meta link title h1 time script"),
    (
      .closesAll,
      "address article aside blockquote button center details dir div dl fieldset figcaption figure footer form header hgroup listing main menu "
        + "nav ol pre section summary ul table template applet marquee object h1 h2 h3 h4 h5 h6 select caption"
    ),
    (
      .closesParagraph,
      "address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup main menu nav ol section summary "
        + "ul h1 h2 h3 h4 h5 h6 pre listing"
    ),
    (.drawing, "svg math"),
    (
      .leavesDrawing,
      "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s "
        + "small span strong strike sub sup table tt u ul var"
    ),
    (.holdsHTML, "foreignobject desc title annotation-xml mi mo mn ms mtext"),
    (.passesOver, "select frameset"),
    (.verbatim, "plaintext"),
    (.raised, "sup"),
    (.anchor, "a"),
    (.referenced, "title textarea"),
  ]
}
