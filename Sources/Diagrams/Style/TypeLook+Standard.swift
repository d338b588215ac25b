extension ClusterStyle {
  static let organisations = ClusterStyle(key: "organisations", name: Phrase(en: "Organisations", fr: "Organisations"))
  static let sites = ClusterStyle(key: "sites", name: Phrase(en: "Sites", fr: "Sites"))
  static let places = ClusterStyle(key: "places", name: Phrase(en: "Places", fr: "Lieux"))
  static let products = ClusterStyle(
    key: "products", name: Phrase(en: "Products and technology", fr: "Produits et technologies"))
  static let people = ClusterStyle(key: "people", name: Phrase(en: "People", fr: "Personnes"), isMovable: true)
  static let plans = ClusterStyle(
    key: "plans", name: Phrase(en: "Plans and events", fr: "Plans et événements"), isMovable: true)
  static let ideas = ClusterStyle(
    key: "ideas", name: Phrase(en: "Roles and concepts", fr: "Rôles et concepts"), isMovable: true)
  static let sources = ClusterStyle(
    key: "sources", name: Phrase(en: "Sources", fr: "Sources"), isEvidence: true, isMovable: true)
  /// For things of no known type.
  public static let other = ClusterStyle(key: "other", name: Phrase(en: "Other", fr: "Autres"))
}

extension TypeLook {
  static let organisation = TypeLook(
    shape: .roundedBox, swatch: .blue, cluster: .organisations, name: Phrase(en: "organisation", fr: "organisation"), stage: .groups)
  static let brand = TypeLook(
    shape: .roundedBox, swatch: .orange, cluster: .organisations, name: Phrase(en: "brand", fr: "marque"), stage: .brands)
  static let site = TypeLook(shape: .box, swatch: .yellow, cluster: .sites, name: Phrase(en: "site", fr: "site"), stage: .sites)
  static let place = TypeLook(shape: .box, swatch: .white, cluster: .places, name: Phrase(en: "place", fr: "lieu"))
  static let vehicle = TypeLook(
    shape: .roundedBox, swatch: .pink, cluster: .products, name: Phrase(en: "vehicle", fr: "véhicule"), stage: .products)
  static let technology = TypeLook(
    shape: .component, swatch: .cyan, cluster: .products,
    name: Phrase(en: "motor, battery, technology", fr: "moteur, batterie, technologie"), stage: .parts)
  static let platform = TypeLook(
    shape: .box3d, swatch: .cyan, cluster: .products, name: Phrase(en: "platform", fr: "plateforme"), stage: .parts)
  static let product = TypeLook(
    shape: .box, swatch: .pink, cluster: .products, name: Phrase(en: "product", fr: "produit"), stage: .products)
  static let person = TypeLook(
    shape: .ellipse, swatch: .white, cluster: .people, name: Phrase(en: "person", fr: "personne"))
  static let plan = TypeLook(shape: .folder, swatch: .mint, cluster: .plans, name: Phrase(en: "plan", fr: "plan"))
  static let event = TypeLook(
    shape: .cutBox, swatch: .mint, cluster: .plans, name: Phrase(en: "event", fr: "événement"))
  static let idea = TypeLook(
    shape: .hexagon, swatch: .pear, cluster: .ideas, name: Phrase(en: "role, concept", fr: "rôle, concept"))
  static let measure = TypeLook(
    shape: .tab, swatch: .pear, cluster: .ideas, name: Phrase(en: "figure", fr: "chiffre"))
  static let claim = TypeLook(
    shape: .box, swatch: .grey, cluster: .sources, name: Phrase(en: "claim", fr: "affirmation"))
  static let article = TypeLook(
    shape: .note, swatch: .grey, cluster: .sources, name: Phrase(en: "article", fr: "article"))
  /// For labels that no table names.
  static let other = TypeLook(
    shape: .roundedBox, swatch: .white, cluster: .other, name: Phrase(en: "other", fr: "autre"))
}
