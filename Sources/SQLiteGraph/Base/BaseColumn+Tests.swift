import GraphModel

extension BaseColumn {
  /// Leaves out the ids whose property does not pass; they ascend. Numbers and texts are compared as they are stored, a text that
  /// repeats once a part. Parts in which no number passes are not read.
  func keep<ID: StoredID>(_ ids: inout [ID], _ test: PropertyTest) throws(StoreError) {
    if test.relation == .exists {
      return try keepParts(&ids, in: nil) { ids, places, count in valid.keep(&ids, at: places, valid: valid, count: count) { _ in true } }
    }
    switch storage {
    case .integers(let numbers):
      if let passing = test.integers { return try keep(&ids, numbers, passing) { $0 } }
    case .dates(let days):
      if let passing = test.days { return try keep(&ids, days, passing) { $0 } }
    case .floats(let numbers):
      if let passing = test.floats { return try keep(&ids, numbers, passing, PartBounds.number) }
    case .texts: return try keepTexts(&ids, test)
    case .booleans, .mixed: break
    }
    var kept: [ID] = []
    for id in ids where test.passes(try value(id.place)) { kept.append(id) }
    ids = kept
  }

  /// The ids of a run, all in one part, whose property passes all tests; nil where the property or the tests are of a kind that is not
  /// looked at so.
  func passing<ID: StoredID>(_ run: Range<Int>, _ tests: [PropertyTest]) throws(StoreError) -> [ID]? {
    guard case .integers(let numbers) = storage, run.lowerBound > 0, run.upperBound <= limit + 1 else { return nil }
    var range = Int64.min...Int64.max
    for test in tests {
      switch test.integers {
      case .none?: return []
      case .within(let own)? where range.overlaps(own): range = range.clamped(to: own)
      case .within?: return []
      default: return nil
      }
    }
    if let bounds = try partBounds(), !bounds.overlaps(BasePart.of(run.lowerBound), range) { return [] }
    try prepare(run.lowerBound)
    return numbers.passing(run, valid: valid, in: range)
  }

  /// `bound`: the number that stands for one in the bounds of the parts.
  private func keep<ID: StoredID, Number: Comparable & BitwiseCopyable>(
    _ ids: inout [ID], _ numbers: LazyBuffer<Number>, _ passing: PassingNumbers<Number>, _ bound: (Number) -> Int64
  ) throws(StoreError) {
    switch passing {
    case .none: ids = []
    case .within(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      try keepParts(&ids, in: bound(low)...bound(high)) { ids, places, count in
        numbers.keep(&ids, at: places, valid: valid, count: count) { $0 >= low && $0 <= high }
      }
    case .allBut(let other):
      try keepParts(&ids, in: nil) { ids, places, count in
        numbers.keep(&ids, at: places, valid: valid, count: count) { $0 != other }
      }
    case .among(let list):
      guard let first = list.first, let last = list.last else {
        ids = []
        return
      }
      try keepParts(&ids, in: bound(first)...bound(last)) { ids, places, count in
        if list.count <= PassingNumbers<Number>.fewNumbers {
          numbers.keep(&ids, at: places, valid: valid, count: count, where: list.contains)
        } else {
          numbers.keep(&ids, at: places, valid: valid, count: count, where: list.hasSorted)
        }
      }
    }
  }

  private func keepTexts<ID: StoredID>(_ ids: inout [ID], _ test: PropertyTest) throws(StoreError) {
    try keepParts(&ids, in: nil) { ids, places, count in
      guard let first = ids[places].first, let texts = texts[BasePart.of(first.place)] else { return count }
      let ready = texts.ready(test)
      if case .byCode(let answers) = ready, case .codes(let codes, _) = texts.form {
        return valid.keep(&ids, at: places, numbers: codes, answers, count: count)
      }
      var count = count
      for at in places {
        let place = ids[at].place
        guard valid[place] != 0, texts.passes(place & (BasePart.size - 1), ready) else { continue }
        ids[count] = ids[at]
        count += 1
      }
      return count
    }
  }

  /// `keep` is asked part by part to move the ids at some places that pass to the front, as `LazyBuffer` does. `range`: between which
  /// numbers those are that pass, as far as known.
  @inline(__always)
  private func keepParts<ID: StoredID>(
    _ ids: inout [ID], in range: ClosedRange<Int64>?, _ keep: (inout [ID], _ places: Range<Int>, _ count: Int) -> Int
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
        count = keep(&ids, at..<end, count)
      }
      at = end
    }
    ids.removeLast(ids.count - count)
  }
}
