/// How types, relationships and statuses look and what they are called: tables, looked up by name.
public struct DiagramStyle: Sendable {
  /// In order of precedence: a node takes the first entry that names one of its labels. A subtype therefore stands before
  /// its supertype, and a plant that carries `:PowertrainPlant:Site` is drawn as a site with the word of its own type.
  public var types: [TypeStyle]
  public var relationships: [RelationshipStyle]
  public var theme: DiagramTheme
  /// In the order of preference. A lone name is replaced by a much wider font where it is missing.
  public var fonts: [String]

  public init(
    types: [TypeStyle], relationships: [RelationshipStyle], theme: DiagramTheme,
    fonts: [String] = ["Helvetica", "Arial", "sans-serif"]
  ) {
    self.types = types
    self.relationships = relationships
    self.theme = theme
    self.fonts = fonts
  }

  /// The house style.
  public static let standard = DiagramStyle(
    types: TypeStyle.standard, relationships: RelationshipStyle.standard, theme: .light)
}

/// How nodes of one label look.
public struct TypeStyle: Hashable, Sendable {
  public var label: String
  public var one: Phrase
  public var many: Phrase
  public var look: TypeLook

  public init(_ label: String, one: Phrase, many: Phrase, look: TypeLook) {
    self.label = label
    self.one = one
    self.many = many
    self.look = look
  }
}

/// The look that several labels share: what a legend lists in one entry.
public struct TypeLook: Hashable, Sendable {
  public var shape: NodeShape
  public var swatch: Swatch
  public var cluster: ClusterStyle
  /// The word in the legend.
  public var name: Phrase
  /// Its column in a supply chain.
  public var stage: ChainStage
  /// A sign before the word for the type, for pictures without colour; empty for none.
  public var mark: String

  public init(
    shape: NodeShape, swatch: Swatch, cluster: ClusterStyle, name: Phrase, stage: ChainStage = .others, mark: String = ""
  ) {
    self.shape = shape
    self.swatch = swatch
    self.cluster = cluster
    self.name = name
    self.stage = stage
    self.mark = mark
  }
}

/// The outlines in use. `record` is absent: it reads `|`, `{` and `<` in a name as its own syntax.
public enum NodeShape: String, Hashable, Sendable, CaseIterable {
  case roundedBox, box, cutBox, component, box3d, note, folder, tab, ellipse, hexagon
}

/// A box around nodes that belong together.
public struct ClusterStyle: Hashable, Sendable {
  public var key: String
  public var name: Phrase
  /// Evidence stands back: a dashed frame without a fill.
  public var isEvidence: Bool
  /// It may stand on either side of a subject, wherever there is room.
  public var isMovable: Bool

  public init(key: String, name: Phrase, isEvidence: Bool = false, isMovable: Bool = false) {
    self.key = key
    self.name = name
    self.isEvidence = isEvidence
    self.isMovable = isMovable
  }
}

/// How relationships of one type read.
public struct RelationshipStyle: Hashable, Sendable {
  public var type: String
  /// Read from start to end: "produces".
  public var phrase: Phrase
  /// Read from end to start: "produced at"; nil where the type cannot be turned round in words.
  public var inverse: Phrase?
  public var flow: RelationshipFlow
  /// It holds at a date and not since a date: what an event or an article has to do with something.
  public var isMoment: Bool
  /// How its start stands to its end, where it is words; nil for all other lines.
  public var stance: DiagramStance?
  /// Its line where it is a fact; nil for a solid one. Lines of another status keep theirs.
  public var line: LineStroke?

  public init(
    _ type: String, _ phrase: Phrase, inverse: Phrase? = nil, flow: RelationshipFlow = .asStored, isMoment: Bool = false,
    stance: DiagramStance? = nil, line: LineStroke? = nil
  ) {
    self.type = type
    self.phrase = phrase
    self.inverse = inverse
    self.flow = flow
    self.isMoment = isMoment
    self.stance = stance
    self.line = line
  }
}

/// How the line of a fact may be drawn. Dashes and dots belong to what is no fact.
public enum LineStroke: String, Hashable, Sendable, CaseIterable {
  case solid, bold, thin
}

/// Which way a relationship runs through a diagram that is read from left to right.
public enum RelationshipFlow: String, Hashable, Sendable {
  /// The start stands left.
  case asStored
  /// The end stands left and the inverse phrase is written: "Ampere operates Cléon" for a stored OPERATED_BY.
  case inverse
  /// The end stands left, the arrow and the phrase stay: an article at the right mentions what is at its left.
  case backward
  /// No arrow: it reads the same both ways.
  case symmetric
}

extension DiagramStyle {
  /// The phrase of a relationship type, read from its start to its end.
  public func phrase(of type: String, in language: DiagramLanguage) -> String {
    relationship(type).phrase.text(in: language)
  }

  /// The phrase read from its end to its start; the other one in brackets where it cannot be turned round.
  public func inversePhrase(of type: String, in language: DiagramLanguage) -> String {
    let style = relationship(type)
    if style.flow == .symmetric { return style.phrase.text(in: language) }
    return style.inverse?.text(in: language) ?? "(" + style.phrase.text(in: language) + ")"
  }

  /// The word for the type of something with these labels.
  public func word(for labels: [String], in language: DiagramLanguage) -> String { type(of: labels).one.text(in: language) }

  /// Where something with these labels stands in a supply chain.
  public func stage(of labels: [String]) -> ChainStage { type(of: labels).look.stage }

  /// Puts an entry in the place of the one for the same label, or before all others.
  public mutating func set(_ type: TypeStyle) {
    if let known = types.firstIndex(where: { $0.label == type.label }) { types[known] = type } else { types.insert(type, at: 0) }
  }

  /// Puts an entry in the place of the one for the same type, or behind all others.
  public mutating func set(_ relationship: RelationshipStyle) {
    if let known = relationships.firstIndex(where: { $0.type == relationship.type }) {
      relationships[known] = relationship
    } else {
      relationships.append(relationship)
    }
  }

  /// The look and words of a node with these labels.
  func type(of labels: [String]) -> TypeStyle {
    let known = Set(labels)
    if let found = types.first(where: { known.contains($0.label) }) { return found }
    let word = labels.first.map(plainWords) ?? ""
    let phrase = Phrase(en: word, fr: word)
    return TypeStyle(labels.first ?? "", one: phrase, many: phrase, look: .other)
  }

  /// The phrases of a relationship type; a type that the table lacks is read from its name.
  func relationship(_ type: String) -> RelationshipStyle {
    if let found = relationships.first(where: { $0.type == type }) { return found }
    let words = plainWords(type)
    return RelationshipStyle(type, Phrase(en: words, fr: words))
  }
}

/// "BATTERY_PACK" and "BatteryPack" as a person writes them: "battery pack".
func plainWords(_ name: String) -> String {
  var words = ""
  var previousIsLower = false
  for character in name {
    if character == "_" || character == "-" {
      words.append(" ")
      previousIsLower = false
      continue
    }
    if character.isUppercase, previousIsLower { words.append(" ") }
    previousIsLower = character.isLowercase || character.isNumber
    words.append(character.lowercased())
  }
  return words
}
