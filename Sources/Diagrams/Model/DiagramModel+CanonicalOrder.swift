extension DiagramModel {
  /// The same content in the one order that everything else works on: nodes by id, edges by ends, type and the rest, each
  /// id once, and a plain node for each end of an edge that has none.
  func inCanonicalOrder() -> DiagramModel {
    var result = self
    result.nodes = uniqueNodes()
    let sorted = edges.map { edge in
      var edge = edge
      edge.citations.sort(by: bytesPrecede)
      return edge
    }
    result.edges = Set(sorted).sorted { $0.orderingKey.lexicographicallyPrecedes($1.orderingKey, by: bytesPrecede) }
    result.sources = sources.sorted { bytesPrecede($0.id, $1.id) || ($0.id == $1.id && bytesPrecede($0.text, $1.text)) }
    result.omitted = omitted.sorted { bytesPrecede($0.label, $1.label) }
    return result
  }

  private func uniqueNodes() -> [DiagramNode] {
    var seen: Set<String> = []
    let ends = Set(edges.flatMap { [$0.from, $0.to] }).subtracting(nodes.map(\.id))
    let all = nodes + ends.map { DiagramNode(id: $0, name: $0, labels: []) }
    return
      all
      .sorted { $0.orderingKey.lexicographicallyPrecedes($1.orderingKey, by: bytesPrecede) }
      .filter { seen.insert($0.id).inserted }
  }
}

extension DiagramNode {
  var orderingKey: [String] {
    [
      id, name, caption ?? "", detail ?? "", note ?? "", url ?? "", clusterKey ?? "", change?.rawValue ?? "", when ?? "",
      status?.rawValue ?? "", column.map(String.init) ?? "", card?.stance?.rawValue ?? "",
    ] + labels + (card?.rows ?? []).flatMap { [$0.caption ?? "", $0.text, $0.look.rawValue] }
  }
}

extension DiagramEdge {
  var orderingKey: [String] {
    [
      from, to, type, status.rawValue, date ?? "", qualifier ?? "", label ?? "", id ?? "", note ?? "", since ?? "",
      until ?? "", change?.rawValue ?? "", url ?? "",
    ] + citations
  }
}

/// Orders text by its bytes, so that the order depends on no locale and no Unicode version.
func bytesPrecede(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
