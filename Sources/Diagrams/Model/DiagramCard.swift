/// A node that says more than its name: rows under a heading, such as the vehicles of a brand, or the words of a quote.
public struct DiagramCard: Hashable, Sendable {
  /// In the order of drawing.
  public var rows: [Row]
  /// A bar along the side, and a word for it; nil for none.
  public var stance: DiagramStance?

  public init(rows: [Row], stance: DiagramStance? = nil) {
    self.rows = rows
    self.stance = stance
  }

  /// One row of a card.
  public struct Row: Hashable, Sendable {
    public enum Look: String, Hashable, Sendable {
      case plain
      /// Somebody's own words: in italics.
      case quote
      /// Where words come from, and other second things.
      case quiet
      /// What the card states.
      case strong
    }

    /// The small word above the text.
    public var caption: String?
    public var text: String
    public var look: Look

    public init(_ text: String, caption: String? = nil, look: Look = .plain) {
      self.text = text
      self.caption = caption
      self.look = look
    }
  }
}

/// How words stand to what they are shown beside.
public enum DiagramStance: String, Hashable, Sendable, CaseIterable {
  case supports
  case denies
}

/// What became of a node or a relationship between two states of a graph.
public enum DiagramChange: String, Hashable, Sendable, CaseIterable {
  case added, removed, changed

  var word: Phrase {
    switch self {
    case .added: Phrase(en: "new", fr: "nouveau")
    case .removed: Phrase(en: "gone", fr: "disparu")
    case .changed: Phrase(en: "changed", fr: "modifié")
    }
  }
}
