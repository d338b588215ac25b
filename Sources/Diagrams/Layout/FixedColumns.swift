/// The layout of kinds in which each node has a column: its own, that of its region, or that of the stage of its type.
enum FixedColumns {
  /// The column of each node, counted from the left without gaps.
  static func columns(of model: DiagramModel, _ style: DiagramStyle) -> [Int] {
    switch model.kind {
    case .chain: compact(stages(of: model, style).map(\.rawValue))
    case .map: MapColumns(model).columns
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

/// The columns of an industrial map: regions that deliver stand left of those that receive, and the others fill up the columns
/// so that the picture has the shape of a slide.
struct MapColumns {
  private let group: [Int]
  private let ends: [(from: Int, to: Int)]
  private let height: [Int]
  private(set) var columns: [Int] = []
  /// Height of a card by width of a column with the room for its lines, times 16 by 9.
  private static let slide = 0.5

  init(_ model: DiagramModel) {
    let names = model.nodes.map { $0.clusterKey ?? $0.id }
    let sorted = Set(names).sorted(by: bytesPrecede)
    let index = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
    let group = names.map { index[$0] ?? 0 }
    self.group = group
    ends = Self.majorities(model.edgeEnds.map { (from: group[$0.from], to: group[$0.to]) })
    var height = [Int](repeating: 0, count: sorted.count)
    for (node, place) in group.enumerated() { height[place] += 2 + (model.nodes[node].card?.rows.count ?? 0) }
    self.height = height
    columns = placed()
  }

  /// The ways between groups that most deliveries go, each once.
  private static func majorities(_ ends: [(from: Int, to: Int)]) -> [(from: Int, to: Int)] {
    var counts: [Int: [Int: Int]] = [:]
    for (from, to) in ends where from != to { counts[from, default: [:]][to, default: 0] += 1 }
    return counts.keys.sorted().flatMap { from in
      (counts[from] ?? [:]).keys.sorted().filter { to in
        let (there, back) = (counts[from]?[to] ?? 0, counts[to]?[from] ?? 0)
        return there > back || (there == back && from < to)
      }.map { (from: from, to: $0) }
    }
  }

  private func placed() -> [Int] {
    let total = height.reduce(0, +)
    let wanted = max(1, Int((Double(total) / 3 * Self.slide).squareRoot().rounded()))
    var column = layers(atMost: max(wanted, 3) - 1)
    var load = [Int](repeating: 0, count: max(wanted, (column.compactMap { $0 }.max() ?? 0) + 1))
    for (place, layer) in column.enumerated() { if let layer { load[layer] += height[place] } }
    let free = column.indices.filter { column[$0] == nil }.sorted { (height[$1], $0) < (height[$0], $1) }
    for place in free {
      let lightest = load.indices.min { (load[$0], $0) < (load[$1], $1) } ?? 0
      column[place] = lightest
      load[lightest] += height[place]
    }
    let used = Set(column.compactMap { $0 }).sorted()
    return group.map { used.firstIndex(of: column[$0] ?? 0) ?? 0 }
  }

  /// The longest way on which each group that has lines is reached, cut off where circles or long ways would lead too far.
  private func layers(atMost last: Int) -> [Int?] {
    var layer: [Int?] = height.map { _ in nil }
    for (from, to) in ends { (layer[from], layer[to]) = (0, 0) }
    for _ in 0..<last {
      for (from, to) in ends {
        if let start = layer[from], let end = layer[to], end <= start, start < last { layer[to] = start + 1 }
      }
    }
    return layer
  }
}

extension DiagramModel {
  /// The positions of the ends of each edge in a model in canonical order.
  var edgeEnds: [(from: Int, to: Int)] {
    let position = Dictionary(nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return edges.map { (from: position[$0.from] ?? 0, to: position[$0.to] ?? 0) }
  }
}
