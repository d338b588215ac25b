import GraphModel

extension BaseColumn {
  /// Leaves out the ids whose property does not pass; they ascend. Numbers and texts are compared as they are stored, a text that
  /// repeats once a part. Parts in which no number passes are not read.
  func keep<ID: StoredID>(_ ids: inout [ID], _ test: PropertyTest) throws(StoreError) {
    switch (storage, test.value) {
    case (.integers(let numbers), .integer(let limit)):
      guard test.relation.isComparison else { break }
      guard let range = test.relation.range(limit) else { return ids = [] }
      return try keep(&ids, in: range) { id in
        let number = numbers[id]
        return number >= range.lowerBound && number <= range.upperBound
      }
    case (.floats(let numbers), .float(let limit)):
      guard test.relation.isComparison, !limit.isNaN else { break }
      return try keep(&ids, in: test.relation.range(PartBounds.number(limit))) { test.relation.holds(numbers[$0], limit) }
    case (.floats(let numbers), .integer(let whole)):
      // Up to here each integer is a float.
      guard test.relation.isComparison, whole.magnitude <= 1 << 53 else { break }
      let limit = Double(whole)
      return try keep(&ids, in: test.relation.range(PartBounds.number(limit))) { test.relation.holds(numbers[$0], limit) }
    case (.texts, _): return try keepTexts(&ids, test)
    default: break
    }
    var kept: [ID] = []
    for id in ids where test.passes(try value(id.place)) { kept.append(id) }
    ids = kept
  }

  private func keepTexts<ID: StoredID>(_ ids: inout [ID], _ test: PropertyTest) throws(StoreError) {
    var part = -1
    var texts: TextPart?
    var ready = TextPart.ReadyTest.always(false)
    try keep(&ids, in: nil) { id in
      if BasePart.of(id) != part {
        part = BasePart.of(id)
        texts = self.texts[part]
        ready = texts?.ready(test) ?? .always(false)
      }
      return texts?.passes(id & (BasePart.size - 1), ready) ?? false
    }
  }

  /// `passes` is asked for those that have the property. `range`: between which numbers those are that pass, as far as known.
  @inline(__always)
  private func keep<ID: StoredID>(
    _ ids: inout [ID], in range: ClosedRange<Int64>?, _ passes: (Int) -> Bool
  ) throws(StoreError) {
    var bounds: PartBounds?
    if range != nil { bounds = try partBounds() }
    var (count, at) = (0, 0)
    while at < ids.count {
      let part = BasePart.of(ids[at].place)
      let end = ids[at...].firstIndex { BasePart.of($0.place) != part } ?? ids.count
      let mayPass = if let bounds, let range { bounds.overlaps(part, range) } else { true }
      if mayPass {
        try prepare(ids[at].place)
        for place in at..<end where valid[ids[place].place] != 0 && passes(ids[place].place) {
          ids[count] = ids[place]
          count += 1
        }
      }
      at = end
    }
    ids.removeLast(ids.count - count)
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
