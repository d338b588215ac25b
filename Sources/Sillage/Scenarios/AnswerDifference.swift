/// A saved question whose answer is another one in a scenario.
public struct AnswerDifference: Sendable {
  /// The name of the saved query.
  public var query: String
  public var title: String
  public var columns: [String]
  /// Rows that only the first answer has, and rows that only the second has.
  public var gone: [[ResultValue]]
  public var new: [[ResultValue]]
}

extension Project {
  /// The saved queries that answer differently on two graphs, with their default parameters.
  public func changedAnswers(_ before: GraphDatabase, _ after: GraphDatabase) throws(SillageError) -> [AnswerDifference] {
    var changed: [AnswerDifference] = []
    for query in try savedQueries() {
      let options = QueryOptions(sourceName: query.path)
      let first = try before.query(query.text, parameters: query.arguments([]), options: options)
      let second = try after.query(query.text, parameters: query.arguments([]), options: options)
      let (gone, new) = Self.difference(first.rows, second.rows)
      guard !gone.isEmpty || !new.isEmpty else { continue }
      changed.append(
        AnswerDifference(query: query.name, title: query.title, columns: first.columns, gone: gone, new: new))
    }
    return changed
  }

  /// The rows that only one of two answers has, each as often as it has it more.
  private static func difference(
    _ first: [[ResultValue]], _ second: [[ResultValue]]
  ) -> (gone: [[ResultValue]], new: [[ResultValue]]) {
    func rest(_ rows: [[ResultValue]], without others: [[ResultValue]]) -> [[ResultValue]] {
      var counts: [[ResultValue]: Int] = [:]
      for row in others { counts[row, default: 0] += 1 }
      return rows.filter { row in
        guard let count = counts[row], count > 0 else { return true }
        counts[row] = count - 1
        return false
      }
    }
    return (rest(first, without: second), rest(second, without: first))
  }
}

extension AnswerDifference {
  /// In the columns of ``GraphDifference``: the answer stands in `text`.
  public var rows: [[ResultValue]] {
    func row(_ change: String, _ values: [ResultValue]) -> [ResultValue] {
      let text = zip(columns, values).map { "\($0): \($1.cellText)" }.joined(separator: ", ")
      let fields = zip(columns, values).map { ResultField($0, $1) }
      return [.string(change), .string("answer"), .string(query), .null, .null, .string(text), .list([.map(fields)])]
    }
    return gone.map { row("removed", $0) } + new.map { row("added", $0) }
  }
}
