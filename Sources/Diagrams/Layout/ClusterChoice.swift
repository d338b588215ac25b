/// Decides which nodes share a box.
///
/// A box helps where it gathers at least two nodes of a kind that stand beside each other. A group with members on both
/// sides of the subject gets a box on each side, because one box around both would have to reach over the subject.
struct ClusterChoice {
  private enum Side: Int {
    case before, level, after
  }

  private struct Key: Hashable {
    var cluster: String
    var side: Side
  }

  private let model: DiagramModel
  private let style: DiagramStyle
  private let language: DiagramLanguage
  private let columns: [Int]
  private let subjectColumn: Int?

  init(model: DiagramModel, style: DiagramStyle, language: DiagramLanguage, columns: [Int]) {
    self.model = model
    self.style = style
    self.language = language
    self.columns = columns
    subjectColumn = model.nodes.firstIndex(where: \.isSubject).map { columns[$0] }
  }

  /// The boxes, their nodes in the given order. None where it is read along its lines, and none where one box would hold everything.
  func clusters(order: [Int]) -> [DiagramLayout.Cluster] {
    guard !model.kind.isUnboxed else { return [] }
    let candidates = order.filter { !model.nodes[$0].isSubject }
    let groups = Dictionary(grouping: candidates, by: key)
    let named = groups.filter { $0.value.count >= 2 }
    guard groups.count > 1 || subjectColumn != nil else { return [] }
    return named.map { key, nodes in
      let cluster = nodes.first.map { style.type(of: model.nodes[$0].labels).look.cluster } ?? .other
      let isOwnGroup = nodes.first.map { model.nodes[$0].clusterKey != nil } ?? false
      return DiagramLayout.Cluster(
        key: key.cluster + suffix(key.side),
        title: isOwnGroup ? model.clusterLabels[key.cluster] ?? key.cluster : cluster.name.text(in: language),
        isEvidence: !isOwnGroup && cluster.isEvidence, nodes: nodes)
    }
  }

  private func key(_ node: Int) -> Key {
    let entity = model.nodes[node]
    let cluster = entity.clusterKey ?? style.type(of: entity.labels).look.cluster.key
    guard let subjectColumn, columns[node] != subjectColumn else { return Key(cluster: cluster, side: .level) }
    return Key(cluster: cluster, side: columns[node] < subjectColumn ? .before : .after)
  }

  private func suffix(_ side: Side) -> String {
    switch side {
    case .before: "-before"
    case .level: ""
    case .after: "-after"
    }
  }
}
