extension RelationshipStyle {
  /// The phrases of the vocabulary for automaker strategy, in both readings.
  public static let standard: [RelationshipStyle] = ownership + industry + products + people + plans + documents

  private static let ownership: [RelationshipStyle] = [
    entry("BRAND_OF", "brand of", "marque de", "has brand", "a pour marque"),
    entry("HAS_BRAND", "has brand", "a pour marque", "brand of", "marque de"),
    entry("SUBSIDIARY_OF", "subsidiary of", "filiale de", "parent of", "maison mère de"),
    entry("REINTEGRATED_INTO", "reintegrated into", "réintégré dans", "reintegrates", "réintègre"),
    entry("OPERATES_BRAND", "runs the brand", "exploite la marque", "brand run by", "marque exploitée par"),
    entry("OPERATED_BY_BRAND", "run by", "exploité par", "runs", "exploite", .inverse),
    entry("HOLDS_STAKE_IN", "holds a stake in", "actionnaire de", "partly held by", "détenu en partie par"),
    entry(
      "COMMITTED_INVESTMENT_FROM", "investment promised by", "investissement promis par", "to invest in",
      "promet d’investir dans", .inverse),
    entry("MEMBER_OF", "member of", "membre de", "has member", "a pour membre"),
    RelationshipStyle("PARTNER_OF", Phrase(en: "partner of", fr: "partenaire de"), flow: .symmetric),
    RelationshipStyle("COMPETES_WITH", Phrase(en: "competes with", fr: "concurrent de"), flow: .symmetric),
    RelationshipStyle("PEER_OF", Phrase(en: "peer of", fr: "comparable à"), flow: .symmetric),
    RelationshipStyle("ASSOCIATED_WITH", Phrase(en: "linked with", fr: "lié à"), flow: .symmetric),
    RelationshipStyle("SAME_DAY_AS", Phrase(en: "same day as", fr: "même jour que"), flow: .symmetric),
  ]

  private static let industry: [RelationshipStyle] = [
    entry("SUPPLIES", "supplies", "fournit", "supplied by", "fourni par"),
    entry("SUPPLIED_BY", "supplied by", "fourni par", "supplies", "fournit", .inverse),
    entry("HEADQUARTERED_IN", "based in", "a son siège à", "seat of", "siège de"),
    entry("OPERATED_BY", "operated by", "exploité par", "operates", "exploite", .inverse),
    entry("OPERATES", "operates", "exploite", "operated by", "exploité par"),
    entry("OPERATES_AT", "active at", "présent à", "hosts", "accueille"),
    entry("LOCATED_IN", "located in", "situé à", "home of", "accueille"),
    entry("PART_OF", "part of", "fait partie de", "includes", "comprend"),
    entry("PRODUCES", "produces", "produit", "produced at", "produit à"),
    entry("PRODUCED_AT", "produced at", "produit à", "produces", "produit", .inverse),
    entry("PRODUCES_FOR", "produces for", "produit pour", "orders from", "fait produire à"),
    entry("ASSEMBLY_MAY_MOVE_TO", "may move to", "pourrait passer à", "may receive", "pourrait recevoir"),
    entry("DEVELOPED_BY", "developed by", "développé par", "develops", "développe", .inverse),
    entry("DEVELOPED_AT", "developed at", "développé à", "develops", "développe", .inverse),
  ]

  private static let products: [RelationshipStyle] = [
    entry("MARKETED_BY", "marketed by", "vendu par", "sells", "vend"),
    entry("MARKETS", "sells", "vend", "marketed by", "vendu par"),
    entry("USES_PLATFORM", "built on", "repose sur", "platform of", "plateforme de"),
    entry("PLATFORM_OF", "platform of", "plateforme de", "built on", "repose sur"),
    entry("OWNED_BY", "owned by", "appartient à", "owns", "détient", .inverse),
    entry("OWNS", "owns", "détient", "owned by", "appartient à"),
    entry("POWERS", "powers", "équipe", "powered by", "mû par"),
    entry("POWERED_BY", "powered by", "mû par", "powers", "équipe", .inverse),
    entry("USES_BATTERY", "uses", "utilise", "battery of", "batterie de", .inverse),
    entry("BATTERY_OF", "battery of", "batterie de", "uses", "utilise"),
    entry("USES_TECHNOLOGY", "uses", "utilise", "used in", "utilisé dans"),
    entry("IN_SEGMENT", "in segment", "dans le segment", "contains", "comprend"),
    entry("DERIVED_FROM", "derived from", "dérivé de", "basis of", "base de", .inverse),
    entry("SUCCESSOR_OF", "succeeds", "succède à", "succeeded by", "remplacé par", .inverse),
    entry("INSPIRED_BY", "inspired by", "inspiré de", "inspired", "inspire", .inverse),
    entry("PREFIGURES", "prefigures", "préfigure", "prefigured by", "préfiguré par"),
  ]

