/// The columns of an industrial map: regions that deliver stand left of those that receive, and the others fill up the columns
/// so that the picture has the shape of a slide. A region whose sites deliver to each other takes two columns, its suppliers
/// left.
struct MapColumns {
  private let group: [Int]
  private let ends: [(from: Int, to: Int)]
  private let height: [Int]
  /// Within its group: nodes that only deliver to others of it stand in the first column.
  private let side: [Int]
  private(set) var columns: [Int] = []
  /// Height of a card by width of a column with the room for its lines, times 16 by 9.
  private static let slide = 0.5

  init(_ model: DiagramModel) {
    let names = model.nodes.map { $0.clusterKey ?? $0.id }
    let sorted = Set(names).sorted(by: bytesPrecede)
    let index = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element, $0.offset) })
    let group = names.map { index[$0] ?? 0 }
    let nodeHeight = model.nodes.map { 2 + ($0.card?.rows.count ?? 0) }
    self.group = group
    ends = Self.majorities(model.edgeEnds.map { (from: group[$0.from], to: group[$0.to]) })
    side = Self.sides(group, model.edgeEnds, nodeHeight)
    var halves = [[Int]](repeating: [0, 0], count: sorted.count)
    for node in group.indices { halves[group[node]][side[node]] += nodeHeight[node] }
    height = halves.map { $0.max() ?? 0 }
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

  /// 0 or 1 for each node. In a group without deliveries of its own all are 0; otherwise those that take no part fill the shorter
  /// side.
  private static func sides(_ group: [Int], _ ends: [(from: Int, to: Int)], _ height: [Int]) -> [Int] {
    var side: [Int?] = group.map { _ in nil }
    var isSplit = Set<Int>()
    let inner = ends.filter { group[$0.from] == group[$0.to] && $0.from != $0.to }
    for (from, to) in inner {
      isSplit.insert(group[from])
      side[to] = 1
      if side[from] == nil { side[from] = 0 }
    }
    var load: [Int: [Int]] = [:]
    for (node, place) in side.enumerated() { if let place { load[group[node], default: [0, 0]][place] += height[node] } }
    for node in group.indices where side[node] == nil {
      guard isSplit.contains(group[node]) else { continue }
      let halves = load[group[node], default: [0, 0]]
      let place = halves[1] < halves[0] ? 1 : 0
      side[node] = place
      load[group[node], default: [0, 0]][place] += height[node]
    }
    return side.map { $0 ?? 0 }
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
    return group.indices.map { (column[group[$0]] ?? 0) * 2 + side[$0] }
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
