// Diagrams of the domain that several tests draw. Names and relations follow public sources; they are samples, not data.

import Diagrams

enum Samples {
  static let provenance = DiagramProvenance(
    query: "neighbourhood of cleon-plant, depth 1", asOf: "2026-03-31", dataHash: "sha256:4f2a", generator: "sillage 0.1.0")

  static let renaultGroup = DiagramNode(
    id: "renault-group", name: "Renault Group", labels: ["Group", "Org"], evidenceCount: 9, url: "/e/renault-group")
  static let ampere = DiagramNode(
    id: "ampere", name: "Ampere", labels: ["Company", "Brand", "Org"], caption: nil, evidenceCount: 8, url: "/e/ampere")
  static let alpine = DiagramNode(id: "alpine", name: "Alpine", labels: ["Brand", "Org"], evidenceCount: 7, url: "/e/alpine")
  static let motor7DL = DiagramNode(
    id: "motor-7dl", name: "7DL", labels: ["ElectricMotor", "Motor", "Product"], detail: "two machines, rear axle",
    evidenceCount: 5, url: "/e/motor-7dl")
  static let motor6AM = DiagramNode(
    id: "motor-6am", name: "6AM", labels: ["ElectricMotor", "Motor", "Product"], evidenceCount: 3, url: "/e/motor-6am")
  static let a390 = DiagramNode(
    id: "alpine-a390", name: "Alpine A390", labels: ["Vehicle", "Product"], evidenceCount: 6, url: "/e/alpine-a390")

  static func cleon(isSubject: Bool) -> DiagramNode {
    DiagramNode(
      id: "cleon-plant", name: "Cléon", labels: ["PowertrainPlant", "Site"], detail: "Seine-Maritime, since 1958",
      isSubject: isSubject, evidenceCount: 12, url: "/e/cleon-plant")
  }

  /// Everything around the plant, as far as it fits on a slide.
  static let neighbourhood = DiagramModel(
    kind: .neighbourhood, title: "Cléon", subtitle: "powertrain plant · one step around", provenance: provenance,
    nodes: [
      cleon(isSubject: true), renaultGroup, ampere, alpine, motor7DL, motor6AM, a390,
      DiagramNode(
        id: "motor-shanghai-edrive-80", name: "e-Drive 80 kW", labels: ["ElectricMotor", "Motor", "Product"],
        evidenceCount: 1, url: "/e/motor-shanghai-edrive-80"),
      DiagramNode(id: "cleon-fonte", name: "Cléon-Fonte", labels: ["CombustionEngine", "Motor", "Product"], evidenceCount: 1),
      DiagramNode(
        id: "tech-torque-vectoring", name: "Active Torque Vectoring", labels: ["Technology"], evidenceCount: 1,
        url: "/e/tech-torque-vectoring"),
      DiagramNode(id: "cleon-town", name: "Cléon (town)", labels: ["Municipality", "Place"]),
      DiagramNode(id: "seine-maritime", name: "Seine-Maritime", labels: ["Department", "Place"]),
      DiagramNode(id: "christophe-clement", name: "Christophe Clément", labels: ["Person"], evidenceCount: 1),
      DiagramNode(
        id: "art-jde", name: "Une nouvelle ligne de production à Cléon pour l’Alpine A390", labels: ["SourceArticle", "Article"],
        caption: "Article · fr · 2025-09", url: "/a/jde"),
      DiagramNode(
        id: "art-seed", name: "Ampere et Alpine : Cléon comme pivot stratégique de l’excellence électrique",
        labels: ["AnalysisArticle", "Article"], caption: "Analysis · fr", url: "/a/seed"),
    ],
    edges: [
      DiagramEdge(id: "r1", from: "alpine", to: "renault-group", type: "BRAND_OF", citations: ["res25"]),
      DiagramEdge(
        id: "r2", from: "cleon-plant", to: "ampere", type: "OPERATED_BY", status: .endedPlanned, date: "2026-07-01",
        note: "Journal de l’Automobile, 2025-09-24", citations: ["jacleon"]),
      DiagramEdge(
        id: "r3", from: "cleon-plant", to: "renault-group", type: "OPERATED_BY", status: .planned, date: "2026-07",
        note: "Reuters, 2026-01-21", citations: ["reuamp"]),
      DiagramEdge(id: "r4", from: "cleon-plant", to: "alpine", type: "PRODUCES_FOR", citations: ["jde"]),
      DiagramEdge(
        id: "r5", from: "cleon-plant", to: "motor-7dl", type: "PRODUCES", date: "2025-09-23",
        note: "Journal de l’Automobile, 2025-09-24", citations: ["jacleon"]),
      DiagramEdge(id: "r6", from: "cleon-plant", to: "motor-6am", type: "PRODUCES", date: "2022", citations: ["lt2207"]),
      DiagramEdge(
        id: "r7", from: "cleon-plant", to: "motor-shanghai-edrive-80", type: "PRODUCES", status: .planned, date: "2027",
        citations: ["reushed"]),
      DiagramEdge(id: "r8", from: "cleon-plant", to: "cleon-fonte", type: "PRODUCES", status: .ended),
      DiagramEdge(id: "r9", from: "alpine-a390", to: "motor-7dl", type: "POWERED_BY", qualifier: "rear axle"),
      DiagramEdge(id: "r10", from: "alpine-a390", to: "motor-6am", type: "POWERED_BY", qualifier: "front axle"),
      DiagramEdge(id: "r11", from: "motor-7dl", to: "tech-torque-vectoring", type: "USES_TECHNOLOGY"),
      DiagramEdge(id: "r12", from: "cleon-plant", to: "cleon-town", type: "LOCATED_IN"),
      DiagramEdge(id: "r13", from: "cleon-town", to: "seine-maritime", type: "LOCATED_IN"),
      DiagramEdge(
        id: "r14", from: "christophe-clement", to: "cleon-plant", type: "HOLDS_POSITION", qualifier: "plant director"),
      DiagramEdge(id: "r15", from: "art-jde", to: "cleon-plant", type: "MENTIONS", qualifier: "×4"),
      DiagramEdge(id: "r16", from: "art-seed", to: "cleon-plant", type: "ABOUT"),
      DiagramEdge(id: "r17", from: "ampere", to: "renault-group", type: "SUBSIDIARY_OF", date: "2023-11"),
    ],
    sources: [
      DiagramSource(id: "jacleon", text: "Journal de l’Automobile, Cléon inaugure sa ligne 7DL, 2025-09-24"),
      DiagramSource(id: "jde", text: "Le Journal des Entreprises, Une nouvelle ligne de production à Cléon, 2025-09"),
      DiagramSource(id: "lt2207", text: "La Tribune, 2022-07"), DiagramSource(id: "res25", text: "Renault Group, results 2025"),
      DiagramSource(id: "reuamp", text: "Reuters, 2026-01-21"), DiagramSource(id: "reushed", text: "Reuters, 2026-02-03"),
    ])

