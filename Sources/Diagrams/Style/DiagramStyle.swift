/// How types, relationships and statuses look and what they are called: tables, looked up by name.
public struct DiagramStyle: Sendable {
  /// In order of precedence: a node takes the first entry that names one of its labels. A subtype therefore stands before
  /// its supertype, and a plant that carries `:PowertrainPlant:Site` is drawn as a site with the word of its own type.
  public var types: [TypeStyle]
  public var relationships: [RelationshipStyle]
  public var theme: DiagramTheme

  public init(types: [TypeStyle], relationships: [RelationshipStyle], theme: DiagramTheme) {
    self.types = types
    self.relationships = relationships
    self.theme = theme
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

  public init(shape: NodeShape, swatch: Swatch, cluster: ClusterStyle, name: Phrase) {
    self.shape = shape
    self.swatch = swatch
    self.cluster = cluster
    self.name = name
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

  public init(
    _ type: String, _ phrase: Phrase, inverse: Phrase? = nil, flow: RelationshipFlow = .asStored, isMoment: Bool = false
  ) {
    self.type = type
    self.phrase = phrase
    self.inverse = inverse
    self.flow = flow
    self.isMoment = isMoment
  }
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
