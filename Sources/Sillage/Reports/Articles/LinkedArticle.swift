/// An article as people read it, cut where its mentions are.
public struct LinkedArticle: Hashable, Sendable {
  public var list: MentionList
  /// The pieces of the visible text, in order.
  public var pieces: [Piece]

  /// A part of the visible text.
  public enum Piece: Hashable, Sendable {
    /// Prose without mentions.
    case prose(String)
    /// The words of a mention, by its number in the list.
    case mention(Int, String)
    /// Something that is no prose, such as an address or code, as the raw file has it.
    case other(String)
  }
}

/// The families of entities that readings tell apart, by colour and by word.
public enum EntityFamily: String, CaseIterable, Hashable, Sendable {
  case group, brand, place, vehicle, technology, plan, person, other

  /// What a legend calls it.
  public var caption: String {
    switch self {
    case .group: "Groups, companies, teams"
    case .brand: "Brands"
    case .place: "Sites and places"
    case .vehicle: "Vehicles"
    case .technology: "Motors, platforms, technologies"
    case .plan: "Plans"
    case .person: "People"
    case .other: "Others"
    }
  }
}
