import CypherPlanner
import GraphModel

/// `=`, `<>`, `<`, `<=`, `>`, `>=` in three values. Columns of one type are compared directly, with one another or with a
/// value that is the same for all rows.
final class ComparisonKernel: Kernel {
  private let op: ComparisonOperator
  private let left: any Kernel
  private let right: any Kernel

  init(_ op: ComparisonOperator, _ left: any Kernel, _ right: any Kernel) {
    self.op = op
    self.left = left
    self.right = right
  }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    if let value = right.constant(context) {
      return compare(try left.column(batch, context), value, op)
    }
    if let value = left.constant(context) {
      return compare(try right.column(batch, context), value, op.mirrored)
    }
    let a = try left.column(batch, context)
    let b = try right.column(batch, context)
    switch (a, b) {
    case (.integers(let x, let validX), .integers(let y, let validY)):
      return .booleans(compare(x, y), valid: Validity.both(validX, validY))
    case (.coded(let x, let first, let validX), .coded(let y, let second, let validY))
    where (op == .equal || op == .notEqual) && first.texts.count + second.texts.count <= x.count:
      let (own, other) = first.numbers(beside: second)
      return .booleans(zip(x, y).map { (own[Int($0)] == other[Int($1)]) == (op == .equal) }, valid: Validity.both(validX, validY))
    case (.strings, .strings), (.strings, .coded), (.coded, .strings), (.coded, .coded):
      guard case .strings(let x, let validX) = a.uncoded, case .strings(let y, let validY) = b.uncoded else { break }
      return .booleans(zip(x, y).map { op.holds($0, $1) }, valid: Validity.both(validX, validY))
    case (.nodes(let x, nil), .nodes(let y, nil)) where op == .equal || op == .notEqual:
      return .booleans(compare(x, y), valid: nil)
    case (.relationships(let x, nil), .relationships(let y, nil)) where op == .equal || op == .notEqual:
      return .booleans(compare(x, y), valid: nil)
    default: break
    }
    return Truth.column((0..<batch.count).map { op.answer(a[$0], b[$0]) })
  }

  func neverFails(_ batch: Batch, _ context: ExecutionContext) -> Bool { left.neverFails(batch, context) && right.neverFails(batch, context) }

  private func compare<T: Comparable>(_ a: [T], _ b: [T]) -> [Bool] {
    switch op {
    case .equal: zip(a, b).map { $0 == $1 }
    case .notEqual: zip(a, b).map { $0 != $1 }
    case .less: zip(a, b).map { $0 < $1 }
    case .lessOrEqual: zip(a, b).map { $0 <= $1 }
    case .greater: zip(a, b).map { $0 > $1 }
    case .greaterOrEqual: zip(a, b).map { $0 >= $1 }
    }
  }

  /// A column with a value for all rows.
  private func compare(_ column: Column, _ value: Value, _ op: ComparisonOperator) -> Column {
    switch (column, value) {
    case (.integers(let numbers, let valid), .integer(let limit)):
      return .booleans(Self.compare(numbers, limit, op), valid: valid)
    case (.floats(let numbers, let valid), .float(let limit)):
      return .booleans(Self.compare(numbers, limit, op), valid: valid)
    case (.strings(let texts, let valid), .string(let limit)):
      return .booleans(texts.map { op.holds($0, limit) }, valid: valid)
    case (.coded(let codes, let dictionary, let valid), .string(let limit)):
      return .booleans(dictionary.map(codes) { op.holds($0, limit) }, valid: valid)
    default: return Truth.column((0..<column.count).map { op.answer(column[$0], value) })
    }
  }

  private static func compare<T: Comparable>(_ column: [T], _ limit: T, _ op: ComparisonOperator) -> [Bool] {
    switch op {
    case .equal: column.map { $0 == limit }
    case .notEqual: column.map { $0 != limit }
    case .less: column.map { $0 < limit }
    case .lessOrEqual: column.map { $0 <= limit }
    case .greater: column.map { $0 > limit }
    case .greaterOrEqual: column.map { $0 >= limit }
    }
  }
}

extension ComparisonOperator {
  fileprivate func holds(_ a: String, _ b: String) -> Bool {
    switch self {
    case .equal: a.hasSameCodePoints(as: b)
    case .notEqual: !a.hasSameCodePoints(as: b)
    case .less: a.codePointOrder(against: b) == .ascending
    case .lessOrEqual: a.codePointOrder(against: b) != .descending
    case .greater: a.codePointOrder(against: b) == .descending
    case .greaterOrEqual: a.codePointOrder(against: b) != .ascending
    }
  }

  fileprivate func answer(_ a: Value, _ b: Value) -> Bool? {
    switch self {
    case .equal: a.equals(b)
    case .notEqual: a.equals(b).map { !$0 }
    case .less: a.compared(to: b).isLess
    case .lessOrEqual: a.compared(to: b).isLessOrEqual
    case .greater: a.compared(to: b).isGreater
    case .greaterOrEqual: a.compared(to: b).isGreaterOrEqual
    }
  }
}