  /// Site, motor, vehicle, brand, group.
  static let chain = DiagramModel(
    kind: .chain, title: "Which site makes the motor of the Alpine A390, for whom?",
    provenance: DiagramProvenance(
      query: "MATCH p = (s:Site)-[:PRODUCES]->(m)-[:POWERS]->(v)-[:MARKETED_BY]->(b)-[:BRAND_OF]->(g)\nWHERE v.name CONTAINS \"A390\" RETURN p",
      asOf: "2026-03-31", generator: "sillage 0.1.0"),
    nodes: [cleon(isSubject: false), motor7DL, motor6AM, a390, alpine, renaultGroup],
    edges: [
      DiagramEdge(id: "r5", from: "cleon-plant", to: "motor-7dl", type: "PRODUCES", date: "2025-09-23"),
      DiagramEdge(id: "r6", from: "cleon-plant", to: "motor-6am", type: "PRODUCES", date: "2022"),
      DiagramEdge(id: "r9", from: "alpine-a390", to: "motor-7dl", type: "POWERED_BY", qualifier: "rear axle"),
      DiagramEdge(id: "r10", from: "alpine-a390", to: "motor-6am", type: "POWERED_BY", qualifier: "front axle"),
      DiagramEdge(id: "r20", from: "alpine-a390", to: "alpine", type: "MARKETED_BY"),
      DiagramEdge(id: "r1", from: "alpine", to: "renault-group", type: "BRAND_OF"),
    ])

