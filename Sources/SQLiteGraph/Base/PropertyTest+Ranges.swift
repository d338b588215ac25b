import GraphModel

/// The numbers that pass a test.
enum PassingNumbers<Number: Comparable> {
  case none
  case within(ClosedRange<Number>)
  /// Those of a list, which ascends; there are some.
  case among([Number])
  case allBut(Number)

  init(_ range: ClosedRange<Number>?) { self = range.map { .within($0) } ?? .none }
  init(_ list: [Number]) { self = list.isEmpty ? .none : .among(list) }

  /// Up to so many are looked at one by one.
  static var fewNumbers: Int { 8 }
}

extension PropertyTest {
  /// Which integers pass; nil where no range says that.
  var integers: PassingNumbers<Int64>? {
    if relation == .isIn { return PassingNumbers(soughtIntegers) }
    guard relation.isComparison, case .integer(let limit) = value else { return nil }
    if relation == .notEqual { return .allBut(limit) }
    return PassingNumbers(relation.range(limit))
  }

  /// Which dates pass, as days since 1970-01-01; nil where no range says that.
  var days: PassingNumbers<Int64>? {
    if relation == .isIn { return PassingNumbers(soughtDays) }
    guard relation.isComparison, case .date(let limit) = value else { return nil }
    if relation == .notEqual { return .allBut(limit.daysSinceEpoch) }
    return PassingNumbers(relation.range(limit.daysSinceEpoch))
  }

  /// Which floats pass; nil where no range says that.
  var floats: PassingNumbers<Double>? {
    guard relation.isComparison else { return nil }
    switch value {
    case .float(let limit) where !limit.isNaN: return floats(limit)
    // Up to here each integer is a float.
    case .integer(let whole) where whole.magnitude <= 1 << 53: return floats(Double(whole))
    default: return nil
    }
  }

  private func floats(_ limit: Double) -> PassingNumbers<Double> {
    relation == .notEqual ? .allBut(limit) : PassingNumbers(relation.range(limit))
  }
}

extension PropertyTest.Relation {
  fileprivate var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .isIn, .startsWith, .endsWith, .contains, .matches, .exists: false
    }
  }

  /// The numbers that pass a comparison; nil where none does.
  fileprivate func range(_ limit: Int64) -> ClosedRange<Int64>? {
    switch self {
    case .equal: limit...limit
    case .less: limit == .min ? nil : Int64.min...(limit - 1)
    case .lessOrEqual: Int64.min...limit
    case .greater: limit == .max ? nil : (limit + 1)...Int64.max
    case .greaterOrEqual: limit...Int64.max
    case .notEqual, .isIn, .startsWith, .endsWith, .contains, .matches, .exists: nil
    }
  }

  /// The same for floats. NaN is in no range, and the limit is not NaN.
  fileprivate func range(_ limit: Double) -> ClosedRange<Double>? {
    switch self {
    case .equal: limit...limit
    case .less: limit == -.infinity ? nil : -Double.infinity...limit.nextDown
    case .lessOrEqual: -Double.infinity...limit
    case .greater: limit == .infinity ? nil : limit.nextUp...Double.infinity
    case .greaterOrEqual: limit...Double.infinity
    case .notEqual, .isIn, .startsWith, .endsWith, .contains, .matches, .exists: nil
    }
  }
}
