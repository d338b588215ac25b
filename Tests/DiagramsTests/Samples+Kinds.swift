import Diagrams

/// A sample of each kind that the others are not.
extension Samples {
  static let dark = style(.dark)
  static let print = style(.print)

  private static func style(_ theme: DiagramTheme) -> DiagramStyle {
    var style = DiagramStyle.standard
    style.theme = theme
    return style
  }

  static let paths = DiagramModel(
    kind: .paths, title: "Verkor – Alpine", subtitle: "all ways of 2 steps, the shortest", provenance: provenance,
    nodes: [
      DiagramNode(id: "verkor", name: "Verkor", labels: ["Company", "Org"], isSubject: true),
      DiagramNode(id: "alpine", name: "Alpine", labels: ["Brand", "Org"], isSubject: true), a390,
      DiagramNode(id: "battery-a390-89", name: "A390 89 kWh", labels: ["BatteryPack", "Battery", "Product"]),
    ],
    edges: [
      DiagramEdge(from: "verkor", to: "alpine-a390", type: "SUPPLIES", status: .planned, date: "2026"),
      DiagramEdge(from: "battery-a390-89", to: "verkor", type: "SUPPLIED_BY"),
      DiagramEdge(from: "alpine-a390", to: "battery-a390-89", type: "USES_BATTERY"),
      DiagramEdge(from: "alpine-a390", to: "alpine", type: "MARKETED_BY"),
    ])

  private static func site(_ id: String, _ name: String, in region: String, makes: String?) -> DiagramNode {
    DiagramNode(
      id: id, name: name, labels: ["AssemblyPlant", "Site"], clusterKey: region,
      card: makes.map { DiagramCard(rows: [DiagramCard.Row($0, caption: "makes")]) })
  }

  static let map = DiagramModel(
    kind: .map, title: "The industrial map of Renault in France", provenance: provenance,
    nodes: [
      site("cleon-plant", "Cléon", in: "normandie", makes: "5DH, 6AK, 6AM, 7DL"),
      site("dieppe-plant", "Dieppe", in: "normandie", makes: "Alpine A390"),
      site("douai-plant", "Douai", in: "hauts-de-france", makes: "Renault 5 E-Tech, Alpine A290"),
      site("maubeuge-plant", "Maubeuge", in: "hauts-de-france", makes: "Renault 4 E-Tech"),
      site("batilly-plant", "Batilly", in: "grand-est", makes: nil),
    ],
    edges: [
      DiagramEdge(from: "cleon-plant", to: "dieppe-plant", type: "SUPPLIES", qualifier: "7DL and 6AM motors", date: "2025"),
      DiagramEdge(from: "cleon-plant", to: "douai-plant", type: "SUPPLIES", qualifier: "6AM motors", date: "2022"),
      DiagramEdge(from: "cleon-plant", to: "maubeuge-plant", type: "SUPPLIES", status: .reported),
    ], clusterLabels: ["normandie": "Normandie", "hauts-de-france": "Hauts-de-France", "grand-est": "Grand Est"])

  private static func brand(_ id: String, _ name: String, _ role: String, _ cars: String) -> DiagramNode {
    DiagramNode(
      id: id, name: name, labels: ["Brand", "Org"], column: 1,
      card: DiagramCard(rows: [DiagramCard.Row(role, caption: "rôle"), DiagramCard.Row(cars, caption: "véhicules")]))
  }

  static let roles = DiagramModel(
    kind: .roles, title: "Trois marques, trois rôles", provenance: provenance,
    nodes: [
      DiagramNode(id: "renault-group", name: "Renault Group", labels: ["Group", "Org"], isSubject: true, column: 0),
      brand("dacia", "Dacia", "Rationalité", "Sandero, Duster, Bigster"),
      brand("renault", "Renault", "–", "Renault 5, Renault 4, Scenic, Twingo, Austral, Clio"),
      brand("alpine", "Alpine", "Vitrine, émotion", "A110, A290, A390"),
      DiagramNode(id: "ampr-small", name: "AmpR Small", labels: ["Platform"], column: 2),
    ],
    edges: ["dacia", "renault", "alpine"].map { DiagramEdge(from: $0, to: "renault-group", type: "BRAND_OF", label: "") }
      + ["renault", "alpine"].map { DiagramEdge(from: $0, to: "ampr-small", type: "USES_PLATFORM", label: "") })

  static func quote(_ id: String, _ words: String, _ origin: String, _ stance: DiagramStance, column: Int) -> DiagramNode {
    DiagramNode(
      id: id, name: words, labels: ["Evidence"], column: column,
      card: DiagramCard(rows: [DiagramCard.Row("«\u{A0}\(words)\u{A0}»", look: .quote), DiagramCard.Row(origin, look: .quiet)], stance: stance))
  }

