import Diagnostics
import GraphModel

// What `a.b`, `a[b]`, `a[b..c]` and `a IN b` read from values.

extension FunctionContext {
  /// `value.key`: null where a map, a node or a relationship has no such key.
  func property(_ value: Value, _ key: String) throws(EvaluationError) -> Value {
    switch value {
    case .null: return .null
    case .map(let map): return map[key] ?? .null
    case .node(let node):
      try checkExists(node)
      guard let id = graph.propertyKey(named: key) else { return .null }
      do { return first(try graph.property(id, of: [node])) } catch { throw EvaluationError(error) }
    case .relationship(let relationship):
      try checkExists(relationship)
      guard let id = graph.propertyKey(named: key) else { return .null }
      do { return first(try graph.property(id, of: [relationship])) } catch { throw EvaluationError(error) }
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      if let component = value.temporalComponent(key) { return component }
      throw EvaluationError(
        .argumentError, .invalidArgumentValue,
        "\(value.typeDescription) has no component '\(key)', but \(value.temporalComponentNames.joined(separator: ", "))")
    case .boolean, .integer, .float, .string, .list, .path:
      throw EvaluationError(
        .typeError, .invalidArgumentType, "\(value.typeDescription) has no properties, so none named '\(key)'")
    }
  }

  private func first(_ column: Column) -> Value { column.count > 0 ? column[0] : .null }

  /// `container[index]`: an element of a list, counted from 0, or with a negative index from the end; null beyond either
  /// end. The value of a key of a map, or a property of a node or a relationship.
  func element(of container: Value, at index: Value) throws(EvaluationError) -> Value {
    switch (container, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let items), .integer(let number)):
      let position = number < 0 ? number + Int64(items.count) : number
      return position >= 0 && position < Int64(items.count) ? items[Int(position)] : .null
    case (.list, _):
      throw EvaluationError(
        .typeError, .listElementAccessByNonInteger,
        "an element of a list is read by an integer, not by \(index.typeDescription)")
    case (.map, .string(let key)), (.node, .string(let key)), (.relationship, .string(let key)),
      (.date, .string(let key)), (.localTime, .string(let key)), (.time, .string(let key)),
      (.localDateTime, .string(let key)), (.dateTime, .string(let key)), (.duration, .string(let key)):
      return try property(container, key)
    case (.map, _), (.node, _), (.relationship, _):
      throw EvaluationError(
        .typeError, .mapElementAccessByNonString,
        "a value of \(container.typeDescription) is read by a string, not by \(index.typeDescription)")
    default:
      throw .wrongOperand("the operator []", container, expected: "a list, a map, a node or a relationship")
    }
  }
}

/// `list[from..to]`, up to but not including `to`; a bound that is nil was left out. Negative bounds count from the end,
/// and what is beyond an end is cut.
func slice(_ list: Value, from: Value?, to: Value?) throws(EvaluationError) -> Value {
  if list.isNull || from?.isNull == true || to?.isNull == true { return .null }
  guard case .list(let items) = list else { throw .wrongOperand("the operator [..]", list, expected: "a list") }
  func bound(_ value: Value?, _ missing: Int) throws(EvaluationError) -> Int {
    guard let value else { return missing }
    guard case .integer(let number) = value else {
      throw .wrongOperand("the operator [..]", value, expected: "integers as bounds")
    }
    let position = number < 0 ? number + Int64(items.count) : number
    return Int(max(0, min(Int64(items.count), position)))
  }
  let (start, end) = (try bound(from, 0), try bound(to, items.count))
  return .list(start < end ? Array(items[start..<end]) : [])
}

/// `value IN list`: true where an element equals the value, null where one might, else false.
func isIn(_ value: Value, _ list: Value) throws(EvaluationError) -> Bool? {
  if list.isNull { return nil }
  guard case .list(let items) = list else { throw .wrongOperand("the operator IN", list, expected: "a list") }
  return value.isAny(of: items)
}

extension Value {
  /// Whether it equals one of some values; nil where that is not known.
  func isAny(of items: [Value]) -> Bool? {
    var unknown = false
    for item in items {
      switch equals(item) {
      case true?: return true
      case nil: unknown = true
      case false?: break
      }
    }
    return unknown ? nil : false
  }
}
