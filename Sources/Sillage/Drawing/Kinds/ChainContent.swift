import Diagrams

extension GraphDrawing {
  /// What makes, equips and sells things. Everything else around them belongs to other diagrams.
  private static let supply: Set<String> = ["SUPPLIES", "SUPPLIED_BY"]
  private static let making: Set<String> = [
    "PRODUCES", "PRODUCED_AT", "POWERS", "POWERED_BY", "USES_BATTERY", "BATTERY_OF", "USES_PLATFORM", "PLATFORM_OF",
    "MARKETED_BY", "MARKETS", "BRAND_OF", "HAS_BRAND",
  ]

  /// Everything behind an entity and everything before it, stage by stage: who supplies and makes it, whose it is. What is over
  /// is left out.
  func chain(through subject: NodeID) throws(StoreError) -> DiagramModel {
    var nodes: Set<NodeID> = [subject]
    var kept: Set<RelationshipID> = []
    for isUpstream in [true, false] { try follow(subject, isUpstream: isUpstream, &nodes, &kept) }
    let drawn = try lines(kept.sorted())
    let name = try name(of: subject)
    return DiagramModel(
      kind: .chain, title: words("The chain of \(name.name)", "La chaîne : \(name.name)"),
      subtitle: words("who supplies, makes and sells", "qui fournit, fabrique et vend"),
      provenance: DiagramProvenance(query: "diagram --kind supply-chain \(name.id)"),
      nodes: try self.nodes(nodes.sorted(), subject: subject), edges: drawn.edges.filter { $0.status != .ended },
      sources: drawn.sourceList
    ).withoutLoneNodes
  }

  private func follow(
    _ subject: NodeID, isUpstream: Bool, _ nodes: inout Set<NodeID>, _ kept: inout Set<RelationshipID>
  ) throws(StoreError) {
    var open = [subject]
    var seen: Set<NodeID> = [subject]
    while let node = open.popLast() {
      let stage = try stage(of: node)
      for (neighbour, relationship, type) in try beside(node, Self.making.union(Self.supply)) {
        let other = try self.stage(of: neighbour)
        let isSupplier = Self.supply.contains(type) && (other == .groups || other == .brands)
        let isBefore = isSupplier || other.rawValue < stage.rawValue
        let isBehind = !isSupplier && other.rawValue > stage.rawValue
        guard isUpstream ? isBefore : isBehind else { continue }
        kept.insert(relationship)
        nodes.insert(neighbour)
        if !isSupplier, seen.insert(neighbour).inserted { open.append(neighbour) }
      }
    }
  }

  private func stage(of node: NodeID) throws(StoreError) -> ChainStage { style.stage(of: try labels(of: node)) }
}

extension DiagramModel {
  /// Without the nodes that nothing leads to or from, except subjects.
  var withoutLoneNodes: DiagramModel {
    var result = self
    let ends = Set(edges.flatMap { [$0.from, $0.to] })
    result.nodes = nodes.filter { $0.isSubject || ends.contains($0.id) }
    return result
  }
}
