import CypherPlanner
import GraphModel

/// `=`, `<>`, `<`, `<=`, `>`, `>=` in three values. Columns of one type without nulls are compared directly.
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
    let a = try left.column(batch, context)
    let b = try right.column(batch, context)
    switch (a, b) {
    case (.integers(let x, nil), .integers(let y, nil)): return .booleans(compare(x, y), valid: nil)
    case (.nodes(let x, nil), .nodes(let y, nil)) where op == .equal || op == .notEqual:
      return .booleans(compare(x, y), valid: nil)
    default: return Truth.column((0..<batch.count).map { answer(a[$0], b[$0]) })
    }
  }

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

  private func answer(_ a: Value, _ b: Value) -> Bool? {
    switch op {
    case .equal: a.equals(b)
    case .notEqual: a.equals(b).map { !$0 }
    case .less: a.compared(to: b).isLess
    case .lessOrEqual: a.compared(to: b).isLessOrEqual
    case .greater: a.compared(to: b).isGreater
    case .greaterOrEqual: a.compared(to: b).isGreaterOrEqual
    }
  }
}
