/// Finds which of some items hang together.
enum Components {
  /// The groups of two or more positions that are joined by pairs for which `joined` is true, in ascending order.
  ///
  /// Cost: asks for each pair.
  static func groups(_ count: Int, joined: (Int, Int) -> Bool) -> [[Int]] {
    var group = Array(0..<count)
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where joined(a, b) && group[a] != group[b] {
        let (kept, gone) = (min(group[a], group[b]), max(group[a], group[b]))
        for at in group.indices where group[at] == gone { group[at] = kept }
      }
    }
    return Dictionary(grouping: 0..<count) { group[$0] }.values.filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
