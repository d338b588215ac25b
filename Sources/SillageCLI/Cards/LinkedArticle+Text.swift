import Sillage

extension LinkedArticle {
  /// The article to read: its prose broken to the width of the terminal, mentions in colours, or in brackets with their
  /// entity where there is no colour, and below it what the colours mean.
  func text(_ traits: TerminalTraits) -> String {
    var writer = ProseWriter(width: min(traits.width ?? 100, 100))
    for piece in pieces {
      switch piece {
      case .prose(let text): writer.add(text)
      case .other(let text): writer.add(text)
      case .mention(let number, let text):
        let mention = list.mentions[number]
        if traits.colour {
          writer.add(text, style: ArticleLinker.family(of: mention.entity).style(isUncertain: mention.isUncertain))
        } else {
          writer.add("[\(text)|\(mention.entity.id)\(mention.isUncertain ? "?" : "")]")
        }
      }
    }
    return writer.finish() + legend(traits)
  }

  private func legend(_ traits: TerminalTraits) -> String {
    let families = EntityFamily.allCases.filter { family in
      list.mentions.contains { ArticleLinker.family(of: $0.entity) == family }
    }
    let count = "\(list.mentions.count) mentions of \(Set(list.mentions.map(\.entity.id)).count) entities"
    let uncertain = list.mentions.count { $0.isUncertain }
    let doubt = uncertain == 0 ? "" : ", \(uncertain) uncertain" + (traits.colour ? " (underlined)" : " (?)")
    guard traits.colour, !families.isEmpty else { return "\n\(count)\(doubt)\n" }
    let captions = families.map { "\u{1B}[\($0.style(isUncertain: false))m\($0.caption)\u{1B}[0m" }
    return "\n\(count)\(doubt): " + captions.joined(separator: ", ") + "\n"
  }
}

extension EntityFamily {
  /// The ANSI style of a family.
  fileprivate func style(isUncertain: Bool) -> String {
    let colour =
      switch self {
      case .group: "34"
      case .brand: "33"
      case .place: "32"
      case .vehicle: "35"
      case .technology: "36"
      case .plan: "92"
      case .person: "93"
      case .other: "37"
      }
    return "1;\(colour)\(isUncertain ? ";4" : "")"
  }
}

/// Breaks prose into lines. Words never lose their style at the end of a line.
private struct ProseWriter {
  let width: Int
  private var out = ""
  private var column = 0
  /// The word that is being read, as it is shown and as wide as it is.
  private var word = ""
  private var wordWidth = 0
  private var pendingSpace = false

  init(width: Int) { self.width = max(20, width) }

  mutating func add(_ text: String, style: String? = nil) {
    if let style { word += "\u{1B}[\(style)m" }
    var newlines = 0
    for character in text {
      if character.isNewline {
        newlines += 1
        continue
      }
      if newlines > 0 { breakLine(isParagraph: newlines > 1, style) }
      newlines = 0
      if character == " " || character == "\t" {
        endWord(style)
        pendingSpace = true
      } else {
        let shown = TerminalText.escaped(String(character))
        word += shown
        wordWidth += DisplayWidth.of(shown)
      }
    }
    if style != nil { word += "\u{1B}[0m" }
    if newlines > 0 { breakLine(isParagraph: newlines > 1, nil) }
  }

  mutating func finish() -> String {
    endWord(nil)
    if column > 0 { out += "\n" }
    return out
  }

  /// Writes the word, on a new line where it does not fit.
  private mutating func endWord(_ style: String?) {
    guard wordWidth > 0 else { return }
    if column > 0, column + 1 + wordWidth > width {
      out += "\n"
      column = 0
    } else if pendingSpace, column > 0 {
      out += " "
      column += 1
    }
    out += word + (style == nil ? "" : "\u{1B}[0m")
    column += wordWidth
    word = style.map { "\u{1B}[\($0)m" } ?? ""
    (wordWidth, pendingSpace) = (0, false)
  }

  /// A line break of the text is a space; an empty line is kept.
  private mutating func breakLine(isParagraph: Bool, _ style: String?) {
    endWord(style)
    pendingSpace = true
    guard isParagraph, !out.isEmpty else { return }
    if column > 0 { out += "\n" }
    if !out.hasSuffix("\n\n") { out += "\n" }
    (column, pendingSpace) = (0, false)
  }
}