  private static let people: [RelationshipStyle] = [
    entry("HOLDS_POSITION", "works for", "en poste chez", "employs", "emploie"),
    entry("FOUNDED", "founded", "a fondé", "founded by", "fondé par", isMoment: true),
    entry("NAMED_AFTER", "named after", "nommé d’après", "gave its name to", "a donné son nom à"),
    entry("LED_BY", "led by", "dirigé par", "leads", "dirige", .inverse),
    entry("PLAYS_ROLE", "plays the role of", "joue le rôle de", "role of", "rôle de"),
  ]

  private static let plans: [RelationshipStyle] = [
    entry("PLAN_OF", "plan of", "plan de", "has plan", "a pour plan"),
    entry("INCLUDES", "includes", "comprend", "included in", "compris dans"),
    entry("PRESENTED_AT", "presented at", "présenté lors de", "presents", "présente", isMoment: true),
    entry("PARTICIPANT", "involves", "implique", "takes part in", "participe à", isMoment: true),
    entry("OCCURRED_AT", "took place at", "a eu lieu à", "scene of", "lieu de", isMoment: true),
    entry("CONCERNS", "concerns", "concerne", "subject of", "objet de", isMoment: true),
    entry("CAUSED_BY", "caused by", "causé par", "led to", "a mené à", .inverse, isMoment: true),
    entry("FOLLOWS", "follows", "suit", "followed by", "suivi de", .inverse, isMoment: true),
  ]

  private static let documents: [RelationshipStyle] = [
    entry("MENTIONS", "mentions", "mentionne", "mentioned in", "cité dans", .backward, isMoment: true),
    entry("ABOUT", "about", "traite de", "subject of", "sujet de", .backward, isMoment: true),
    entry("PUBLISHED_BY", "published by", "publié par", "publishes", "publie", isMoment: true),
    entry("AUTHORED_BY", "written by", "écrit par", "author of", "auteur de", isMoment: true),
    entry("PART_OF_SERIES", "part of", "fait partie de", "contains", "contient"),
    entry("HAS_THEME", "on the theme of", "sur le thème", "theme of", "thème de"),
    entry("CITES", "cites", "cite", "cited by", "cité par"),
    entry("SEE_ALSO", "see also", "voir aussi", "seen from", "renvoi de"),
    RelationshipStyle("SUPPORTS", Phrase(en: "supports", fr: "soutient"), stance: .supports),
    RelationshipStyle("DENIES", Phrase(en: "denies", fr: "nie"), stance: .denies),
    RelationshipStyle("CONTRADICTS", Phrase(en: "contradicts", fr: "contredit"), flow: .symmetric, stance: .denies),
    RelationshipStyle("SUPPORTED_BY", Phrase(en: "supported by", fr: "soutenu par"), stance: .supports),
    RelationshipStyle("SUBJECT", Phrase(en: "subject", fr: "sujet"), isMoment: true, line: .thin),
    RelationshipStyle("OBJECT", Phrase(en: "object", fr: "objet"), isMoment: true, line: .thin),
    entry("SUPERSEDES", "supersedes", "remplace", "superseded by", "remplacé par"),
  ]

  private static func entry(
    _ type: String, _ english: String, _ french: String, _ englishInverse: String, _ frenchInverse: String,
    _ flow: RelationshipFlow = .asStored, isMoment: Bool = false
  ) -> RelationshipStyle {
    RelationshipStyle(
      type, Phrase(en: english, fr: french), inverse: Phrase(en: englishInverse, fr: frenchInverse), flow: flow,
      isMoment: isMoment)
  }
}
