import GraphModel

extension BaseColumn {
  /// A test of one id at a time, in any order. Cost: a look at the number, or, where a text repeats, at an answer that was found once
  /// a part.
  typealias ReadyTest = (_ id: Int) throws(StoreError) -> Bool

  func ready(_ test: PropertyTest) -> ReadyTest {
    switch (storage, test.value) {
    case (.integers(let numbers), .integer(let limit)):
      guard test.relation.isComparison else { break }
      guard let range = test.relation.range(limit) else { return { _ throws(StoreError) in false } }
      let (low, high) = (range.lowerBound, range.upperBound)
      return { [valid] id throws(StoreError) in
        try self.prepare(id)
        let number = numbers[id]
        return number >= low && number <= high && valid[id] != 0
      }
    case (.floats(let numbers), .float(let limit)):
      guard test.relation.isComparison, !limit.isNaN else { break }
      return { [valid] id throws(StoreError) in
        try self.prepare(id)
        return valid[id] != 0 && test.relation.holds(numbers[id], limit)
      }
    case (.texts, _):
      var parts: [TextPart.ReadyTest?] = Array(repeating: nil, count: texts.count)
      return { [valid] id throws(StoreError) in
        try self.prepare(id)
        let part = BasePart.of(id)
        guard valid[id] != 0, let text = self.texts[part] else { return false }
        let ready = parts[part] ?? text.ready(test)
        if parts[part] == nil { parts[part] = ready }
        return text.passes(id & (BasePart.size - 1), ready)
      }
    default: break
    }
    return { id throws(StoreError) in test.passes(try self.value(id)) }
  }
}
