extension TypeStyle {
  /// The words and looks of the vocabulary for automaker strategy. A subtype stands before its supertype.
  public static let standard: [TypeStyle] =
    organisationTypes + siteTypes + productTypes + peopleAndPlanTypes + eventTypes + documentTypes + ideaTypes

  private static let organisationTypes: [TypeStyle] = [
    entry("Group", .organisation, "group", "groups", "groupe", "groupes"),
    entry("Alliance", .organisation, "alliance", "alliances", "alliance", "alliances"),
    entry("ServiceBrand", .brand, "service brand", "service brands", "marque de services", "marques de services"),
    entry("Brand", .brand, "brand", "brands", "marque", "marques"),
    entry("RacingTeam", .organisation, "racing team", "racing teams", "écurie", "écuries"),
    entry("BusinessUnit", .organisation, "business unit", "business units", "entité", "entités"),
    entry("PublicBody", .organisation, "public body", "public bodies", "organisme public", "organismes publics"),
    entry("Publisher", .organisation, "publisher", "publishers", "éditeur", "éditeurs"),
    entry("Company", .organisation, "company", "companies", "entreprise", "entreprises"),
    entry("Organisation", .organisation, "organisation", "organisations", "organisation", "organisations"),
    entry("Organization", .organisation, "organisation", "organisations", "organisation", "organisations"),
    entry("Org", .organisation, "organisation", "organisations", "organisation", "organisations"),
  ]

  private static let siteTypes: [TypeStyle] = [
    entry("AssemblyPlant", .site, "assembly plant", "assembly plants", "usine d’assemblage", "usines d’assemblage"),
    entry("PowertrainPlant", .site, "powertrain plant", "powertrain plants", "usine de moteurs", "usines de moteurs"),
    entry("ComponentPlant", .site, "component plant", "component plants", "usine de composants", "usines de composants"),
    entry("Gigafactory", .site, "gigafactory", "gigafactories", "gigafactory", "gigafactories"),
    entry(
      "EngineeringCentre", .site, "engineering centre", "engineering centres", "centre d’ingénierie",
      "centres d’ingénierie"),
    entry("SoftwareCentre", .site, "software centre", "software centres", "centre logiciel", "centres logiciels"),
    entry(
      "CircularEconomySite", .site, "circular economy site", "circular economy sites", "site d’économie circulaire",
      "sites d’économie circulaire"),
    entry(
      "IndustrialCluster", .site, "industrial cluster", "industrial clusters", "pôle industriel", "pôles industriels"),
    entry("Headquarters", .site, "headquarters", "headquarters", "siège", "sièges"),
    entry("Site", .site, "site", "sites", "site", "sites"),
    entry("Country", .place, "country", "countries", "pays", "pays"),
    entry("Region", .place, "region", "regions", "région", "régions"),
    entry("Department", .place, "department", "departments", "département", "départements"),
    entry("Municipality", .place, "town", "towns", "commune", "communes"),
    entry("Place", .place, "place", "places", "lieu", "lieux"),
  ]

  private static let productTypes: [TypeStyle] = [
    entry("ConceptCar", .vehicle, "concept car", "concept cars", "concept-car", "concept-cars"),
    entry(
      "HistoricVehicle", .vehicle, "historic vehicle", "historic vehicles", "véhicule historique",
      "véhicules historiques"),
    entry("Quadricycle", .vehicle, "quadricycle", "quadricycles", "quadricycle", "quadricycles"),
    entry("Vehicle", .vehicle, "vehicle", "vehicles", "véhicule", "véhicules"),
    entry("ElectricMotor", .technology, "electric motor", "electric motors", "moteur électrique", "moteurs électriques"),
    entry("HybridMotor", .technology, "hybrid motor", "hybrid motors", "moteur hybride", "moteurs hybrides"),
    entry(
      "CombustionEngine", .technology, "combustion engine", "combustion engines", "moteur thermique",
      "moteurs thermiques"),
    entry("Motor", .technology, "motor", "motors", "moteur", "moteurs"),
    entry("BatteryPack", .technology, "battery pack", "battery packs", "batterie", "batteries"),
    entry("BatteryCell", .technology, "battery cell", "battery cells", "cellule de batterie", "cellules de batterie"),
    entry("Battery", .technology, "battery", "batteries", "batterie", "batteries"),
    entry("Technology", .technology, "technology", "technologies", "technologie", "technologies"),
    entry("Platform", .platform, "platform", "platforms", "plateforme", "plateformes"),
    entry("ProductClass", .product, "product class", "product classes", "classe de produits", "classes de produits"),
    entry("Product", .product, "product", "products", "produit", "produits"),
  ]

  private static let peopleAndPlanTypes: [TypeStyle] = [
    entry("Person", .person, "person", "people", "personne", "personnes"),
    entry("Plan", .plan, "plan", "plans", "plan", "plans"),
  ]

