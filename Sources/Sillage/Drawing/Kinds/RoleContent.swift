import Diagrams
import Strategy

extension GraphDrawing {
  private static let roleOf = "plays_role"

  /// The brands of a group as cards: what each stands for, which part is given to it and by whom, what it sells; below them the
  /// platforms that several share.
  func roles(in group: NodeID) throws(StoreError) -> DiagramModel {
    let name = try name(of: group)
    var cards: [DiagramNode] = []
    var edges: [DiagramEdge] = []
    var users: [NodeID: Set<String>] = [:]
    for (brand, relationship, _) in try beside(group, ["BRAND_OF", "HAS_BRAND"]) where try labels(of: brand).contains("Brand") {
      guard try !isOver(relationship) else { continue }
      var node = try self.node(brand)
      node.column = 1
      node.card = try card(of: brand, &users, node.id)
      guard !cards.contains(where: { $0.id == node.id }) else { continue }
      cards.append(node)
      edges += try lines([relationship]).edges.map { edge in
        var edge = edge
        edge.label = ""
        return edge
      }
    }
    var top = try node(group, isSubject: true)
    top.column = 0
    for (platform, brands) in users.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
      var node = try self.node(platform)
      node.column = 2
      cards.append(node)
      edges += brands.sorted().map { DiagramEdge(from: $0, to: node.id, type: "USES_PLATFORM", label: "") }
    }
    return DiagramModel(
      kind: .roles, title: words("The brands of \(name.name)", "Les marques de \(name.name)"),
      subtitle: words("what each brings to the group, and the platforms they share", "ce que chacune apporte au groupe, et les plateformes partagées"),
      provenance: DiagramProvenance(query: "diagram --kind roles \(name.id)"), nodes: [top] + cards, edges: edges)
  }

  private func card(of brand: NodeID, _ users: inout [NodeID: Set<String>], _ id: String) throws(StoreError) -> DiagramCard {
    var vehicles: [String] = []
    for (vehicle, relationship, _) in try beside(brand, ["MARKETED_BY"]) where try !isOver(relationship) {
      vehicles.append(try name(of: vehicle).name)
      for (platform, _, _) in try beside(vehicle, ["USES_PLATFORM", "PLATFORM_OF"]) { users[platform, default: []].insert(id) }
    }
    let position = try reader.properties(of: brand)["positioning"]?.text
    let rows = [
      (words("positioning", "positionnement"), position),
      (words("role, as claimed", "rôle, selon les articles"), listed(try roleNames(of: brand), atMost: 5)),
      (words("vehicles", "véhicules"), listed(vehicles, atMost: 6)),
    ]
    return DiagramCard(
      rows: rows.map { caption, text in DiagramCard.Row(text.flatMap { $0.isEmpty ? nil : $0 } ?? "–", caption: caption) })
  }

  /// The roles that accepted or analysing claims give.
  private func roleNames(of brand: NodeID) throws(StoreError) -> [String] {
    var found: [String] = []
    for (claim, _) in try reader.neighbours(of: brand, GraphNames.subject, outgoing: false) {
      let properties = try reader.properties(of: claim)
      guard properties["predicate"]?.text == Self.roleOf, properties["polarity"]?.text != "negative" else { continue }
      for (role, _) in try reader.neighbours(of: claim, GraphNames.object, outgoing: true) { found.append(try name(of: role).name) }
    }
    return found
  }
}
