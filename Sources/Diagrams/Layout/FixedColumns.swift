/// The layout of kinds in which each node has a column: its own, that of its region, or that of the stage of its type.
enum FixedColumns {
  /// The column of each node, counted from the left without gaps.
  static func columns(of model: DiagramModel, _ style: DiagramStyle) -> [Int] {
    switch model.kind {
    case .chain: compact(stages(of: model, style).map(\.rawValue))
    case .map: compact(MapColumns(model).columns)
    default: compact(model.nodes.map { $0.column ?? 0 })
    }
  }

  /// Each line from the left to the right, in the words that its direction asks for. Lines within a column stay as they are.
  static func edges(of model: DiagramModel, columns: [Int], _ style: DiagramStyle) -> [OrientedEdge] {
    let ends = model.edgeEnds
    return model.edges.indices.map { index in
      let edge = model.edges[index]
      let words = style.relationship(edge.type)
      let (from, to) = ends[index]
      let isTurned = columns[from] > columns[to]
      let reading: OrientedEdge.Reading =
        if words.flow == .symmetric {
          .symmetric
        } else if !isTurned {
          .forward
        } else {
          model.kind.turnsWords && words.inverse != nil && edge.label?.isEmpty != false && words.flow != .backward
            ? .inverse : .backward
        }
      return OrientedEdge(edge: index, tail: isTurned ? to : from, head: isTurned ? from : to, reading: reading)
    }
  }

  /// The stage of each node in a supply chain: that of its type. An organisation from which lines only lead on supplies or
  /// operates what stands behind it.
  static func stages(of model: DiagramModel, _ style: DiagramStyle) -> [ChainStage] {
    let ends = model.edgeEnds
    var isReached = [Bool](repeating: false, count: model.nodes.count)
    var leadsOn = isReached
    for (index, edge) in model.edges.enumerated() {
      let flow = style.relationship(edge.type).flow
      let isTurned = flow == .inverse || flow == .backward
      leadsOn[isTurned ? ends[index].to : ends[index].from] = true
      isReached[isTurned ? ends[index].from : ends[index].to] = true
    }
    return model.nodes.indices.map { node in
      let stage = style.type(of: model.nodes[node].labels).look.stage
      return stage == .groups && leadsOn[node] && !isReached[node] ? .suppliers : stage
    }
  }

  /// One box for each group that nodes name, and for each stage of a supply chain.
  static func clusters(
    of model: DiagramModel, order: [Int], _ style: DiagramStyle, _ language: DiagramLanguage
  ) -> [DiagramLayout.Cluster] {
    guard !model.kind.isUnboxed, model.kind != .roles else { return [] }
    let stages = model.kind == .chain ? stages(of: model, style) : []
    var clusters: [DiagramLayout.Cluster] = []
    for node in order {
      let stage = model.kind == .chain ? stages[node] : nil
      guard let key = stage.map({ "stage-\($0)" }) ?? model.nodes[node].clusterKey else { continue }
      if let known = clusters.firstIndex(where: { $0.key == key }) {
        clusters[known].nodes.append(node)
        continue
      }
      let title = stage?.name.text(in: language) ?? model.clusterLabels[key] ?? key
      clusters.append(DiagramLayout.Cluster(key: key, title: title, isEvidence: false, nodes: [node]))
    }
    return clusters
  }

  private static func compact(_ columns: [Int]) -> [Int] {
    let places = Dictionary(uniqueKeysWithValues: Set(columns).sorted().enumerated().map { ($0.element, $0.offset) })
    return columns.map { places[$0] ?? 0 }
  }
}

extension DiagramModel {
  /// The positions of the ends of each edge in a model in canonical order.
  var edgeEnds: [(from: Int, to: Int)] {
    let position = Dictionary(nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return edges.map { (from: position[$0.from] ?? 0, to: position[$0.to] ?? 0) }
  }
}
