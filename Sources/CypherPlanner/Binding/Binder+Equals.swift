import Diagnostics

/// `n.key = 1 OR n.key = $k OR n.key = 3` is asked as `n.key IN [1, $k, 3]`, which an index answers and a scan tests at once. In three values,
/// too, both are the same.
extension Binder {
  /// What a condition compares with a value that cannot fail: a property of a variable.
  private struct Equal {
    let variable: Variable
    let key: String
    let property: BoundExpression
    let value: BoundExpression

    init?(_ condition: BoundExpression) {
      guard case .comparison(.equal, let a, let b) = condition.kind else { return nil }
      guard let (property, value) = b.isConstant ? (a, b) : a.isConstant ? (b, a) : nil,
        case .property(let subject, let key) = property.kind, case .variable(let variable) = subject.kind
      else { return nil }
      (self.variable, self.key, self.property, self.value) = (variable, key, property, value)
    }
  }

  /// The alternatives, with those that compare the same property gathered where the first of them stands.
  static func gatheringEquals(in alternatives: [BoundExpression]) -> [BoundExpression] {
    var gathered: [(condition: BoundExpression, equals: [Equal])] = []
    var places: [Variable: [String: Int]] = [:]
    for condition in alternatives {
      guard let equal = Equal(condition) else {
        gathered.append((condition, []))
        continue
      }
      if let place = places[equal.variable]?[equal.key] {
        gathered[place].equals.append(equal)
      } else {
        places[equal.variable, default: [:]][equal.key] = gathered.count
        gathered.append((condition, [equal]))
      }
    }
    return gathered.map { condition, equals in
      guard equals.count > 1 else { return condition }
      let span = condition.span.union(equals[equals.count - 1].value.span)
      let list = BoundExpression(.list(equals.map(\.value)), span: span, type: .list(of: ValueType.joined(equals.lazy.map(\.value.type))))
      return BoundExpression(.isIn(equals[0].property, list), span: span, type: .boolean)
    }
  }
}

extension BoundExpression {
  fileprivate var isConstant: Bool {
    switch kind {
    case .literal, .parameter: true
    default: false
    }
  }
}
