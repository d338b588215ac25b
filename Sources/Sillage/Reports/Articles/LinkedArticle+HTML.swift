extension LinkedArticle {
  /// A page of its own: the article with its mentions marked, and a legend. It has no scripts and asks for nothing from
  /// elsewhere; whatever the article holds is text in it.
  public var html: String { Self.htmlStart(title: title) + htmlPart(nil) + Self.htmlEnd }

  /// What stands before the articles of a page of several.
  public static func htmlStart(title: String) -> String {
    """
    <!doctype html>
    <html>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """
  }

  /// What stands behind the articles of a page.
  public static let htmlEnd = "</body>\n</html>\n"

  /// The article in a page. In one of several, `number` tells it from the others, and its name stands above it.
  public func htmlPart(_ number: Int?) -> String {
    """
    <main>
    \(number == nil ? "" : "<h1>\(HTMLText.escaped(title))</h1>\n")<p>\(body(Self.mark(number)))</p>
    </main>
    <aside>
    <h2>\(list.mentions.count) mentions</h2>
    \(legend(Self.mark(number)))
    </aside>

    """
  }

  /// What the ids of mentions begin with.
  private static func mark(_ number: Int?) -> String { number.map { "a\($0)m" } ?? "m" }

  private var title: String { MentionList.shortName(of: list.document) }

  /// The pieces, with a paragraph for each empty line.
  private func body(_ ids: String) -> String {
    pieces.map { piece in
      switch piece {
      case .prose(let text):
        HTMLText.escaped(text).replacing("\n\n", with: "</p>\n<p>").replacing("\n", with: "<br>\n")
      case .other(let text): "<code>\(HTMLText.escaped(text))</code>"
      case .mention(let number, let text): mark(number, text, ids)
      }
    }.joined()
  }

  private func mark(_ number: Int, _ text: String, _ ids: String) -> String {
    let mention = list.mentions[number]
    let hundredths = Int((mention.score * 100).rounded())
    let doubt = mention.isUncertain ? ", uncertain" : ""
    let family = ArticleLinker.family(of: mention.entity)
    let about = "\(mention.entity.name) (\(mention.entity.id)), \(hundredths) %\(doubt)"
    return "<mark id=\"\(ids)\(number + 1)\" class=\"\(family.rawValue)\(mention.isUncertain ? " uncertain" : "")\" "
      + "title=\"\(HTMLText.escaped(about))\" data-entity=\"\(HTMLText.escaped(mention.entity.id))\">"
      + "\(HTMLText.escaped(text))</mark>"
  }

  /// The entities by family, each with its mentions.
  private func legend(_ ids: String) -> String {
    EntityFamily.allCases.compactMap { family in
      var numbers: [String: [Int]] = [:]
      for (number, mention) in list.mentions.enumerated() where ArticleLinker.family(of: mention.entity) == family {
        numbers[mention.entity.id, default: []].append(number)
      }
      guard !numbers.isEmpty else { return nil }
      let items = numbers.sorted { $0.key < $1.key }.map { id, numbers in
        let name = list.mentions[numbers[0]].entity.name
        let links = numbers.map { "<a href=\"#\(ids)\($0 + 1)\">\($0 + 1)</a>" }.joined(separator: " ")
        return "<li>\(HTMLText.escaped(name)) <small>\(HTMLText.escaped(id))</small> \(links)</li>"
      }
      return "<h3><mark class=\"\(family.rawValue)\">\(family.caption)</mark></h3>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    }.joined(separator: "\n")
  }

  private static let style = """
    body { font: 17px/1.55 Georgia, serif; color: #1f2328; background: #fff; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
      display: grid; grid-template-columns: minmax(0, 44rem) minmax(14rem, 1fr); gap: 2rem }
    h1 { font-size: 1.3rem } aside { font: 14px/1.4 Helvetica, Arial, sans-serif }
    aside ul { padding-left: 1.1rem } aside small { color: #59636e } h3 { margin: 1rem 0 .3rem }
    mark { color: #1f2328; border-radius: 3px; padding: 0 2px }
    mark.group { background: #77aadd } mark.brand { background: #ee8866 } mark.place { background: #eedd88 }
    mark.vehicle { background: #ffaabb } mark.technology { background: #99ddff } mark.plan { background: #44bb99 }
    mark.person { background: #bbcc33 } mark.other { background: #dddddd }
    mark.uncertain { outline: 2px dashed #59636e }
    mark:target { outline: 3px solid #24292f }
    @media (max-width: 50rem) { body { display: block } }
    """
}

/// Text of others in a page of ours.
enum HTMLText {
  /// The text with what HTML would read as markup written as references, and without control characters and marks that
  /// change the direction of what follows.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": out += "\u{FFFD}"
      default:
        if scalar.properties.generalCategory == .control {
          if scalar != "\r" { out += "\u{FFFD}" }
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out
  }
}
