import Sillage

extension GraphDifference {
  /// The difference as a person reads it: a line each, with what was added, taken away or changed in it.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    var lines: [String] = []
    for kind in Kind.allCases {
      let own = items.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      lines.append(palette.strong(kind.plural))
      for item in own {
        let name = item.kind == .relation || item.kind == .observation ? "" : "  \(item.id)"
        lines.append("  \(item.change.sign) \(TerminalText.escaped(item.text))\(palette.faint(TerminalText.escaped(name)))")
        for field in item.fields {
          let change = "\(field.name): \(field.before ?? "–") → \(field.after ?? "–")"
          lines.append(palette.faint("      " + TerminalText.escaped(traits.unicode ? change : change.replacing("→", with: "->"))))
        }
      }
      lines.append("")
    }
    let counts = Change.allCases.map { change in "\(items.count { $0.change == change }) \(change.rawValue)" }
    lines.append(items.isEmpty ? "no difference" : palette.faint(counts.joined(separator: ", ")))
    return lines.joined(separator: "\n") + "\n"
  }
}

extension GraphDifference.Kind {
  fileprivate var plural: String {
    switch self {
    case .entity: "entities"
    case .relation: "relations"
    case .claim: "claims"
    case .observation: "observations"
    case .source: "sources"
    }
  }
}

extension GraphDifference.Change {
  fileprivate var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }
}

extension AnswerDifference {
  /// The question, and the rows that go and come.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    func line(_ sign: String, _ row: [ResultValue]) -> String {
      "  \(sign) " + TerminalText.escaped(row.map(\.cellText).joined(separator: " | "))
    }
    let head = "\n\(palette.strong(TerminalText.escaped(title)))  \(palette.faint(query))"
    return ([head] + gone.map { line("-", $0) } + new.map { line("+", $0) }).joined(separator: "\n") + "\n"
  }
}
