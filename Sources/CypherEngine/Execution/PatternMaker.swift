import CypherPlanner
import Diagnostics
import GraphModel

/// Makes the nodes and relationships of a CREATE or MERGE pattern for the rows of a batch.
struct PatternMaker {
  private struct Node {
    let labels: [GivenNameKernel]
    let properties: CreatedProperties
    let span: SourceSpan
  }

  private struct Relationship {
    let type: GivenNameKernel
    let from: Int
    let to: Int
    let properties: CreatedProperties
    let span: SourceSpan
  }

  /// The columns of the input, then one for each node and relationship that is made, then the paths.
  let layout: [Variable]
  /// Whether it takes many rows at once: all names are written in the query, and no property depends on what is made for other rows.
  let isUniform: Bool
  private let nodes: [Node]
  private let relationships: [Relationship]
  private let paths: [any Kernel]

  init(_ pattern: CreatedPattern, _ input: [Variable], _ lowering: Lowering) throws(ExecutionFailure) {
    let whole = input + pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)
    layout = whole + pattern.paths.map(\.variable)
    isUniform =
      pattern.nodes.allSatisfy { $0.labels.allSatisfy { $0.written != nil } && !($0.properties?.asksGraph ?? false) }
      && pattern.relationships.allSatisfy { $0.type.written != nil && !($0.properties?.asksGraph ?? false) }
    // A property may use what was made to its left; the binder saw to it that it uses nothing else.
    let compiler = ExpressionCompiler(whole, lowering)
    nodes = try pattern.nodes.map { node throws(ExecutionFailure) in
      Node(
        labels: try node.labels.map { name throws(ExecutionFailure) in try GivenNameKernel(name, compiler) },
        properties: try CreatedProperties(node.properties, compiler), span: node.properties?.span ?? .beginning)
    }
    relationships = try pattern.relationships.map { relationship throws(ExecutionFailure) in
      Relationship(
        type: try GivenNameKernel(relationship.type, compiler), from: try compiler.position(of: relationship.from),
        to: try compiler.position(of: relationship.to), properties: try CreatedProperties(relationship.properties, compiler),
        span: relationship.span)
    }
    paths = try pattern.paths.map { path throws(ExecutionFailure) in try compiler.compile(path.expression) }
  }

  /// The rows with what was made for them behind; only one row where the pattern is not ``isUniform``.
  func make(_ rows: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Batch {
    var rows = rows
    var next = rows.columns.count
    // Expressions with variables of their own put them behind all columns, so the rows have all of them from the beginning.
    rows.columns += repeatElement(.repeating(.null, count: rows.count), count: nodes.count + relationships.count)
    for node in nodes {
      rows.columns[next] = .nodes(try make(node, rows, context), valid: nil)
      next += 1
    }
    for relationship in relationships {
      rows.columns[next] = .relationships(try make(relationship, rows, context), valid: nil)
      next += 1
    }
    for path in paths { rows.columns.append(try path.column(rows, context)) }
    return rows
  }

  private func make(_ node: Node, _ rows: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> [NodeID] {
    let writer = try context.requireWriter(at: node.span)
    let written = try node.properties.columns(of: rows, writer, context)
    var names: [String] = []
    for label in node.labels { names += try label.names(rows, context).filter { !names.contains($0) } }
    do {
      var labels: [LabelID] = []
      for name in names { labels.append(try writer.makeLabel(named: name)) }
      let made = try writer.createNodes(labels: labels, properties: written.properties)
      context.changes.nodesCreated += made.count
      context.changes.labelsAdded += labels.count * made.count
      context.changes.propertiesSet += written.count
      return made
    } catch { throw ExecutionFailure(error, at: node.span) }
  }

  private func make(
    _ relationship: Relationship, _ rows: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> [RelationshipID] {
    let writer = try context.requireWriter(at: relationship.span)
    let written = try relationship.properties.columns(of: rows, writer, context)
    let ends = rows.nodePairs(relationship.from, relationship.to)
    guard ends.rows.count == rows.count else {
      throw ExecutionFailure(
        .semanticError, .invalidArgumentValue, "a relationship cannot be made where one of its nodes is null",
        at: relationship.span)
    }
    let types = try relationship.type.names(rows, context)
    guard let name = types.first, types.count == 1 else {
      throw ExecutionFailure(
        .semanticError, .invalidArgumentValue, "a relationship has one type, not \(types.count)", at: relationship.span)
    }
    do {
      let type = try writer.makeRelationshipType(named: name)
      let made = try writer.createRelationships(type, from: ends.left, to: ends.right, properties: written.properties)
      context.changes.relationshipsCreated += made.count
      context.changes.propertiesSet += written.count
      return made
    } catch { throw ExecutionFailure(error, at: relationship.span) }
  }
}
