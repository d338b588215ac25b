import CypherPlanner
import Diagnostics
import GraphModel

/// `n:A|B`: whether nodes have labels, or relationships a type.
final class LabelKernel: Kernel {
  private let subject: any Kernel
  private let test: LabelTest
  private let inPattern: Bool
  private let span: SourceSpan

  init(_ subject: any Kernel, _ test: LabelTest, inPattern: Bool, at span: SourceSpan) {
    self.subject = subject
    self.test = test
    self.inPattern = inPattern
    self.span = span
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    let subjects = try subject.column(batch, context)
    do throws(EvaluationError) {
      if case .nodes(let nodes, nil) = subjects, context.deletions.isEmpty {
        return .booleans(try Self.passing(nodes, test, context.graph), valid: nil)
      }
      var values: [Value] = []
      for row in 0..<batch.count {
        if inPattern, case .node(let node) = subjects[row], context.deletions.nodes[node] != nil {
          values.append(.boolean(false))
        } else {
          values.append(try Self.answer(subjects[row], test, context))
        }
      }
      return .narrowest(values)
    } catch { throw ExecutionFailure(error, at: span) }
  }

  private static func passing(_ nodes: [NodeID], _ test: LabelTest, _ graph: any GraphReader) throws(EvaluationError) -> [Bool] {
    do throws(StoreError) { return try stored(nodes, test, graph) } catch { throw EvaluationError(error) }
  }

  private static func stored(_ nodes: [NodeID], _ test: LabelTest, _ graph: any GraphReader) throws(StoreError) -> [Bool] {
    switch test {
    case .name(let name):
      guard let label = graph.label(named: name) else { return Array(filledWith: false, count: nodes.count) }
      return try graph.hasLabel(label, nodes)
    case .wildcard: return try graph.labels(of: nodes).map { !$0.isEmpty }
    case .not(let part): return try stored(nodes, part, graph).map { !$0 }
    case .and(let a, let b): return zip(try stored(nodes, a, graph), try stored(nodes, b, graph)).map { $0 && $1 }
    case .or(let a, let b): return zip(try stored(nodes, a, graph), try stored(nodes, b, graph)).map { $0 || $1 }
    }
  }

  /// Null for what is neither node nor relationship. Fails for a node that is gone; a relationship keeps its type.
  static func answer(_ value: Value, _ test: LabelTest, _ context: ExecutionContext) throws(EvaluationError) -> Value {
    switch value {
    case .node(let node):
      try context.functions.checkExists(node)
      return .boolean(try passing([node], test, context.graph).first ?? false)
    case .relationship(let relationship):
      var ends = context.deletions.relationships[relationship]?.ends
      do throws(StoreError) {
        if ends == nil, let found = try context.graph.ends(of: [relationship]).first { ends = found }
      } catch { throw EvaluationError(error) }
      guard let ends else { return .boolean(false) }
      return .boolean(holds(test, for: context.graph.name(of: ends.type)))
    default: return .null
    }
  }

  private static func holds(_ test: LabelTest, for type: String) -> Bool {
    switch test {
    case .name(let name): name == type
    case .wildcard: true
    case .not(let part): !holds(part, for: type)
    case .and(let a, let b): holds(a, for: type) && holds(b, for: type)
    case .or(let a, let b): holds(a, for: type) || holds(b, for: type)
    }
  }
}