  static func claim(_ id: String, _ words: String, column: Int) -> DiagramNode {
    DiagramNode(
      id: id, name: words, labels: ["Claim"], column: column, card: DiagramCard(rows: [DiagramCard.Row("fact · Ampere", look: .quiet)]))
  }

  static let evidence: DiagramModel = {
    var plant = cleon(isSubject: false)
    plant.column = 2
    var motor = motor7DL
    motor.column = 2
    return DiagramModel(
      kind: .evidence, title: "Cléon produit 7DL", provenance: provenance,
      nodes: [
        quote("q1", "Le moteur 7DL est assemblé à Cléon", "Communiqué · 2025-09-23", .supports, column: 0),
        quote("q2", "Les volumes ne sont pas confirmés", "Presse · 2025-10-02", .denies, column: 0),
        claim("c1", "Cléon produit 7DL", column: 1), plant, motor,
      ],
      edges: [
        DiagramEdge(from: "q1", to: "c1", type: "SUPPORTS"), DiagramEdge(from: "q2", to: "c1", type: "DENIES"),
        DiagramEdge(from: "c1", to: "cleon-plant", type: "SUBJECT"), DiagramEdge(from: "c1", to: "motor-7dl", type: "OBJECT"),
      ])
  }()

  static let contradiction: DiagramModel = {
    var model = evidence
    model.kind = .contradiction
    model.title = "Where accounts differ"
    model.nodes[1] = quote("q2", "Les volumes ne sont pas confirmés", "Presse · 2025-10-02", .supports, column: 4)
    model.nodes.append(claim("c2", "Not: Cléon produit 7DL", column: 3))
    model.edges[1] = DiagramEdge(from: "q2", to: "c2", type: "SUPPORTS")
    model.edges.append(DiagramEdge(from: "c1", to: "c2", type: "CONTRADICTS"))
    model.edges.append(DiagramEdge(from: "c2", to: "motor-7dl", type: "OBJECT"))
    return model
  }()

  static let timeline = DiagramModel(
    kind: .timeline, title: "Cléon", subtitle: "timeline", provenance: provenance,
    nodes: [
      DiagramNode(id: "opening", name: "Cléon plant opens", labels: ["SiteOpening", "Event"], when: "1958"),
      DiagramNode(
        id: "line", name: "7DL production line opened at Cléon", labels: ["ProductionStart", "Event"], detail: "the millionth motor",
        when: "2025-09-23"),
      DiagramNode(id: "return", name: "Back to Renault Group", labels: ["Reorganisation", "Event"], when: "2026-07-01", status: .planned),
      DiagramNode(id: "some-day", name: "A new workshop", labels: ["Event"]),
    ], edges: [])

  static let difference: DiagramModel = {
    var model = neighbourhood
    model.kind = .difference
    model.subtitle = "what changed from 2024 to 2026-12-31"
    for index in model.edges.indices {
      switch model.edges[index].id {
      case "r2": model.edges[index].change = .removed
      case "r3", "r5": model.edges[index].change = .added
      case "r6": model.edges[index].change = .changed
      default: break
      }
    }
    for index in model.nodes.indices where model.nodes[index].id == "motor-7dl" { model.nodes[index].change = .added }
    return model
  }()

  static let comparison: DiagramModel = {
    let place = { (id: String, name: String, label: String, column: Int, key: String) in
      DiagramNode(id: id, name: name, labels: [label], clusterKey: key, column: column)
    }
    return DiagramModel(
      kind: .comparison, title: "Renault Group and Geely", provenance: provenance,
      nodes: [
        DiagramNode(id: "renault-group", name: "Renault Group", labels: ["Group"], isSubject: true, column: 1),
        DiagramNode(id: "geely", name: "Geely", labels: ["Group"], isSubject: true, column: 3),
        place("alpine", "Alpine", "Brand", 0, "first"), place("dacia", "Dacia", "Brand", 0, "first"),
        place("horse", "Horse Powertrain", "Company", 2, "both"), place("volvo", "Volvo Cars", "Brand", 4, "second"),
      ],
      edges: [
        DiagramEdge(from: "alpine", to: "renault-group", type: "BRAND_OF"), DiagramEdge(from: "dacia", to: "renault-group", type: "BRAND_OF"),
        DiagramEdge(from: "renault-group", to: "horse", type: "HOLDS_STAKE_IN", qualifier: "45 %"),
        DiagramEdge(from: "geely", to: "horse", type: "HOLDS_STAKE_IN", qualifier: "45 %"),
        DiagramEdge(from: "volvo", to: "geely", type: "BRAND_OF"),
      ], clusterLabels: ["first": "Only Renault Group", "both": "Both", "second": "Only Geely"])
  }()
}
