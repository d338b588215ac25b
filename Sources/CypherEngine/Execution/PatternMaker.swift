import CypherPlanner
import Diagnostics
import GraphModel

/// Makes the nodes and relationships of a CREATE or MERGE pattern for one row.
struct PatternMaker {
  private struct Node {
    let labels: [GivenNameKernel]
    let properties: (any Kernel)?
    let span: SourceSpan
  }

  private struct Relationship {
    let type: GivenNameKernel
    let from: Int
    let to: Int
    let properties: (any Kernel)?
    let span: SourceSpan
  }

  /// The columns of the input, then one for each node and relationship that is made, then the paths.
  let layout: [Variable]
  private let nodes: [Node]
  private let relationships: [Relationship]
  private let paths: [any Kernel]

  init(_ pattern: CreatedPattern, _ input: [Variable], _ lowering: Lowering) throws(ExecutionFailure) {
    let whole = input + pattern.nodes.map(\.variable) + pattern.relationships.map(\.variable)
    layout = whole + pattern.paths.map(\.variable)
    // A property may use what was made to its left; the binder saw to it that it uses nothing else.
    let compiler = ExpressionCompiler(whole, lowering)
    var nodes: [Node] = []
    for node in pattern.nodes {
      nodes.append(
        Node(
          labels: try node.labels.map { name throws(ExecutionFailure) in try GivenNameKernel(name, compiler) },
          properties: try node.properties.map(compiler.compile),
          span: node.properties?.span ?? .beginning))
    }
    var relationships: [Relationship] = []
    for relationship in pattern.relationships {
      relationships.append(
        Relationship(
          type: try GivenNameKernel(relationship.type, compiler), from: try compiler.position(of: relationship.from),
          to: try compiler.position(of: relationship.to), properties: try relationship.properties.map(compiler.compile),
          span: relationship.span))
    }
    self.nodes = nodes
    self.relationships = relationships
    paths = try pattern.paths.map { path throws(ExecutionFailure) in try compiler.compile(path.expression) }
  }

  /// The row with what was made for it behind.
  func make(_ row: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Batch {
    var row = row
    var next = row.columns.count
    // Expressions with variables of their own put them behind all columns, so the row has all of them from the beginning.
    row.columns += repeatElement(.narrowest([.null]), count: nodes.count + relationships.count)
    for node in nodes {
      row.columns[next] = .nodes([try make(node, row, context)], valid: nil)
      next += 1
    }
    for relationship in relationships {
      row.columns[next] = .relationships([try make(relationship, row, context)], valid: nil)
      next += 1
    }
    for path in paths { row.columns.append(try path.column(row, context)) }
    return row
  }

  private func make(_ node: Node, _ row: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> NodeID {
    let writer = try context.requireWriter(at: node.span)
    let properties = try properties(node.properties, node.span, row, context, writer)
    var names: [String] = []
    for label in node.labels { names += try label.names(row, context).filter { !names.contains($0) } }
    do {
      var labels: [LabelID] = []
      for name in names { labels.append(try writer.makeLabel(named: name)) }
      context.changes.nodesCreated += 1
      context.changes.labelsAdded += labels.count
      context.changes.propertiesSet += properties.count
      return try writer.createNode(labels: labels, properties: properties)
    } catch { throw ExecutionFailure(error, at: node.span) }
  }

  private func make(
    _ relationship: Relationship, _ row: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> RelationshipID {
    let writer = try context.requireWriter(at: relationship.span)
    let properties = try properties(relationship.properties, relationship.span, row, context, writer)
    guard case .node(let from) = row.columns[relationship.from][0], case .node(let to) = row.columns[relationship.to][0] else {
      throw ExecutionFailure(
        .semanticError, .invalidArgumentValue, "a relationship cannot be made where one of its nodes is null",
        at: relationship.span)
    }
    let types = try relationship.type.names(row, context)
    guard let name = types.first, types.count == 1 else {
      throw ExecutionFailure(
        .semanticError, .invalidArgumentValue, "a relationship has one type, not \(types.count)", at: relationship.span)
    }
    do {
      let type = try writer.makeRelationshipType(named: name)
      context.changes.relationshipsCreated += 1
      context.changes.propertiesSet += properties.count
      return try writer.createRelationship(type, from: from, to: to, properties: properties)
    } catch { throw ExecutionFailure(error, at: relationship.span) }
  }

  private func properties(
    _ kernel: (any Kernel)?, _ span: SourceSpan, _ row: Batch, _ context: ExecutionContext, _ writer: any GraphWriter
  ) throws(ExecutionFailure) -> [(key: PropertyKeyID, value: Value)] {
    guard let kernel else { return [] }
    let value = try kernel.column(row, context)[0]
    if value.isNull { return [] }
    let map: ValueMap
    do { map = try context.functions.properties(of: value, for: "CREATE") } catch { throw ExecutionFailure(error, at: span) }
    var properties: [(key: PropertyKeyID, value: Value)] = []
    for (key, value) in map where !value.isNull {
      try PropertyWriter.checkStorable(value, key: key, at: span)
      do { properties.append((try writer.makePropertyKey(named: key), value)) } catch {
        throw ExecutionFailure(error, at: span)
      }
    }
    return properties.sorted { $0.key < $1.key }
  }
}
