import Sillage

extension EntityCard {
  /// The card as a person reads it: who, what, then relations by type, an arrow for their direction.
  func text(_ traits: TerminalTraits, _ cited: CitedSources? = nil) -> String {
    let palette = Palette(colour: traits.colour)
    var lines = [
      palette.strong(TerminalText.escaped(entity.name)) + "  "
        + palette.accent(TerminalText.escaped(entity.types.joined(separator: ", ")))
    ]
    var facts = [["id", entity.id]]
    if !aliases.isEmpty { facts.append(["also", aliases.joined(separator: ", ")]) }
    facts += properties.map { [$0.name, $0.value.shown] }
    if !sourcing.short.isEmpty { facts.append(["source", sourcing.cited(cited)]) }
    lines += AlignedColumns.lines(facts, indent: 2, traits) { $0 == 0 ? palette.faint($1) : $1 }
    for group in groups {
      lines.append("")
      lines.append(palette.strong("\(group.arrow(unicode: traits.unicode)) \(TerminalText.escaped(group.name))"))
      let rows = group.relations.map { relation in
        [
          (group.outgoing ? relation.to : relation.from).withID, relation.period, relation.details,
          relation.sources(cited),
        ]
      }
      lines += AlignedColumns.lines(rows, indent: 4, traits) { $0 == 3 ? palette.faint($1) : $1 }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RelationGroup {
  /// Whether the name reads from the entity to the other one, as the name of an outgoing or an inverse type does.
  private var readsForward: Bool { outgoing || relations.first?.type != name }

  fileprivate func arrow(unicode: Bool) -> String {
    switch (readsForward, unicode) {
    case (true, true): "→"
    case (false, true): "←"
    case (true, false): "->"
    case (false, false): "<-"
    }
  }
}
