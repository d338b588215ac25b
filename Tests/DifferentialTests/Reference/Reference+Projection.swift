import CypherSyntax
import GraphModel

extension Reference {
  /// The rows of WITH or RETURN: each holds the projected names only.
  func project(_ projection: Projection, _ table: [ReferenceRow]) throws -> [ReferenceRow] {
    let isGrouping = projection.items.contains { !$0.expression.aggregates.isEmpty }
    let made: [(source: ReferenceRow, row: ReferenceRow)]
    if isGrouping {
      made = try group(projection, table).map { ($0, $0) }
    } else {
      made = try table.map { source in
        var row = projection.includesAll ? source : ReferenceRow()
        for item in projection.items { row.values[item.columnName] = try value(item.expression, source) }
        return (source, row)
      }
    }
    var rows = made
    let names = rows.first.map { $0.row.values.keys.sorted() } ?? []
    if projection.isDistinct { rows = distinct(rows) { pair in names.map { pair.row.values[$0] ?? .null } } }
    rows = try sort(rows, projection)
    return try cut(rows.map(\.row), projection)
  }

  /// One row for each group: its keys and its aggregates.
  private func group(_ projection: Projection, _ table: [ReferenceRow]) throws -> [ReferenceRow] {
    let keys = projection.items.filter { $0.expression.aggregates.isEmpty }
    var groups: [(key: [Value], rows: [ReferenceRow])] = keys.isEmpty ? [(key: [], rows: [])] : []
    for row in table {
      let key = try keys.map { try value($0.expression, row) }
      if let at = groups.firstIndex(where: { zip($0.key, key).allSatisfy { $0.isEquivalent(to: $1) } }) {
        groups[at].rows.append(row)
      } else {
        groups.append((key, [row]))
      }
    }
    return try groups.map { group in
      var inside = group.rows.first ?? ReferenceRow()
      for item in projection.items {
        for aggregate in item.expression.aggregates {
          inside.aggregates[aggregate] = try self.aggregate(aggregate, group.rows)
        }
      }
      var row = ReferenceRow()
      for item in projection.items { row.values[item.columnName] = try value(item.expression, inside) }
      return row
    }
  }

  private func sort(
    _ rows: [(source: ReferenceRow, row: ReferenceRow)], _ projection: Projection
  ) throws -> [(source: ReferenceRow, row: ReferenceRow)] {
    if projection.order.isEmpty { return rows }
    let keyed = try rows.map { pair in
      var scope = projection.isDistinct ? ReferenceRow() : pair.source
      scope.values.merge(pair.row.values) { _, projected in projected }
      return (pair, try projection.order.map { try value($0.expression, scope) })
    }
    return keyed.sorted { a, b in
      for (item, (x, y)) in zip(projection.order, zip(a.1, b.1)) {
        let order = x.ordered(against: y)
        if order != .equal { return (order == .ascending) != item.isDescending }
      }
      return false
    }.map(\.0)
  }

  private func cut(_ rows: [ReferenceRow], _ projection: Projection) throws -> [ReferenceRow] {
    func number(_ expression: Expression) throws -> Int {
      guard case .integer(let number) = try value(expression, ReferenceRow()), number >= 0 else {
        throw ReferenceStop.failure("not a number of rows")
      }
      return Int(number)
    }
    var rows = rows
    if let skip = projection.skip { rows = Array(rows.dropFirst(try number(skip))) }
    if let limit = projection.limit {
      rows = Array(rows.prefix(try number(limit) + (mistake == .cutsTooLate ? 1 : 0)))
    }
    return rows
  }

  private func aggregate(_ expression: Expression, _ rows: [ReferenceRow]) throws -> Value {
    guard case .functionCall(let call) = expression.kind, let argument = call.arguments.first else {
      return .integer(Int64(rows.count))
    }
    var values = try rows.map { try value(argument, $0) }.filter { !$0.isNull }
    if call.isDistinct { values = distinct(values) { [$0] } }
    switch call.name.text.lowercased() {
    case "count": return .integer(Int64(values.count))
    case "collect": return .list(values)
    case "min": return values.min { $0.ordered(against: $1) == .ascending } ?? .null
    case "max": return values.max { $0.ordered(against: $1) == .ascending } ?? .null
    case "sum": return try sum(values, from: .integer(0))
    case "avg":
      if values.isEmpty { return .null }
      let sum = try sum(values, from: .float(0))
      return try arithmetic(.divide, sum, .float(Double(values.count)))
    default: throw ReferenceStop.unsupported(call.name.text)
    }
  }

  private func sum(_ values: [Value], from zero: Value) throws -> Value {
    try values.reduce(zero) { sum, value in
      switch value {
      case .integer, .float: return try arithmetic(.add, sum, value)
      default: throw ReferenceStop.failure("not a number")
      }
    }
  }
}

extension Expression {
  private static let aggregateNames: Set<String> = ["count", "collect", "min", "max", "sum", "avg"]

  /// The aggregating calls in the expression; those of inner queries belong to these.
  var aggregates: [Expression] {
    switch kind {
    case .countAll: return [self]
    case .functionCall(let call) where Self.aggregateNames.contains(call.name.text.lowercased()): return [self]
    case .subquery: return []
    default:
      return children.flatMap { child -> [Expression] in
        if case .expression(let expression) = child { expression.aggregates } else { [] }
      }
    }
  }
}
