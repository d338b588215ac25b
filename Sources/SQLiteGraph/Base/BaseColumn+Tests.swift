import GraphModel

extension BaseColumn {
  /// A test as the stored form of the column can answer it.
  private enum Condition {
    case nothing
    case integers(LazyBuffer<Int64>, ClosedRange<Int64>)
    case floats(LazyBuffer<Double>, ClosedRange<Double>)
    case texts
    /// The values have to be made.
    case values

    /// Between which numbers those are that pass, as ``PartBounds`` counts them; nil where that says nothing.
    var bounds: ClosedRange<Int64>? {
      switch self {
      case .integers(_, let range): range
      case .floats(_, let range): PartBounds.number(range.lowerBound)...PartBounds.number(range.upperBound)
      case .nothing, .texts, .values: nil
      }
    }
  }

  private func condition(of test: PropertyTest) -> Condition {
    switch (storage, test.value) {
    case (.integers(let numbers), .integer(let limit)) where test.relation.isComparison:
      test.relation.range(limit).map { .integers(numbers, $0) } ?? .nothing
    case (.floats(let numbers), .float(let limit)) where test.relation.isComparison && !limit.isNaN:
      test.relation.range(limit).map { .floats(numbers, $0) } ?? .nothing
    // Up to here each integer is a float.
    case (.floats(let numbers), .integer(let whole)) where test.relation.isComparison && whole.magnitude <= 1 << 53:
      test.relation.range(Double(whole)).map { .floats(numbers, $0) } ?? .nothing
    case (.texts, _): .texts
    default: .values
    }
  }

  /// Leaves out the ids whose property does not pass; they ascend. Numbers and texts are compared as they are stored, a text that
  /// repeats once a part. Parts in which no number passes are not read.
  func keep<ID: StoredID>(_ ids: inout [ID], _ test: PropertyTest) throws(StoreError) {
    let condition = condition(of: test)
    switch condition {
    case .nothing: ids = []
    case .integers(let numbers, let range):
      try keep(&ids, in: condition.bounds) { numbers[$0] >= range.lowerBound && numbers[$0] <= range.upperBound }
    case .floats(let numbers, let range):
      try keep(&ids, in: condition.bounds) { numbers[$0] >= range.lowerBound && numbers[$0] <= range.upperBound }
    case .texts: try keepTexts(&ids, test)
    case .values:
      var kept: [ID] = []
      for id in ids where test.passes(try value(id.place)) { kept.append(id) }
      ids = kept
    }
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

  // MARK: In any order

  /// Whether each id passes, in any order; none does that the base does not have. Cost: a look at the number, or at the answer
  /// for a text that repeats.
  func passing<ID: StoredID>(_ ids: [ID], _ test: PropertyTest) throws(StoreError) -> [Bool] {
    switch condition(of: test) {
    case .nothing: return Array(repeating: false, count: ids.count)
    case .integers(let numbers, let range):
      try prepare(ids)
      return numbers.marks(ids, in: range, valid: valid)
    case .floats(let numbers, let range):
      try prepare(ids)
      return numbers.marks(ids, in: range, valid: valid)
    case .texts where ids.count >= TextCodes.worthwhile: return try passingTexts(ids, test)
    case .texts, .values: return try ids.map { id throws(StoreError) in test.passes(try value(id.place)) }
    }
  }

  private func passingTexts<ID: StoredID>(_ ids: [ID], _ test: PropertyTest) throws(StoreError) -> [Bool] {
    let codes = try codes(of: ids)
    var answers: [Bool?] = Array(repeating: nil, count: codes.texts.count)
    var parts: [Int: TextPart.ReadyTest] = [:]
    return ids.map { id in
      guard id.place > 0, id.place <= limit, valid[id.place] != 0 else { return false }
      let code = codes.number(of: id.place)
      if code > 0 {
        if let known = answers[code] { return known }
        let answer = test.passes(.string(codes.texts[code]))
        answers[code] = answer
        return answer
      }
      let part = BasePart.of(id.place)
      guard let texts = texts[part] else { return false }
      let ready = parts[part] ?? texts.ready(test)
      parts[part] = ready
      return texts.passes(id.place & (BasePart.size - 1), ready)
    }
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

  /// The same for floats. NaN is in no range, and the limit is not NaN.
  func range(_ limit: Double) -> ClosedRange<Double>? {
    switch self {
    case .equal: limit...limit
    case .less: limit == -.infinity ? nil : -Double.infinity...limit.nextDown
    case .lessOrEqual: -Double.infinity...limit
    case .greater: limit == .infinity ? nil : limit.nextUp...Double.infinity
    case .greaterOrEqual: limit...Double.infinity
    case .isIn, .startsWith, .endsWith, .contains, .exists: nil
    }
  }
}
