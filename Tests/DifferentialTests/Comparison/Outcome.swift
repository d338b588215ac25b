import GraphModel

/// What a query came to, as text that can be compared.
enum Outcome: Equatable, CustomStringConvertible {
  case answer(columns: [String], rows: [String], graph: [String])
  case failure
  /// No answer within the time.
  case tooLong

  /// `isOrdered`: whether the order of rows counts. A column whose name starts with `bag` holds lists in any order.
  init(
    _ columns: [String], _ rows: [[Value]], _ texts: CanonicalText, isOrdered: Bool, graph: [String] = []
  ) {
    let lines = rows.map { row in
      zip(columns, row).map { name, value in name.hasPrefix("bag") ? texts.bag(value) : texts.text(value) }
        .joined(separator: " | ")
    }
    self = .answer(columns: columns, rows: isOrdered ? lines : lines.sorted(), graph: graph)
  }

  var description: String {
    switch self {
    case .failure: "an error"
    case .tooLong: "no answer"
    case .answer(let columns, let rows, let graph):
      ([columns.joined(separator: " | ")] + rows.map { "  " + $0 } + ["(\(rows.count) rows)"]
        + (graph.isEmpty ? [] : ["afterwards:"] + graph.map { "  " + $0 })).joined(separator: "\n")
    }
  }
}
