import Diagrams

extension GraphDrawing {
  /// The sites that an organisation and what belongs to it operate, and those that deliver to them, with what they make.
  func map(of owner: NodeID, by division: MapDivision) throws(StoreError) -> DiagramModel {
    let own = try sites(of: try holdings(of: owner))
    var sites = Set(own)
    var deliveries: Set<RelationshipID> = []
    for site in own {
      for (other, relationship, _) in try beside(site, ["SUPPLIES"]) {
        let ends = try reader.ends(of: relationship)
        guard try labels(of: other).contains("Site"), sites.contains(other) || ends.end == site else { continue }
        sites.insert(other)
        deliveries.insert(relationship)
      }
    }
    let places = try chains(of: sites.sorted())
    let usesCountries = division == .country || (division == .automatic && Set(places.values.compactMap { $0["Country"]?.id }).count > 1)
    let drawn = try lines(deliveries.sorted())
    let ends = Set(drawn.edges.flatMap { [$0.from, $0.to] })
    var nodes: [DiagramNode] = []
    var labels: [String: String] = [:]
    var others: [String: [String]] = [:]
    for site in sites.sorted() {
      var node = try self.node(site)
      let place = places[site].flatMap { usesCountries ? $0["Country"] : $0["Region"] ?? $0["Country"] }
      node.clusterKey = place?.id ?? "elsewhere"
      labels[node.clusterKey ?? ""] = place?.name ?? words("Elsewhere", "Ailleurs")
      node.detail = places[site].flatMap { $0["Municipality"]?.name }
      node.card = try products(of: site)
      if node.card == nil, !ends.contains(node.id) {
        others[node.clusterKey ?? "", default: []].append(node.name)
      } else {
        nodes.append(node)
      }
    }
    nodes += others.sorted { $0.key < $1.key }.map { key, names in otherSites(names, in: key) }
    let name = try name(of: owner)
    return DiagramModel(
      kind: .map, title: words("The industrial map of \(name.name)", "La carte industrielle de \(name.name)"),
      provenance: DiagramProvenance(query: "diagram --kind industrial-map \(name.id) --by \(division.rawValue)"), nodes: nodes,
      edges: drawn.edges.filter { $0.status != .ended }, sources: drawn.sourceList, clusterLabels: labels)
  }

  /// One card for the sites of a box that neither make nor deliver anything that is known.
  private func otherSites(_ names: [String], in key: String) -> DiagramNode {
    let count = names.count == 1 ? words("1 other site", "1 autre site") : words("\(names.count) other sites", "\(names.count) autres sites")
    return DiagramNode(
      id: "other-sites/\(key)", name: count, labels: ["Site"], caption: "", clusterKey: key,
      card: DiagramCard(rows: [DiagramCard.Row(listed(names, atMost: 7), look: .quiet)]))
  }

  /// The organisation with its subsidiaries and brands, and theirs.
  private func holdings(of owner: NodeID) throws(StoreError) -> [NodeID] {
    var found: Set<NodeID> = [owner]
    var open = [owner]
    while let next = open.popLast() {
      for (node, relationship, _) in try beside(next, ["SUBSIDIARY_OF", "BRAND_OF"]) {
        guard try reader.ends(of: relationship).end == next, try !isOver(relationship) else { continue }
        if found.insert(node).inserted { open.append(node) }
      }
    }
    return found.sorted()
  }

  private func sites(of operators: [NodeID]) throws(StoreError) -> [NodeID] {
    var found: Set<NodeID> = []
    for organisation in operators {
      for (site, relationship, _) in try beside(organisation, ["OPERATED_BY", "OPERATES"]) {
        guard try labels(of: site).contains("Site"), try !isOver(relationship), try !isPlanned(relationship) else { continue }
        found.insert(site)
      }
    }
    return found.sorted()
  }

  func isOver(_ relationship: RelationshipID) throws(StoreError) -> Bool {
    try reader.properties(of: relationship)["status"]?.text == DiagramEdgeStatus.ended.rawValue
  }

  private func isPlanned(_ relationship: RelationshipID) throws(StoreError) -> Bool {
    try reader.properties(of: relationship)["status"]?.text == DiagramEdgeStatus.planned.rawValue
  }

  /// For each site the nearest place of each kind that it lies in; a region beyond its country is none.
  private func chains(of sites: [NodeID]) throws(StoreError) -> [NodeID: [String: EntityName]] {
    var found: [NodeID: [String: EntityName]] = [:]
    for site in sites {
      var places: [String: EntityName] = [:]
      var open = [site]
      var seen: Set<NodeID> = [site]
      while let next = open.popLast() {
        for (place, relationship, _) in try beside(next, ["LOCATED_IN"]) {
          guard try reader.ends(of: relationship).start == next, seen.insert(place).inserted else { continue }
          let name = try name(of: place)
          if let kind = name.types.first, places[kind] == nil, kind != "Region" || places["Country"] == nil { places[kind] = name }
          open.append(place)
        }
      }
      found[site] = places
    }
    return found
  }

  /// A row with what a site makes, and one with what it is to make.
  private func products(of site: NodeID) throws(StoreError) -> DiagramCard? {
    var made: [String] = []
    var planned: [String] = []
    for (product, relationship, _) in try beside(site, ["PRODUCES", "PRODUCED_AT"]) where try !isOver(relationship) {
      let name = try name(of: product).name
      if try isPlanned(relationship) { planned.append(name) } else { made.append(name) }
    }
    let rows = [(words("makes", "produit"), made), (words("is to make", "doit produire"), planned)].filter { !$0.1.isEmpty }
    return rows.isEmpty ? nil : DiagramCard(rows: rows.map { DiagramCard.Row(listed($0.1, atMost: 8), caption: $0.0) })
  }

  /// Names in order, and how many more there are.
  func listed(_ names: [String], atMost limit: Int) -> String {
    let sorted = Set(names).sorted()
    let shown = sorted.prefix(limit).joined(separator: ", ")
    return sorted.count > limit ? shown + words(" and \(sorted.count - limit) more", " et \(sorted.count - limit) autres") : shown
  }
}