  /// Plants and what they build, with a plan, a rumour, a claim and a denial among the facts.
  static let queryResult = DiagramModel(
    kind: .queryResult, title: "Renault’s electric plants in northern France", subtitle: "sites and their vehicles",
    provenance: DiagramProvenance(query: "saved query ev-plants", asOf: "2026-03-31", generator: "sillage 0.1.0"),
    nodes: [
      site("douai-plant", "Douai"), site("maubeuge-plant", "Maubeuge"), site("dieppe-plant", "Dieppe"),
      DiagramNode(id: "verkor-dunkirk", name: "Verkor Dunkerque", labels: ["Gigafactory", "Site"]),
      DiagramNode(id: "aesc-douai", name: "AESC Douai", labels: ["Gigafactory", "Site"]),
      vehicle("renault-5-e-tech", "Renault 5 E-Tech"), vehicle("renault-4-e-tech", "Renault 4 E-Tech"),
      vehicle("alpine-a290", "Alpine A290"), a390, vehicle("renault-scenic-e-tech", "Renault Scenic E-Tech electric"),
      DiagramNode(
        id: "battery-a390-89", name: "A390 89 kWh", labels: ["BatteryPack", "Battery", "Product"],
        detail: "NMC"),
      alpine, DiagramNode(id: "renault", name: "Renault", labels: ["Brand", "Org"]),
      DiagramNode(id: "ampr-small", name: "AmpR Small", labels: ["Platform"]),
      DiagramNode(id: "ampr-medium", name: "AmpR Medium", labels: ["Platform"]),
    ],
    edges: [
      DiagramEdge(from: "douai-plant", to: "renault-5-e-tech", type: "PRODUCES", date: "2024"),
      DiagramEdge(from: "douai-plant", to: "alpine-a290", type: "PRODUCES", date: "2024"),
      DiagramEdge(from: "douai-plant", to: "renault-scenic-e-tech", type: "PRODUCES", date: "2024"),
      DiagramEdge(from: "maubeuge-plant", to: "renault-4-e-tech", type: "PRODUCES", date: "2025"),
      DiagramEdge(from: "dieppe-plant", to: "alpine-a390", type: "PRODUCES", date: "2025"),
      DiagramEdge(
        from: "alpine-a390", to: "douai-plant", type: "ASSEMBLY_MAY_MOVE_TO", status: .reported, date: "2026-02"),
      DiagramEdge(from: "verkor-dunkirk", to: "battery-a390-89", type: "PRODUCES", status: .planned, date: "2026"),
      DiagramEdge(from: "alpine-a390", to: "battery-a390-89", type: "USES_BATTERY"),
      DiagramEdge(from: "aesc-douai", to: "renault-5-e-tech", type: "SUPPLIES", qualifier: "cells", status: .claimed),
      DiagramEdge(from: "renault-5-e-tech", to: "renault", type: "MARKETED_BY"),
      DiagramEdge(from: "renault-4-e-tech", to: "renault", type: "MARKETED_BY"),
      DiagramEdge(from: "renault-scenic-e-tech", to: "renault", type: "MARKETED_BY"),
      DiagramEdge(from: "alpine-a290", to: "alpine", type: "MARKETED_BY"),
      DiagramEdge(from: "alpine-a390", to: "alpine", type: "MARKETED_BY"),
      DiagramEdge(from: "renault-5-e-tech", to: "ampr-small", type: "USES_PLATFORM"),
      DiagramEdge(from: "renault-4-e-tech", to: "ampr-small", type: "USES_PLATFORM"),
      DiagramEdge(from: "alpine-a290", to: "ampr-small", type: "USES_PLATFORM"),
      DiagramEdge(from: "alpine-a390", to: "ampr-medium", type: "USES_PLATFORM"),
      DiagramEdge(from: "renault-scenic-e-tech", to: "ampr-medium", type: "USES_PLATFORM"),
      DiagramEdge(from: "dieppe-plant", to: "alpine-a290", type: "PRODUCES", status: .negated),
    ])

  /// Far more around the group than one picture holds.
  static let overCap: DiagramModel = {
    var nodes = [renaultGroup]
    nodes[0].isSubject = true
    var edges: [DiagramEdge] = []
    let brands = ["Renault", "Dacia", "Alpine", "Mobilize", "Ampere"]
    for (index, name) in brands.enumerated() {
      nodes.append(DiagramNode(id: "brand-\(index)", name: name, labels: ["Brand", "Org"], evidenceCount: 6 - index))
      edges.append(DiagramEdge(from: "brand-\(index)", to: "renault-group", type: "BRAND_OF", citations: ["a", "b"]))
    }
    for index in 0..<22 {
      nodes.append(site("plant-\(index)", "Plant \(index)"))
      edges.append(DiagramEdge(from: "plant-\(index)", to: "renault-group", type: "OPERATED_BY", citations: ["a"]))
    }
    for index in 0..<30 {
      nodes.append(vehicle("vehicle-\(index)", "Vehicle \(index)"))
      edges.append(DiagramEdge(from: "plant-\(index % 22)", to: "vehicle-\(index)", type: "PRODUCES"))
      edges.append(DiagramEdge(from: "vehicle-\(index)", to: "brand-\(index % 4)", type: "MARKETED_BY"))
    }
    for index in 0..<13 {
      nodes.append(DiagramNode(id: "article-\(index)", name: "Article \(index)", labels: ["Article"]))
      edges.append(DiagramEdge(from: "article-\(index)", to: "renault-group", type: "MENTIONS"))
    }
    return DiagramModel(
      kind: .neighbourhood, title: "Renault Group", subtitle: "two steps around", provenance: provenance, nodes: nodes,
      edges: edges)
  }()

  private static func site(_ id: String, _ name: String) -> DiagramNode {
    DiagramNode(id: id, name: name, labels: ["AssemblyPlant", "Site"], url: "/e/" + id)
  }

  private static func vehicle(_ id: String, _ name: String) -> DiagramNode {
    DiagramNode(id: id, name: name, labels: ["Vehicle", "Product"], url: "/e/" + id)
  }
}