  private static let eventTypes: [TypeStyle] = [
    entry("Acquisition", .event, "acquisition", "acquisitions", "acquisition", "acquisitions"),
    entry("AgreementEnd", .event, "end of an agreement", "ends of agreements", "fin d’accord", "fins d’accord"),
    entry("Agreement", .event, "agreement", "agreements", "accord", "accords"),
    entry("Announcement", .event, "announcement", "announcements", "annonce", "annonces"),
    entry(
      "IpoCancellation", .event, "cancelled flotation", "cancelled flotations", "entrée en bourse annulée",
      "entrées en bourse annulées"),
    entry("Cancellation", .event, "cancellation", "cancellations", "annulation", "annulations"),
    entry(
      "CompanyFormation", .event, "company formation", "company formations", "création d’entreprise",
      "créations d’entreprise"),
    entry("Decision", .event, "decision", "decisions", "décision", "décisions"),
    entry(
      "GuidanceChange", .event, "change of guidance", "changes of guidance", "révision d’objectifs",
      "révisions d’objectifs"),
    entry(
      "InvestmentCommitment", .event, "investment promise", "investment promises", "engagement d’investissement",
      "engagements d’investissement"),
    entry("InvestorDay", .event, "investor day", "investor days", "journée investisseurs", "journées investisseurs"),
    entry(
      "LeadershipChange", .event, "change of leadership", "changes of leadership", "changement de direction",
      "changements de direction"),
    entry("Meeting", .event, "meeting", "meetings", "réunion", "réunions"),
    entry("Merger", .event, "merger", "mergers", "fusion", "fusions"),
    entry("Milestone", .event, "milestone", "milestones", "jalon", "jalons"),
    entry(
      "PartnershipEnd", .event, "end of a partnership", "ends of partnerships", "fin de partenariat",
      "fins de partenariat"),
    entry("Partnership", .event, "partnership", "partnerships", "partenariat", "partenariats"),
    entry(
      "ProductionStart", .event, "start of production", "starts of production", "début de production",
      "débuts de production"),
    entry("ProductReveal", .event, "product reveal", "product reveals", "présentation", "présentations"),
    entry("ProgrammeEnd", .event, "end of a programme", "ends of programmes", "fin de programme", "fins de programme"),
    entry("Publication", .event, "publication", "publications", "publication", "publications"),
    entry("Reorganisation", .event, "reorganisation", "reorganisations", "réorganisation", "réorganisations"),
    entry("Report", .event, "press report", "press reports", "information de presse", "informations de presse"),
    entry("Results", .event, "results", "results", "résultats", "résultats"),
    entry("SiteOpening", .event, "site opening", "site openings", "ouverture de site", "ouvertures de site"),
    entry(
      "StrategyPresentation", .event, "strategy presentation", "strategy presentations", "présentation stratégique",
      "présentations stratégiques"),
    entry(
      "SupplyContract", .event, "supply contract", "supply contracts", "contrat de fourniture",
      "contrats de fourniture"),
    entry("Transformation", .event, "transformation", "transformations", "transformation", "transformations"),
    entry("Event", .event, "event", "events", "événement", "événements"),
  ]

  private static let documentTypes: [TypeStyle] = [
    entry("AnalysisArticle", .article, "analysis", "analyses", "analyse", "analyses"),
    entry("PressRelease", .article, "press release", "press releases", "communiqué", "communiqués"),
    entry("SourceArticle", .article, "article", "articles", "article", "articles"),
    entry("Article", .article, "article", "articles", "article", "articles"),
    entry("ArticleSeries", .article, "series", "series", "série", "séries"),
    entry("Series", .article, "series", "series", "série", "séries"),
    entry("Source", .article, "source", "sources", "source", "sources"),
    entry("Evidence", .article, "quotation", "quotations", "citation", "citations"),
    entry("Claim", .claim, "claim", "claims", "affirmation", "affirmations"),
  ]

  private static let ideaTypes: [TypeStyle] = [
    entry("Observation", .measure, "figure", "figures", "chiffre", "chiffres"),
    entry("Role", .idea, "role", "roles", "rôle", "rôles"),
    entry("Narrative", .idea, "narrative", "narratives", "récit", "récits"),
    entry("Risk", .idea, "risk", "risks", "risque", "risques"),
    entry("Opportunity", .idea, "opportunity", "opportunities", "opportunité", "opportunités"),
    entry("MarketSegment", .idea, "segment", "segments", "segment", "segments"),
    entry("Segment", .idea, "segment", "segments", "segment", "segments"),
    entry("Sillage", .idea, "theme", "themes", "thème", "thèmes"),
    entry("Theme", .idea, "theme", "themes", "thème", "thèmes"),
    entry("Term", .idea, "term", "terms", "terme", "termes"),
    entry("Class", .idea, "class", "classes", "classe", "classes"),
    entry("Concept", .idea, "concept", "concepts", "concept", "concepts"),
  ]

  private static func entry(
    _ label: String, _ look: TypeLook, _ english: String, _ englishPlural: String, _ french: String, _ frenchPlural: String
  ) -> TypeStyle {
    TypeStyle(
      label, one: Phrase(en: english, fr: french), many: Phrase(en: englishPlural, fr: frenchPlural), look: look)
  }
}
