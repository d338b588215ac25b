import CypherPlanner
import Diagnostics
import GraphModel

/// The properties that a pattern gives to what it makes: those of a map that is written in the query, or of any map.
struct CreatedProperties {
  private let entries: [(name: String, value: any Kernel)]
  private let map: (any Kernel)?
  private let span: SourceSpan

  init(_ expression: BoundExpression?, _ compiler: ExpressionCompiler) throws(ExecutionFailure) {
    span = expression?.span ?? .beginning
    if case .map(let entries)? = expression?.kind, entries.count == 1 || Set(entries.map(\.key)).count == entries.count {
      self.entries = try entries.map { entry throws(ExecutionFailure) in (entry.key, try compiler.compile(entry.value)) }
      map = nil
    } else {
      entries = []
      map = try expression.map(compiler.compile)
    }
  }

  func columns(
    of rows: Batch, _ writer: any GraphWriter, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> WrittenColumns {
    var written = WrittenColumns(rows: rows.count)
    var named: [(name: String, column: Column)] = []
    for (name, value) in entries { named.append((name, try value.column(rows, context))) }
    if let map { named = try columns(of: map.column(rows, context), context) }
    for (name, column) in named { try written.add(name, ofNew: column, writer, at: span) }
    return written
  }

  /// A column for each name that occurs in one of the maps.
  private func columns(
    of maps: Column, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [(name: String, column: Column)] {
    var names: [String] = []
    var places: [String: Int] = [:]
    var values: [[Value]] = []
    for row in 0..<maps.count where !maps.isNull(row) {
      let map: ValueMap
      do { map = try context.functions.properties(of: maps[row], for: "CREATE") } catch { throw ExecutionFailure(error, at: span) }
      for (at, (name, value)) in map.enumerated() where !value.isNull {
        // Mostly the maps have the same names in the same order.
        let place = at < names.count && names[at] == name ? at : places[name] ?? names.count
        if place == names.count {
          names.append(name)
          places[name] = place
          values.append(Array(filledWith: .null, count: maps.count))
        }
        values[place][row] = value
      }
    }
    return zip(names, values).map { ($0, .narrowest($1)) }
  }
}
