import GraphModel

extension BaseColumn {
  /// Leaves out the nodes whose property does not pass; they ascend. Numbers and texts are compared as they are stored, a text that
  /// repeats once a part. Parts in which no number passes are not read.
  func keep(_ nodes: inout [NodeID], _ test: PropertyTest) throws(StoreError) {
    switch (storage, test.value) {
    case (.integers(let numbers), .integer(let limit)):
      guard test.relation.isComparison else { break }
      guard let range = test.relation.range(limit) else { return nodes = [] }
      return try keep(&nodes, in: range) { id in
        let number = numbers[id]
        return number >= range.lowerBound && number <= range.upperBound
      }
    case (.floats(let numbers), .float(let limit)):
      guard test.relation.isComparison, !limit.isNaN else { break }
      return try keep(&nodes, in: test.relation.range(PartBounds.number(limit))) { test.relation.holds(numbers[$0], limit) }
    case (.floats(let numbers), .integer(let whole)):
      // Up to here each integer is a float.
      guard test.relation.isComparison, whole.magnitude <= 1 << 53 else { break }
      let limit = Double(whole)
      return try keep(&nodes, in: test.relation.range(PartBounds.number(limit))) { test.relation.holds(numbers[$0], limit) }
    case (.texts, _): return try keepTexts(&nodes, test)
    default: break
    }
    var kept: [NodeID] = []
    for node in nodes where test.passes(try value(node.place)) { kept.append(node) }
    nodes = kept
  }

  private func keepTexts(_ nodes: inout [NodeID], _ test: PropertyTest) throws(StoreError) {
    var part = -1
    var texts: TextPart?
    var ready = TextPart.ReadyTest.always(false)
    try keep(&nodes, in: nil) { id in
      if BasePart.of(id) != part {
        part = BasePart.of(id)
        texts = self.texts[part]
        ready = texts?.ready(test) ?? .always(false)
      }
      return texts?.passes(id & (BasePart.size - 1), ready) ?? false
    }
  }

  /// `passes` is asked for nodes that have the property. `range`: between which numbers those are that pass, as far as known.
  @inline(__always)
  private func keep(
    _ nodes: inout [NodeID], in range: ClosedRange<Int64>?, _ passes: (Int) -> Bool
  ) throws(StoreError) {
    var bounds: PartBounds?
    if range != nil { bounds = try partBounds() }
    var (count, at) = (0, 0)
    while at < nodes.count {
      let part = BasePart.of(nodes[at].place)
      let end = nodes[at...].firstIndex { BasePart.of($0.place) != part } ?? nodes.count
      let mayPass = if let bounds, let range { bounds.overlaps(part, range) } else { true }
      if mayPass {
        try prepare(nodes[at].place)
        for place in at..<end where valid[nodes[place].place] != 0 && passes(nodes[place].place) {
          nodes[count] = nodes[place]
          count += 1
        }
      }
      at = end
    }
    nodes.removeLast(nodes.count - count)
  }
}

extension PropertyTest.Relation {
  var isComparison: Bool {
    switch self {
    case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .isIn, .startsWith, .endsWith, .contains, .exists: false
    }
  }

  /// The numbers that pass a comparison; nil where none does.
  func range(_ limit: Int64) -> ClosedRange<Int64>? {
    switch self {
    case .equal: limit...limit
    case .less: limit == .min ? nil : Int64.min...(limit - 1)
    case .lessOrEqual: Int64.min...limit
    case .greater: limit == .max ? nil : (limit + 1)...Int64.max
    case .greaterOrEqual: limit...Int64.max
    case .isIn, .startsWith, .endsWith, .contains, .exists: nil
    }
  }

  @inline(__always)
  func holds(_ number: Double, _ limit: Double) -> Bool {
    switch self {
    case .equal: number == limit
    case .less: number < limit
    case .lessOrEqual: number <= limit
    case .greater: number > limit
    case .greaterOrEqual: number >= limit
    case .isIn, .startsWith, .endsWith, .contains, .exists: false
    }
  }
}
