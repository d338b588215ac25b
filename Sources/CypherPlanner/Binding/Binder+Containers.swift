import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// Lists and maps, and access to their parts.
  func bindContainer(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    let span = expression.span
    switch expression.kind {
    case .list(let elements):
      var items: [BoundExpression] = []
      for element in elements { items.append(try bindPart(element)) }
      return BoundExpression(
        .list(items), span: span, type: .list(of: ValueType.joined(items.lazy.map(\.type))))
    case .map(let entries): return BoundExpression(.map(try bind(entries)), span: span, type: .map)
    case .mapProjection(let subject, let items): return try bindMapProjection(subject, items, at: span)
    case .property(let subject, let key):
      let base = try bindPart(subject)
      guard base.type.hasProperties else {
        // The conformance kit calls this a fault of the syntax for a path, and of the type for all others.
        throw wrongType(
          "`.\(key.text)`", base.type == .path ? .syntaxError : .typeError, at: subject.span,
          expected: "a map, a node, a relationship or a temporal value",
          found: base.type)
      }
      return BoundExpression(.property(base, key: key.text), span: span)
    case .element(let subject, let index): return try bindElement(subject, index, at: span)
    case .slice(let subject, let from, let to):
      let base = try bindPart(subject)
      let lower = try from.map { e throws(Diagnostic) in try bindPart(e) }
      let upper = try to.map { e throws(Diagnostic) in try bindPart(e) }
      return BoundExpression(.slice(of: base, from: lower, to: upper), span: span, type: base.type)
    default: return try bindPart(expression)
    }
  }

  private func bind(_ entries: [MapEntry]) throws(Diagnostic) -> [(key: String, value: BoundExpression)] {
    var bound: [(key: String, value: BoundExpression)] = []
    for entry in entries { bound.append((entry.key.text, try bindPart(entry.value))) }
    return bound
  }

  private func bindElement(
    _ subject: Expression, _ index: Expression, at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    let base = try bindPart(subject)
    let at = try bindPart(index)
    var type = ValueType.any
    if case .list(let element) = base.type {
      type = element == .null ? .any : element
      if !at.type.overlaps(.integer) {
        throw wrongType("a list", .typeError, at: at.span, expected: "an integer as index", found: at.type)
      }
    }
    let isScalar = base.type.isNumber || base.type == .boolean || base.type == .string
    if isScalar {
      throw wrongType("[…]", .typeError, at: base.span, expected: "a list, a map, a node or a relationship", found: base.type)
    }
    return BoundExpression(.element(of: base, at: at), span: span, type: type)
  }

  private func bindMapProjection(
    _ subject: Expression, _ items: [MapProjectionItem], at span: SourceSpan
  ) throws(Diagnostic) -> BoundExpression {
    let base = try bindPart(subject)
    var all = false
    var entries: [(key: String, value: BoundExpression)] = []
    for item in items {
      switch item {
      case .allProperties: all = true
      case .property(let key):
        entries.append((key.text, BoundExpression(.property(base, key: key.text), span: key.span)))
      case .entry(let entry): entries.append((entry.key.text, try bindPart(entry.value)))
      case .variable(let name):
        entries.append((name.text, try bindPart(Expression(.variable(name.text), span: name.span))))
      }
    }
    return BoundExpression(.mapProjection(base, all: all, entries), span: span, type: .map)
  }

  // MARK: Expressions with variables of their own

  func bindLocal(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    let span = expression.span
    switch expression.kind {
    case .listComprehension(let form):
      try checkElementwise(form.predicate, form.result)
      let list = try bindList(form.list)
      let (item, parts) = try withLocal(form.variable.text, list) { () throws(Diagnostic) in
        (
          try form.predicate.map { e throws(Diagnostic) in try bindCondition(e) },
          try form.result.map { e throws(Diagnostic) in try bindPart(e) }
        )
      }
      let type: ValueType = parts.1.map { .list(of: $0.type) } ?? list.type
      return BoundExpression(
        .listComprehension(item, in: list, where: parts.0, yield: parts.1), span: span, type: type)
    case .quantifier(let form):
      try checkElementwise(form.predicate)
      let list = try bindList(form.list)
      let (item, predicate) = try withLocal(form.variable.text, list) { () throws(Diagnostic) in
        try bindCondition(form.predicate)
      }
      let quantifier = Quantifier(rawValue: form.kind.rawValue) ?? .all
      return BoundExpression(.quantifier(quantifier, item, in: list, where: predicate), span: span, type: .boolean)
    case .reduce(let form):
      try checkElementwise(form.step, form.predicate)
      let initial = try bindPart(form.initial)
      let list = try bindList(form.list)
      let outer = scope
      defer { scope = outer }
      let accumulator = declare(form.accumulator.text, .any)
      let item = declare(form.variable.text, list.elementType)
      let step = try bindPart(form.step)
      let condition = try form.predicate.map { e throws(Diagnostic) in try bindCondition(e) }
      if let condition {
        return BoundExpression(
          .allReduce(accumulator, from: initial, item, in: list, step: step, where: condition), span: span, type: .boolean)
      }
      return BoundExpression(
        .reduce(accumulator, from: initial, item, in: list, step: step), span: span,
        type: initial.type == step.type ? initial.type : .any)
    default: return try bindPart(expression)
    }
  }

  /// What is worked out for each element of a list cannot aggregate: an aggregate is about the rows of the query.
  private func checkElementwise(_ parts: Expression?...) throws(Diagnostic) {
    guard let aggregate = parts.lazy.compactMap({ $0?.firstAggregate }).first else { return }
    throw failure(
      .wrongAggregation, .syntaxError, .invalidAggregation, "an aggregate cannot stand in what is worked out for each element of a list",
      at: aggregate.span, hint: "aggregate in a WITH before it")
  }

  private func bindList(_ expression: Expression) throws(Diagnostic) -> BoundExpression {
    let list = try bindPart(expression)
    guard list.type.overlaps(.list(of: .any)) else {
      throw wrongType("IN", at: list.span, expected: "a list on its right", found: list.type)
    }
    return list
  }

  private func withLocal<Parts>(
    _ name: String, _ list: BoundExpression, _ bindParts: () throws(Diagnostic) -> Parts
  ) throws(Diagnostic) -> (Variable, Parts) {
    let outer = scope
    defer { scope = outer }
    let variable = declare(name, list.elementType)
    return (variable, try bindParts())
  }
}

extension BoundExpression {
  /// The type of the elements of a list.
  var elementType: ValueType {
    if case .list(let element) = type { return element }
    return .any
  }
}

extension ValueType {
  /// Whether some value of it has properties.
  var hasProperties: Bool {
    switch self {
    case .any, .null, .map, .node, .relationship, .date, .localTime, .time, .localDateTime, .dateTime, .duration: true
    case .boolean, .integer, .float, .number, .string, .list, .path: false
    }
  }
}
