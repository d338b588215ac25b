import CypherEngine

/// Appends the answers of one query for many sets of parameters: for some of them at once where its steps allow it, else for one
/// after the other. The answers are the same.
struct RepeatedAnswers {
  /// So many rows are good to have at once.
  private static let wanted = 4_096

  private let query: RepeatedQuery
  private var writer: AnswerWriter

  init(of query: RepeatedQuery) {
    self.query = query
    writer = query.writer
  }

  /// Cost: that of the rows; memory for those of the sets that are answered at once, which is some part of what their answers take.
  mutating func append(for sets: ParameterSets, to out: inout [UInt8]) {
    guard sets.count > 1, query.isBatched else { return one(0..<sets.count, of: sets, &out) }
    var (next, size) = (0, 1)
    while next < sets.count {
      let range = next..<min(next + size, sets.count)
      next = range.upperBound
      if let rows = many(range, of: sets, &out) {
        size = rows < Self.wanted ? 2 * size : max(1, size / 2)
      } else {
        one(range, of: sets, &out)
        size = 1
      }
    }
  }

  private mutating func one(_ range: Range<Int>, of sets: ParameterSets, _ out: inout [UInt8]) {
    sets.each(range, into: &out) { parameters, out throws(SillageError) in
      writer.begin(into: &out)
      try query.run(parameters) { batch throws(ExecutionFailure) in try writer.rows(of: batch, into: &out) }
      writer.end(into: &out)
    }
  }

  /// Gives the number of rows; nil, and nothing is appended, where the sets must be answered one by one.
  private mutating func many(_ range: Range<Int>, of sets: ParameterSets, _ out: inout [UInt8]) -> Int? {
    guard let values = sets.values(range), let found = query.rows(for: values) else { return nil }
    let start = out.count
    var row = 0
    do throws(ExecutionFailure) {
      for position in values.indices {
        if range.lowerBound + position > 0 { out.append(UInt8(ascii: ",")) }
        let first = row
        while row < found.origins.count, found.origins[row] == position { row += 1 }
        writer.begin(into: &out)
        try writer.rows(first..<row, of: found.rows, into: &out)
        writer.end(into: &out)
      }
    } catch {
      out.removeSubrange(start...)
      return nil
    }
    return row
  }
}
