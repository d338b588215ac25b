// EntityLinking finds the mentions of known entities in the text of an article: which entity, where, how surely and why.
// It reads a catalogue of names, compiles it once into an index of surface forms, and decides by integer-weighted cues
// that are kept as data. It is deterministic: the order of the catalogue and the run make no difference.

/// An entity that articles may mention: what it is called and which entities it is tied to.
public struct CatalogueEntry: Hashable, Sendable, Decodable {
  public var id: String
  /// The type as the graph calls it, such as `brand` or `Site`; see ``EntityKind``.
  public var type: String
  public var name: String
  public var aliases: [String]
  /// Aliases that are figures of speech, such as "Losange"; they count as mentions only where nothing else is meant.
  public var nicknames: [String]
  /// The ids of the entities that it is tied to in the graph, in either direction.
  public var links: [String]

  public init(
    id: String, type: String, name: String, aliases: [String] = [], nicknames: [String] = [], links: [String] = []
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.nicknames = nicknames
    self.links = links
  }

  private enum CodingKeys: String, CodingKey { case id, type, name, aliases, nicknames, links }

  /// Reads an entry; missing aliases, nicknames or links are none.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(String.self, forKey: .id)
    type = try fields.decode(String.self, forKey: .type)
    name = try fields.decode(String.self, forKey: .name)
    aliases = try fields.decodeIfPresent([String].self, forKey: .aliases) ?? []
    nicknames = try fields.decodeIfPresent([String].self, forKey: .nicknames) ?? []
    links = try fields.decodeIfPresent([String].self, forKey: .links) ?? []
  }
}

/// The kinds of entity that the cues tell apart.
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
  case group, brand, company, site, place, vehicle, motor, platform, technology, person, plan, team, other

  /// The kind of a type's name, in any case; an unknown type is ``other``.
  public init(type: String) {
    let word = type.lowercased()
    if let kind = EntityKind(rawValue: word) ?? Self.synonyms[word] {
      self = kind
    } else {
      self = .other
    }
  }

  private static let synonyms: [String: EntityKind] = [
    "marque": .brand, "groupe": .group, "organisation": .company, "organization": .company, "supplier": .company,
    "jointventure": .company, "cluster": .company, "plant": .site, "factory": .site, "usine": .site,
    "gigafactory": .site, "techcentre": .site, "town": .place, "city": .place, "ville": .place, "region": .place,
    "country": .place, "area": .place, "model": .vehicle, "car": .vehicle, "véhicule": .vehicle, "product": .vehicle,
    "engine": .motor, "moteur": .motor, "battery": .technology, "concept": .plan, "programme": .plan, "program": .plan,
    "strategy": .plan, "personne": .person, "racingteam": .team, "écurie": .team,
  ]
}
