import GraphModel

/// A number below two thousand million for some nodes; -1 for the others.
///
/// Cost: reading and writing are constant; it takes memory for each 1,024 ids of which one has a number.
struct NodeNumbers {
  private static let pageBits: Int64 = 10
  private static let pageSize = 1 << Int(pageBits)
  /// Where the numbers of each page of ids start; -1 where no id of it has one.
  private var starts: [Int] = []
  private var numbers: [Int32] = []

  /// The number of each node. Nodes without one get the next numbers from `count` on, which counts them, and the rows in which they
  /// are first are appended to `fresh`.
  mutating func numbers(of nodes: [NodeID], count: inout Int, fresh: inout [Int]) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(nodes.count)
    for (row, node) in nodes.enumerated() {
      let known = self[node]
      if known < 0 {
        self[node] = count
        found.append(count)
        fresh.append(row)
        count += 1
      } else {
        found.append(known)
      }
    }
    return found
  }

  @inline(__always)
  subscript(node: NodeID) -> Int {
    get {
      let (page, place) = Self.page(of: node)
      guard page >= 0, page < starts.count, starts[page] >= 0 else { return -1 }
      return Int(numbers[starts[page] + place])
    }
    set {
      let (page, place) = Self.page(of: node)
      guard page >= 0 else { return }
      if page >= starts.count { starts.append(contentsOf: repeatElement(-1, count: page + 1 - starts.count)) }
      if starts[page] < 0 {
        starts[page] = numbers.count
        numbers.append(contentsOf: repeatElement(-1, count: Self.pageSize))
      }
      numbers[starts[page] + place] = Int32(truncatingIfNeeded: newValue)
    }
  }

  private static func page(of node: NodeID) -> (page: Int, place: Int) {
    (Int(truncatingIfNeeded: node.rawValue >> pageBits), Int(truncatingIfNeeded: node.rawValue) & (pageSize - 1))
  }
}
