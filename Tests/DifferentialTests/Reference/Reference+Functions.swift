import CypherSyntax
import GraphModel

extension Reference {
  func property(_ key: String, of subject: Value) throws -> Value {
    switch subject {
    case .null: return .null
    case .map(let map): return map[key] ?? .null
    case .node, .relationship: return try properties(of: subject)[key] ?? .null
    default: throw ReferenceStop.failure("no properties")
    }
  }

  private func properties(of entity: Value) throws -> [String: Value] {
    switch entity {
    case .node(let id): if let node = graph.nodes[id] { return node.properties }
    case .relationship(let id): if let relationship = graph.relationships[id] { return relationship.properties }
    default: break
    }
    throw ReferenceStop.failure("deleted")
  }

  func element(_ subject: Value, _ index: Value) throws -> Value {
    switch (subject, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let items), .integer(let at)):
      let position = at < 0 ? Int(at) + items.count : Int(at)
      return items.indices.contains(position) ? items[position] : .null
    case (_, .string(let key)): return try property(key, of: subject)
    default: throw ReferenceStop.failure("no elements")
    }
  }

  func slice(_ subject: Value, _ from: Value, _ to: Value?) throws -> Value {
    guard case .list(let items) = subject else {
      if subject.isNull { return .null }
      throw ReferenceStop.failure("not a list")
    }
    func position(_ value: Value) -> Int? {
      guard case .integer(let at) = value else { return nil }
      return min(max(at < 0 ? Int(at) + items.count : Int(at), 0), items.count)
    }
    guard let lower = position(from), let upper = to.map(position) ?? items.count else { return .null }
    return .list(lower < upper ? Array(items[lower..<upper]) : [])
  }

  func binary(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    switch operation {
    case .in: return Value(truth: try contains(right, left))
    case .startsWith, .endsWith, .contains:
      guard case .string(let text) = left, case .string(let part) = right else { return .null }
      switch operation {
      case .startsWith: return .boolean(text.hasPrefix(part))
      case .endsWith: return .boolean(text.hasSuffix(part))
      default: return .boolean(part.isEmpty || text.contains(part))
      }
    case .matches, .concatenate: throw ReferenceStop.unsupported(operation.rawValue)
    default: return try arithmetic(operation, left, right)
    }
  }

  private func contains(_ list: Value, _ item: Value) throws -> Bool? {
    guard case .list(let items) = list else {
      if list.isNull { return nil }
      throw ReferenceStop.failure("IN of what is not a list")
    }
    let truths = items.map { $0.equals(item) }
    return truths.contains(true) ? true : truths.contains(nil) ? nil : false
  }

  func arithmetic(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
    switch (left, right) {
    case (.list(let a), .list(let b)) where operation == .add: return .list(a + b)
    case (.null, _), (_, .null): return .null
    case (.list(let a), let b) where operation == .add: return .list(a + [b])
    case (let a, .list(let b)) where operation == .add: return .list([a] + b)
    case (.string(let a), .string(let b)) where operation == .add: return .string(a + b)
    case (.integer(let a), .integer(let b)): return try whole(operation, a, b)
    case (.integer(let a), .float(let b)): return try real(operation, Double(a), b)
    case (.float(let a), .integer(let b)): return try real(operation, a, Double(b))
    case (.float(let a), .float(let b)): return try real(operation, a, b)
    default: throw ReferenceStop.failure("no arithmetic on these")
    }
  }

  private func whole(_ operation: BinaryOperator, _ a: Int64, _ b: Int64) throws -> Value {
    if b == 0, operation == .divide || operation == .modulo { throw ReferenceStop.failure("division by zero") }
    let (result, overflow) =
      switch operation {
      case .add: a.addingReportingOverflow(b)
      case .subtract: a.subtractingReportingOverflow(b)
      case .multiply: a.multipliedReportingOverflow(by: b)
      case .divide: a.dividedReportingOverflow(by: b)
      case .modulo: a.remainderReportingOverflow(dividingBy: b)
      default: throw ReferenceStop.unsupported(operation.rawValue)
      }
    if overflow { throw ReferenceStop.failure("overflow") }
    return .integer(result)
  }

  private func real(_ operation: BinaryOperator, _ a: Double, _ b: Double) throws -> Value {
    switch operation {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide: return .float(a / b)
    default: throw ReferenceStop.unsupported(operation.rawValue)
    }
  }

  func function(_ call: FunctionCall, _ row: ReferenceRow) throws -> Value {
    let name = call.name.text.lowercased()
    if name == "coalesce" {
      for argument in call.arguments {
        let value = try value(argument, row)
        if !value.isNull { return value }
      }
      return .null
    }
    let arguments = try call.arguments.map { try value($0, row) }
    if name == "range", case .integer(let from) = arguments[0], case .integer(let to) = arguments[1] {
      return .list(from <= to ? (from...to).map { .integer($0) } : [])
    }
    guard let argument = arguments.first else { throw ReferenceStop.unsupported(name) }
    if argument.isNull { return .null }
    switch (name, argument) {
    case ("exists", let truth): return truth
    case ("size", .list(let items)): return .integer(Int64(items.count))
    case ("size", .string(let text)): return .integer(Int64(text.count))
    case ("head", .list(let items)): return items.first ?? .null
    case ("last", .list(let items)): return items.last ?? .null
    case ("tail", .list(let items)): return .list(Array(items.dropFirst()))
    case ("reverse", .list(let items)): return .list(items.reversed())
    case ("abs", .integer(let number)): return .integer(abs(number))
    case ("toupper", .string(let text)): return .string(text.uppercased())
    case ("tostring", .integer(let number)): return .string(String(number))
    case ("length", .path(let path)): return .integer(Int64(path.relationships.count))
    case ("nodes", .path(let path)): return .list(path.nodes.map { .node($0) })
    case ("relationships", .path(let path)): return .list(path.relationships.map { .relationship($0) })
    case ("keys", _): return .list(try properties(of: argument).keys.sorted().map { .string($0) })
    case ("properties", _): return .map(ValueMap(try properties(of: argument).map { ($0.key, $0.value) }))
    default: return try entityFunction(name, argument)
    }
  }

  private func entityFunction(_ name: String, _ argument: Value) throws -> Value {
    switch argument {
    case .node(let id) where name == "labels":
      guard let node = graph.nodes[id] else { throw ReferenceStop.failure("deleted") }
      return .list(node.labels.sorted().map { .string($0) })
    case .relationship(let id):
      guard let relationship = graph.relationships[id] else { throw ReferenceStop.failure("deleted") }
      switch name {
      case "type": return .string(relationship.type)
      case "startnode": return .node(relationship.start)
      case "endnode": return .node(relationship.end)
      default: throw ReferenceStop.unsupported(name)
      }
    default: throw ReferenceStop.unsupported(name)
    }
  }
}
