import CypherPlanner
import GraphModel

extension FunctionCall {
  func evaluate(_ function: ScalarFunction) throws(EvaluationError) -> Value {
    switch function {
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
    value.isNull ? "NULL" : bareName(value) + " NOT NULL"
  }

  /// The name without its last `NOT NULL`. A list names the types of its elements in the order of the standard; where one
  /// of them is null, none carries `NOT NULL`.
  private static func bareName(_ value: Value) -> String {
    guard case .list(let items) = value else {
      return switch ValueType(of: value) {
      case .time: "ZONED TIME"
      case .dateTime: "ZONED DATETIME"
      case let type: "\(type)"
      }
    }
    let mayBeNull = items.contains(where: \.isNull)
    let names = Set(items.filter { !$0.isNull }.map(bareName)).sorted { (rank($0), $0) < (rank($1), $1) }
    if names.isEmpty { return mayBeNull ? "LIST<NULL>" : "LIST<NOTHING>" }
    return "LIST<" + names.map { mayBeNull ? $0 : $0 + " NOT NULL" }.joined(separator: " | ") + ">"
  }

  private static func rank(_ name: String) -> Int {
    let order = [
      "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME",
      "DURATION", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH",
    ]
    return order.firstIndex { name == $0 || name.hasPrefix($0 + "<") } ?? order.count
  }
}
