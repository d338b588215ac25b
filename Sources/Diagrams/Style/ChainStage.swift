/// Where things of a type stand in a supply chain, from left to right.
public enum ChainStage: Int, Hashable, Sendable, CaseIterable {
  case suppliers, sites, parts, products, brands, groups, others

  /// The word of a style file.
  public init?(word: String) {
    guard let stage = Self.allCases.first(where: { "\($0)" == word }) else { return nil }
    self = stage
  }

  /// The heading of its column.
  var name: Phrase {
    switch self {
    case .suppliers: Phrase(en: "Suppliers and operators", fr: "Fournisseurs et exploitants")
    case .sites: Phrase(en: "Sites", fr: "Sites")
    case .parts: Phrase(en: "Motors, batteries, platforms", fr: "Moteurs, batteries, plateformes")
    case .products: Phrase(en: "Vehicles", fr: "Véhicules")
    case .brands: Phrase(en: "Brands", fr: "Marques")
    case .groups: Phrase(en: "Groups and companies", fr: "Groupes et entreprises")
    case .others: Phrase(en: "Other", fr: "Autres")
    }
  }
}
