import CypherPlanner
import GraphModel

extension FunctionCall {
  func evaluate(_ function: ScalarFunction) throws(EvaluationError) -> Value {
    switch function {
    case .coalesce: return arguments.first { !$0.isNull } ?? .null
    case .nullIf: return self[0].equals(self[1]) == true ? .null : self[0]
    case .valueType: return .string(ValueType.nameWithNullability(self[0]))
    case .timestamp: return .integer(context.clock.statement.milliseconds)
    case .randomUUID: return .string(randomUUID())
    }
  }

  /// A version 4 UUID (RFC 9562, section 5.4).
  private func randomUUID() -> String {
    let high = context.random.next() & ~0xF000 | 0x4000
    let low = context.random.next() & ~(0xC000 << 48) | 0x8000 << 48
    let digits = hexadecimal(high) + hexadecimal(low)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(position) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ValueType {
  /// The name of the type of a value as ISO GQL writes it: values that cannot be null carry `NOT NULL`.
  fileprivate static func nameWithNullability(_ value: Value) -> String {
    guard case .list(let items) = value else { return value.isNull ? "NULL" : "\(ValueType(of: value)) NOT NULL" }
    var names: [String] = []
    for item in items {
      let name = nameWithNullability(item)
      if !names.contains(name) { names.append(name) }
    }
    let element = names.isEmpty ? "NOTHING" : names.sorted().joined(separator: " | ")
    return "LIST<\(element)> NOT NULL"
  }
}
