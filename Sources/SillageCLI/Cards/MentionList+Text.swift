import Sillage

extension MentionList {
  /// The list as a person reads it: how many, then a line each with its place, its words and what they name.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    let entities = Set(mentions.map(\.entity.id)).count
    let head =
      "\(TerminalText.escaped(document)): \(count(mentions.count, "mention", "mentions")) of "
      + count(entities, "entity", "entities")
    let rows = mentions.map { mention in
      [
        "\(mention.line):\(mention.column)", mention.text, mention.entity.id, mention.entity.name,
        mention.entity.types.first ?? "", mention.score.twoDecimals,
      ]
    }
    let lines = AlignedColumns.lines(rows, indent: 2, traits) { column, text in
      column == 1 ? palette.strong(text) : column == 0 || column == 5 ? palette.faint(text) : text
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
}

extension Double {
  /// A score, cut to lie between 0 and 1, with two decimals.
  fileprivate var twoDecimals: String {
    let hundredths = isNaN ? 0 : Int((min(max(self, 0), 1) * 100).rounded())
    return hundredths == 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
  }
}
