import CypherPlanner
import Diagnostics
import GraphModel

/// What the items of SET and REMOVE do for one row.
struct PropertyWriter {
  private struct Item {
    let kind: WriteItem.Kind
    let target: any Kernel
    let key: (any Kernel)?
    let value: (any Kernel)?
    let labels: [GivenNameKernel]
    let span: SourceSpan
  }

  private let items: [Item]

  init(_ items: [WriteItem], _ compiler: ExpressionCompiler) throws(ExecutionFailure) {
    self.items = try items.map { item throws(ExecutionFailure) in
      let (target, key, value) = item.kind.parts
      return Item(
        kind: item.kind, target: try compiler.compile(target), key: try key.map(compiler.compile),
        value: try value.map(compiler.compile),
        labels: try item.kind.labels.map { name throws(ExecutionFailure) in try GivenNameKernel(name, compiler) },
        span: item.span)
    }
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { items.isEmpty }

  func write(_ row: Batch, _ context: ExecutionContext) throws(ExecutionFailure) {
    for item in items { try write(item, row, context) }
  }

  private func write(_ item: Item, _ row: Batch, _ context: ExecutionContext) throws(ExecutionFailure) {
    let entity: Entity
    switch try item.target.column(row, context)[0] {
    case .null: return
    case .node(let node): entity = .node(node)
    case .relationship(let relationship): entity = .relationship(relationship)
    case let other:
      throw ExecutionFailure(
        .typeError, .invalidArgumentType, "SET takes a node or a relationship, not \(other.typeDescription)", at: item.span)
    }
    let value = try item.value?.column(row, context)[0] ?? .null
    switch item.kind {
    case .setProperty(_, let key, _), .removeProperty(_, let key):
      try set([(name: try name(key, item, row, context), value: value)], entity, item.span, context)
    case .replaceProperties: try merge(value, entity, replacing: true, item.span, context)
    case .addProperties: try merge(value, entity, replacing: false, item.span, context)
    case .addLabels, .removeLabels:
      var names: [String] = []
      for label in item.labels { names += try label.names(row, context) }
      try change(names, entity, adding: item.kind.adds, item.span, context)
    }
  }

  private func name(
    _ key: GivenName, _ item: Item, _ row: Batch, _ context: ExecutionContext
  ) throws(ExecutionFailure) -> String {
    if case .written(let name) = key { return name }
    switch try item.key?.column(row, context)[0] ?? .null {
    case .string(let name): return name
    case let other:
      throw ExecutionFailure(
        .typeError, .mapElementAccessByNonString,
        "the name of a property is a string, not \(other.typeDescription)", at: item.span)
    }
  }

  private enum Entity {
    case node(NodeID)
    case relationship(RelationshipID)
  }

  private func set(
    _ given: [(name: String, value: Value)], _ entity: Entity, _ span: SourceSpan, _ context: ExecutionContext
  ) throws(ExecutionFailure) {
    let writer = try context.requireWriter(at: span)
    for (name, value) in given where !value.isNull { try Self.checkStorable(value, key: name, at: span) }
    do {
      var values: [(key: PropertyKeyID, value: Value)] = []
      for (name, value) in given {
        if value.isNull, writer.propertyKey(named: name) == nil { continue }
        values.append((key: try writer.makePropertyKey(named: name), value: value))
      }
      if values.isEmpty { return }
      switch entity {
      case .node(let node):
        try context.functions.checkExists(node)
        try writer.set(values, of: node)
      case .relationship(let relationship):
        try context.functions.checkExists(relationship)
        try writer.set(values, of: relationship)
      }
      context.changes.propertiesSet += values.count
    } catch let error as EvaluationError {
      throw ExecutionFailure(error, at: span)
    } catch let error as StoreError {
      throw ExecutionFailure(error, at: span)
    } catch {
      throw ExecutionFailure(StoreError(.misuse, "\(error)"), at: span)
    }
  }

  private func merge(
    _ value: Value, _ entity: Entity, replacing: Bool, _ span: SourceSpan, _ context: ExecutionContext
  ) throws(ExecutionFailure) {
    if value.isNull, !replacing { return }
    let map: ValueMap
    let present: ValueMap
    let target: Value =
      switch entity {
      case .node(let node): .node(node)
      case .relationship(let relationship): .relationship(relationship)
      }
    do {
      map = value.isNull ? ValueMap() : try context.functions.properties(of: value, for: "SET")
      present = replacing ? try context.functions.properties(of: target, for: "SET") : ValueMap()
    } catch { throw ExecutionFailure(error, at: span) }
    let removed = present.keys.filter { map[$0] == nil }.map { (name: $0, value: Value.null) }
    try set(removed + map.map { (name: $0, value: $1) }, entity, span, context)
  }

  private func change(
    _ names: [String], _ entity: Entity, adding: Bool, _ span: SourceSpan, _ context: ExecutionContext
  ) throws(ExecutionFailure) {
    let writer = try context.requireWriter(at: span)
    guard case .node(let node) = entity else {
      throw ExecutionFailure(.typeError, .invalidArgumentType, "only nodes have labels", at: span)
    }
    do {
      for name in names {
        guard let label = adding ? try writer.makeLabel(named: name) : writer.label(named: name) else { continue }
        let has = try writer.hasLabel(label, [node]).first ?? false
        guard has != adding else { continue }
        if adding {
          try writer.add(label, to: node)
          context.changes.labelsAdded += 1
        } else {
          try writer.remove(label, from: node)
          context.changes.labelsRemoved += 1
        }
      }
    } catch { throw ExecutionFailure(error, at: span) }
  }

  static func checkStorable(_ value: Value, key: String, at span: SourceSpan) throws(ExecutionFailure) {
    guard !value.isStorable else { return }
    throw ExecutionFailure(
      .typeError, .invalidPropertyType, "property `\(key)` cannot hold \(value.typeDescription)", at: span,
      hint: "a property holds a scalar, a temporal value, or a list of such values without nulls")
  }
}

extension WriteItem.Kind {
  /// What is changed, the name of the property where it is worked out, and the value for it.
  fileprivate var parts: (target: BoundExpression, key: BoundExpression?, value: BoundExpression?) {
    switch self {
    case .setProperty(let target, let key, let value): (target, key.expression, value)
    case .removeProperty(let target, let key): (target, key.expression, nil)
    case .replaceProperties(let target, let value), .addProperties(let target, let value): (target, nil, value)
    case .addLabels(let target, _), .removeLabels(let target, _): (target, nil, nil)
    }
  }

  fileprivate var labels: [GivenName] {
    switch self {
    case .addLabels(_, let labels), .removeLabels(_, let labels): labels
    default: []
    }
  }

  fileprivate var adds: Bool {
    if case .addLabels = self { true } else { false }
  }
}

extension GivenName {
  fileprivate var expression: BoundExpression? {
    if case .computed(let expression) = self { return expression }
    return nil
  }
}
