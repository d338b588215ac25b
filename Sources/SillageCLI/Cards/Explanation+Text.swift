import Sillage

extension Explanation {
  /// Each place with its cues: the name, how surely it is one, and the entities that it may mean.
  func text(_ traits: TerminalTraits) -> String {
    let mentions = places.count { $0.isMention }
    let head = "\(TerminalText.escaped(document)): \(places.count) names, \(mentions) of them mentions"
    return ([head] + places.map { $0.text(traits) }).joined(separator: "\n") + "\n"
  }
}

extension WeighedPlace {
  fileprivate func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    let arrow = traits.unicode ? "→" : "->"
    let answer = entity.map { "\($0.id) (\(TerminalText.escaped($0.name)))" } ?? "no entity"
    let doubt = isUncertain ? ", " + palette.warning("uncertain") : ""
    var lines = [
      "\(palette.faint("\(line):\(column)")) \(palette.strong(TerminalText.escaped(text))) \(arrow) \(answer), "
        + "\(total) against \(Self.threshold)\(doubt)"
    ]
    lines += reasons.map { "    " + $0.text(palette) }
    guard candidates.count > 1 else { return lines.joined(separator: "\n") }
    for candidate in candidates {
      lines.append("  \(candidate.entity.id) \(candidate.total)")
      lines += candidate.reasons.map { "    " + $0.text(palette) }
    }
    return lines.joined(separator: "\n")
  }
}

extension WeighedCue {
  fileprivate func text(_ palette: Palette) -> String {
    let sign = weight > 0 ? "+" : ""
    let places = words.map { "\(TerminalText.escaped($0.text)) \(palette.faint("\($0.offsets.lowerBound)–\($0.offsets.upperBound)"))" }
    let list = places.isEmpty ? "" : ": " + places.joined(separator: ", ")
    return "\(sign)\(weight) \(name)\(list)"
  }
}
