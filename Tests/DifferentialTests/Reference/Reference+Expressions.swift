import CypherSyntax
import GraphModel

extension Reference {
  func value(_ expression: Expression, _ row: ReferenceRow) throws -> Value {
    if let known = row.aggregates[expression] { return known }
    switch expression.kind {
    case .literal(let literal): return literal.value
    case .variable(let name): return try known(name, row)
    case .list(let items): return .list(try items.map { try value($0, row) })
    case .map(let entries): return .map(ValueMap(try entries.map { ($0.key.text, try value($0.value, row)) }))
    case .property(let subject, let key): return try property(key.text, of: value(subject, row))
    case .element(let subject, let index): return try element(value(subject, row), value(index, row))
    case .slice(let subject, let from, let to):
      return try slice(
        value(subject, row), from.map { try value($0, row) } ?? .integer(0), to.map { try value($0, row) })
    case .unary(.not, let operand): return Value(truth: try negation(truth(operand, row)))
    case .unary(.minus, let operand): return try arithmetic(.subtract, .integer(0), value(operand, row))
    case .unary(.plus, let operand): return try value(operand, row)
    case .binary(let operation, let left, let right):
      return try binary(operation, value(left, row), value(right, row))
    case .arithmetic(let first, let steps):
      return try steps.reduce(value(first, row)) { try binary($1.op, $0, value($1.operand, row)) }
    case .logical, .comparison, .nullTest, .labelTest, .quantifier, .patternPredicate:
      return Value(truth: try truth(expression, row))
    case .conditional(let form): return try conditional(form, row)
    case .functionCall(let call): return try function(call, row)
    case .listComprehension(let form): return try comprehension(form, row)
    case .patternComprehension(let form):
      return .list(
        try matches([form.pattern], row).filter { inner in
          guard let predicate = form.predicate else { return true }
          return try truth(predicate, inner) == true
        }.map { try value(form.result, $0) })
    case .reduce(let form): return try reduce(form, row)
    case .subquery(let form): return try subquery(form, row)
    case .parameter, .mapProjection, .countAll, .shortestPath, .typeTest, .caseSubject:
      throw ReferenceStop.unsupported(expression.canonicalText)
    }
  }

  private func negation(_ truth: Bool?) -> Bool? {
    if truth == nil, mistake == .takesUnknownForFalse { return true }
    return truth.map { !$0 }
  }

  /// The truth of a condition; nil is unknown.
  func truth(_ expression: Expression, _ row: ReferenceRow) throws -> Bool? {
    switch expression.kind {
    case .logical(let connective, let operands): return try logical(connective, operands.map { try truth($0, row) })
    case .comparison(let first, let steps): return try comparison(first, steps, row)
    case .nullTest(let operand, let isNegated): return try value(operand, row).isNull != isNegated
    case .labelTest(let subject, let labels):
      switch try value(subject, row) {
      case .null: return nil
      case .node(let id): return try hasLabels(labels, id)
      default: throw ReferenceStop.unsupported("a label test")
      }
    case .quantifier(let form): return try quantifier(form, row)
    case .patternPredicate(let pattern): return try !matches([pattern], row).isEmpty
    default:
      switch try value(expression, row) {
      case .null: return nil
      case .boolean(let flag): return flag
      default: throw ReferenceStop.failure("not a condition")
      }
    }
  }

  private func logical(_ connective: LogicalOperator, _ operands: [Bool?]) throws -> Bool? {
    switch connective {
    case .and: operands.contains(false) ? false : operands.contains(nil) ? nil : true
    case .or: operands.contains(true) ? true : operands.contains(nil) ? nil : false
    case .xor: operands.contains(nil) ? nil : operands.filter { $0 == true }.count % 2 == 1
    }
  }

  private func comparison(_ first: Expression, _ steps: [ComparisonStep], _ row: ReferenceRow) throws -> Bool? {
    var left = try value(first, row)
    var parts: [Bool?] = []
    for step in steps {
      let right = try value(step.operand, row)
      switch step.comparison {
      case .equal: parts.append(left.equals(right))
      case .notEqual: parts.append(left.equals(right).map { !$0 })
      case .less: parts.append(left.compared(to: right).isLess)
      case .lessOrEqual: parts.append(left.compared(to: right).isLessOrEqual)
      case .greater: parts.append(left.compared(to: right).isGreater)
      case .greaterOrEqual: parts.append(left.compared(to: right).isGreaterOrEqual)
      }
      left = right
    }
    return try logical(.and, parts)
  }

  private func quantifier(_ form: QuantifierExpression, _ row: ReferenceRow) throws -> Bool? {
    guard let items = try items(form.list, row) else { return nil }
    let truths = try items.map { try truth(form.predicate, binding(form.variable, $0, row)) }
    switch form.kind {
    case .any: return try logical(.or, truths)
    case .all: return try logical(.and, truths)
    case .none: return try logical(.or, truths).map { !$0 }
    case .single:
      let count = truths.filter { $0 == true }.count
      return count > 1 ? false : truths.contains(nil) ? nil : count == 1
    }
  }

  private func comprehension(_ form: ListComprehension, _ row: ReferenceRow) throws -> Value {
    guard let items = try items(form.list, row) else { return .null }
    var results: [Value] = []
    for item in items {
      let inner = binding(form.variable, item, row)
      if let predicate = form.predicate, try truth(predicate, inner) != true { continue }
      results.append(try form.result.map { try value($0, inner) } ?? item)
    }
    return .list(results)
  }

  private func reduce(_ form: ReduceExpression, _ row: ReferenceRow) throws -> Value {
    guard let items = try items(form.list, row) else { return .null }
    var accumulated = try value(form.initial, row)
    var truths: [Bool?] = []
    for item in items {
      let inner = binding(form.accumulator, accumulated, binding(form.variable, item, row))
      accumulated = try value(form.step, inner)
      if let predicate = form.predicate { truths.append(try truth(predicate, binding(form.accumulator, accumulated, inner))) }
    }
    return form.predicate == nil ? accumulated : Value(truth: try logical(.and, truths))
  }

  private func binding(_ name: Identifier, _ value: Value, _ row: ReferenceRow) -> ReferenceRow {
    var row = row
    row.values[name.text] = value
    return row
  }

  private func items(_ list: Expression, _ row: ReferenceRow) throws -> [Value]? {
    switch try value(list, row) {
    case .null: return nil
    case .list(let items): return items
    default: throw ReferenceStop.failure("not a list")
    }
  }

  private func conditional(_ form: CaseExpression, _ row: ReferenceRow) throws -> Value {
    let subject = try form.subject.map { try value($0, row) }
    for alternative in form.alternatives {
      for condition in alternative.conditions {
        let holds = if let subject { subject.equals(try value(condition, row)) } else { try truth(condition, row) }
        if holds == true { return try value(alternative.result, row) }
      }
    }
    return try form.otherwise.map { try value($0, row) } ?? .null
  }

  private func subquery(_ form: SubqueryExpression, _ row: ReferenceRow) throws -> Value {
    let found = try answer(form.query, from: ReferenceRow(values: row.values), lasting: row.values)
    switch form.kind {
    case .exists: return .boolean(!found.rows.isEmpty)
    case .count: return .integer(Int64(found.rows.count))
    case .collect: return .list(found.rows.compactMap(\.first))
    }
  }
}

extension Literal {
  var value: Value {
    switch self {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    }
  }
}

extension Value {
  /// A truth value; nil is null.
  init(truth: Bool?) { self = truth.map { .boolean($0) } ?? .null }
}
