/// What stands where, before Graphviz computes coordinates: columns, the order within them, the boxes around groups.
struct DiagramLayout: Sendable {
  /// A box with its nodes in drawing order.
  struct Cluster: Hashable, Sendable {
    var key: String
    var title: String
    var isEvidence: Bool
    /// All nodes stand in one column.
    var isColumn = false
    var nodes: [Int]
  }

  var edges: [OrientedEdge]
  /// The column of each node; a subject's neighbours stand in the columns beside it.
  var columns: [Int]
  var clusters: [Cluster]
  /// Nodes in no box, in drawing order.
  var free: [Int]

  /// Lays out a model in canonical order.
  init(_ model: DiagramModel, style: DiagramStyle, language: DiagramLanguage) {
    if model.kind.hasFixedColumns {
      columns = FixedColumns.columns(of: model, style)
      edges = FixedColumns.edges(of: model, columns: columns, style)
      let order = BarycentreOrder.order(columns: columns, edges: edges)
      clusters = FixedColumns.clusters(of: model, order: order, style, language)
      let boxed = Set(clusters.flatMap(\.nodes))
      free = order.filter { !boxed.contains($0) }
      return
    }
    edges = FlowOrientation.orient(model, style)
    columns = ColumnAssignment.columns(nodes: model.nodes, edges: edges)
    let order = BarycentreOrder.order(columns: columns, edges: edges)
    let grouping = ClusterChoice(model: model, style: style, language: language, columns: columns)
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    clusters = grouping.clusters(order: order).sorted {
      (place[$0.nodes.first ?? 0] ?? 0) < (place[$1.nodes.first ?? 0] ?? 0)
    }
    ColumnAssignment.align(&clusters, edges: edges)
    let boxed = Set(clusters.flatMap(\.nodes))
    free = order.filter { !boxed.contains($0) }
  }
}

/// Columns from left to right such that every oriented edge goes to the right.
enum ColumnAssignment {
  /// The longest path from the left, then every node is drawn as near as it can be to what it leads to. Cost: linear.
  static func columns(nodes: [DiagramNode], edges: [OrientedEdge]) -> [Int] {
    var successors = [[Int]](repeating: [], count: nodes.count)
    var waiting = [Int](repeating: 0, count: nodes.count)
    for edge in edges where edge.tail != edge.head {
      successors[edge.tail].append(edge.head)
      waiting[edge.head] += 1
    }
    var column = [Int](repeating: 0, count: nodes.count)
    var ready = nodes.indices.filter { waiting[$0] == 0 }
    var sequence: [Int] = []
    while let node = ready.popLast() {
      sequence.append(node)
      for next in successors[node] {
        column[next] = max(column[next], column[node] + 1)
        waiting[next] -= 1
        if waiting[next] == 0 { ready.append(next) }
      }
    }
    for node in sequence.reversed() {
      if let nearest = successors[node].map({ column[$0] }).min() { column[node] = nearest - 1 }
    }
    return column
  }
}

extension ColumnAssignment {
  /// Lets every box whose nodes can all stand under each other be one column. A box can if no line runs between its nodes and
  /// if no circle arises when it is taken for one node.
  static func align(_ clusters: inout [DiagramLayout.Cluster], edges: [OrientedEdge]) {
    var column: [Int: Int] = [:]
    for index in clusters.indices.sorted(by: { bytesPrecede(clusters[$0].key, clusters[$1].key) }) {
      let members = Set(clusters[index].nodes)
      var attempt = column
      for node in members { attempt[node] = -1 - index }
      let contracted = edges.map { (tail: attempt[$0.tail] ?? $0.tail, head: attempt[$0.head] ?? $0.head) }
      guard !edges.contains(where: { members.contains($0.tail) && members.contains($0.head) }),
        !hasCircle(contracted.filter { $0.tail != $0.head })
      else { continue }
      column = attempt
      clusters[index].isColumn = true
    }
  }

  private static func hasCircle(_ edges: [(tail: Int, head: Int)]) -> Bool {
    let successors = Dictionary(grouping: edges, by: \.tail).mapValues { $0.map(\.head) }
    var waiting = Dictionary(grouping: edges, by: \.head).mapValues(\.count)
    var ready = successors.keys.filter { waiting[$0] == nil }
    while let node = ready.popLast() {
      for next in successors[node] ?? [] {
        waiting[next, default: 1] -= 1
        if waiting[next] == 0 {
          waiting[next] = nil
          ready.append(next)
        }
      }
    }
    return !waiting.isEmpty
  }
}

/// The order of nodes within their columns by the mean place of their neighbours, which keeps lines from crossing.
enum BarycentreOrder {
  private static let sweeps = 8

  /// Positions of all nodes, column by column, from top to bottom. Ties keep the canonical order.
  static func order(columns: [Int], edges: [OrientedEdge]) -> [Int] {
    var neighbours = [[Int]](repeating: [], count: columns.count)
    for edge in edges where edge.tail != edge.head {
      neighbours[edge.tail].append(edge.head)
      neighbours[edge.head].append(edge.tail)
    }
    var layers = Dictionary(grouping: columns.indices, by: { columns[$0] })
    let keys = layers.keys.sorted()
    var place = [Double](repeating: 0, count: columns.count)
    for key in keys { setPlaces(of: layers[key] ?? [], in: &place) }
    for sweep in 0..<sweeps {
      let isForward = sweep.isMultiple(of: 2)
      for key in isForward ? keys : keys.reversed() {
        let means = (layers[key] ?? []).map { node -> (node: Int, mean: Double) in
          let seen = neighbours[node].filter { isForward ? columns[$0] < key : columns[$0] > key }
          guard !seen.isEmpty else { return (node, place[node]) }
          return (node, seen.reduce(0) { $0 + place[$1] } / Double(seen.count))
        }
        let sorted = means.sorted { ($0.mean, $0.node) < ($1.mean, $1.node) }.map(\.node)
        layers[key] = sorted
        setPlaces(of: sorted, in: &place)
      }
    }
    return keys.flatMap { layers[$0] ?? [] }
  }

  /// Places are centred, so that a short column stands in the middle of a long one.
  private static func setPlaces(of nodes: [Int], in place: inout [Double]) {
    for (offset, node) in nodes.enumerated() { place[node] = Double(offset) - Double(nodes.count - 1) / 2 }
  }
}
