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
  /// The names of types, so that all columns share them.
  private var known: TextDictionary?

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
        if let names = try types(of: relationships, context.graph) { return names }
      case .nodes(let nodes, nil) where function == .labels: return .values(try labels(of: nodes, context.graph))
      default: break
      }
    } catch { throw ExecutionFailure(error, at: span) }
    return try byRow.column(batch, context)
  }

  /// By their numbers among the names of the graph. Nil where one is gone.
  private func types(of relationships: [RelationshipID], _ graph: any GraphReader) throws(StoreError) -> Column? {
    let names = graph.relationshipTypeNames
    let dictionary: TextDictionary
    if let known, known.texts == names { dictionary = known } else { dictionary = TextDictionary(names) }
    known = dictionary
    var codes: [UInt32] = []
    codes.reserveCapacity(relationships.count)
    for (type, count) in try graph.types(of: relationships).runs {
      guard let type, let code = names.firstIndex(of: graph.name(of: type)) else { return nil }
      codes.append(contentsOf: repeatElement(UInt32(code), count: count))
    }
    return .coded(codes, dictionary, valid: nil)
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
