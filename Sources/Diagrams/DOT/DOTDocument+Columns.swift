extension DOTDocument {
  /// Holds the nodes of each column under each other, and the columns in their order, where the kind fixes them.
  var columnLines: [String] {
    guard model.kind.hasFixedColumns else { return [] }
    let columns = Dictionary(grouping: layout.drawingOrder, by: { layout.columns[$0] })
    let keys = columns.keys.sorted()
    var lines = keys.compactMap { key -> String? in
      guard let nodes = columns[key], nodes.count > 1 else { return nil }
      return "{ rank=\"same\"; " + nodes.map { nodeName($0) + ";" }.joined(separator: " ") + " }"
    }
    for (left, right) in zip(keys, keys.dropFirst()) {
      guard let tail = columns[left]?.first, let head = columns[right]?.first else { continue }
      lines.append(nodeName(tail) + " -> " + nodeName(head) + " [style=\"invis\", weight=\"0\"];")
    }
    if let last = keys.last.flatMap({ columns[$0]?.last }) {
      lines += omittedBoxes.map { "{ rank=\"same\"; " + nodeName(last) + "; " + DOTText.quoted($0.name) + "; }" }
    }
    return lines
  }
}

extension DiagramLayout {
  /// All nodes as they are written.
  var drawingOrder: [Int] { clusters.flatMap(\.nodes) + free }
}
