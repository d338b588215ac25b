import CypherPlanner
import Diagnostics
import GraphModel

/// `type(r)` and `labels(n)`: asked of the graph for all rows of the batch at once, each name and each list of labels made once.
final class EntityKernel: Kernel {
  private let function: EntityFunction
  private let subject: any Kernel
  private let span: SourceSpan
  /// For what is null, deleted, or no node or relationship.
  private let byRow: RowKernel

  /// Nil for another function.
  init?(_ function: EntityFunction, _ subject: any Kernel, at span: SourceSpan) {
    guard function == .type || function == .labels else { return nil }
    self.function = function
    self.subject = subject
    self.span = span
    byRow = RowKernel([subject], at: span) { values, context throws(EvaluationError) in
      try evaluate(.entity(function), values, context.functions)
    }
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    guard context.deletions.isEmpty else { return try byRow.column(batch, context) }
    let subjects = try subject.column(batch, context)
    do throws(StoreError) {
      switch subjects {
      case .relationships(let relationships, nil) where function == .type:
        if let names = try types(of: relationships, context.graph) { return .strings(names, valid: nil) }
      case .nodes(let nodes, nil) where function == .labels: return .values(try labels(of: nodes, context.graph))
      default: break
      }
    } catch { throw ExecutionFailure(error, at: span) }
    return try byRow.column(batch, context)
  }

  /// Whether it is `type(r)`.
  var isType: Bool { function == .type }

  /// For `type(r)`: the numbers of the types, so that rows can be grouped without their names. Only for a statement that deletes nothing.
  func typeNumbers(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let subjects = try subject.column(batch, context)
    do throws(StoreError) {
      if case .relationships(let relationships, nil) = subjects {
        var numbers: [Int64] = []
        numbers.reserveCapacity(relationships.count)
        for type in try context.graph.types(of: relationships) {
          guard let type else { break }
          numbers.append(Int64(type.rawValue))
        }
        if numbers.count == relationships.count { return .integers(numbers, valid: nil) }
      }
    } catch { throw ExecutionFailure(error, at: span) }
    let names = try byRow.column(batch, context)
    return .narrowest(
      (0..<names.count).map { row in
        guard case .string(let name) = names[row], let type = context.graph.relationshipType(named: name) else { return .null }
        return .integer(Int64(type.rawValue))
      })
  }

  /// The names behind ``typeNumbers(_:_:)``.
  static func names(_ numbers: Column, _ graph: any GraphReader) -> Column {
    .narrowest(
      (0..<numbers.count).map { row in
        guard case .integer(let number) = numbers[row] else { return .null }
        return .string(graph.name(of: RelationshipTypeID(Int32(truncatingIfNeeded: number))))
      })
  }

  /// Nil where one is gone.
  private func types(
    of relationships: [RelationshipID], _ graph: any GraphReader
  ) throws(StoreError) -> [String]? {
    var names: [String] = []
    names.reserveCapacity(relationships.count)
    var last: (type: RelationshipTypeID, name: String)?
    for type in try graph.types(of: relationships) {
      guard let type else { return nil }
      if last?.type != type { last = (type, graph.name(of: type)) }
      names.append(last?.name ?? "")
    }
    return names
  }

  private func labels(of nodes: [NodeID], _ graph: any GraphReader) throws(StoreError) -> [Value] {
    var lists: [[LabelID]: Value] = [:]
    return try graph.labels(of: nodes).map { labels in
      if let known = lists[labels] { return known }
      let list = Value.list(labels.map { .string(graph.name(of: $0)) })
      lists[labels] = list
      return list
    }
  }
}
