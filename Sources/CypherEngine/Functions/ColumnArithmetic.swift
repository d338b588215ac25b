import CypherPlanner
import GraphModel

extension ArithmeticOperator {
  /// The results for two columns of numbers; nil for any other, and where a row fails, so that the rows are gone through one by one and the
  /// error tells of the first.
  func evaluate(_ left: Column, _ right: Column) -> Column? {
    switch (left, right) {
    case (.integers(let a, let validA), .integers(let b, let validB)):
      let valid = Validity.both(validA, validB)
      if self == .power { return .floats(floats(a.map { Double($0) }, b.map { Double($0) }), valid: valid) }
      return integers(a, b, valid).map { .integers($0, valid: valid) }
    case (.floats(let a, let validA), .floats(let b, let validB)):
      return .floats(floats(a, b), valid: Validity.both(validA, validB))
    case (.integers(let a, let validA), .floats(let b, let validB)):
      return .floats(floats(a.map { Double($0) }, b), valid: Validity.both(validA, validB))
    case (.floats(let a, let validA), .integers(let b, let validB)):
      return .floats(floats(a, b.map { Double($0) }), valid: Validity.both(validA, validB))
    default: return nil
    }
  }

  private func integers(_ a: [Int64], _ b: [Int64], _ valid: [Bool]?) -> [Int64]? {
    switch self {
    case .add: return checked(a, b, valid) { $0.addingReportingOverflow($1) }
    case .subtract: return checked(a, b, valid) { $0.subtractingReportingOverflow($1) }
    case .multiply: return checked(a, b, valid) { $0.multipliedReportingOverflow(by: $1) }
    case .divide: return checked(a, b, valid) { $0.dividedReportingOverflow(by: $1) }
    case .remainder: return checked(a, b, valid) { $1 == -1 ? (0, false) : $0.remainderReportingOverflow(dividingBy: $1) }
    case .power: return nil
    }
  }

  /// Nil where a row that holds numbers overflows. What is made of the other rows is not to be read.
  @inline(__always)
  private func checked(
    _ a: [Int64], _ b: [Int64], _ valid: [Bool]?, _ work: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> [Int64]? {
    var results = a
    var hasFailed = false
    for at in results.indices {
      let (result, overflows) = work(results[at], b[at])
      results[at] = result
      if overflows, valid?[at] != false { hasFailed = true }
    }
    return hasFailed ? nil : results
  }

  private func floats(_ a: [Double], _ b: [Double]) -> [Double] {
    switch self {
    case .add: zip(a, b).map { $0 + $1 }
    case .subtract: zip(a, b).map { $0 - $1 }
    case .multiply: zip(a, b).map { $0 * $1 }
    case .divide: zip(a, b).map { $0 / $1 }
    case .remainder, .power: zip(a, b).map { float($0, $1) }
    }
  }
}

/// Which rows of columns hold a value; nil where all do.
enum Validity {
  /// The rows in which both columns hold one.
  static func both(_ a: [Bool]?, _ b: [Bool]?) -> [Bool]? {
    guard let a, let b else { return a ?? b }
    return zip(a, b).map { $0 && $1 }
  }
}
