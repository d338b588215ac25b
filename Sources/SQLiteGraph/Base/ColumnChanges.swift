import GraphModel

/// The values of one property that differ from those of the base, or may, by ascending id.
struct ColumnChanges {
  let ids: [Int]
  /// Null for ids that do not have the property any more.
  let values: [Value]

  /// `gone`: ids that have nothing any more; none of them is among the others.
  init(_ changed: [(id: Int, value: Value)], gone: [Int]) {
    let all = gone.isEmpty ? changed : (changed + gone.map { (id: $0, value: .null) }).sorted { $0.id < $1.id }
    ids = all.map(\.id)
    values = all.map(\.value)
  }

  /// Whether any id has the property by these changes.
  var haveValues: Bool { values.contains { !$0.isNull } }

  /// Where those of a part stand.
  func places(in ids: Range<Int>) -> Range<Int> {
    let first = self.ids.firstPlace(notBelow: ids.lowerBound)
    return first..<max(first, self.ids.firstPlace(notBelow: ids.upperBound))
  }

  /// In what kind of column base and changes find room. `kind`: that of the base; nil where it does not have the property.
  func kind(_ kind: ColumnKind?) -> ColumnKind {
    guard let kind = kind ?? values.lazy.compactMap(ColumnKind.init(of:)).first else { return .mixed }
    return values.allSatisfy { $0.isNull || ColumnKind(of: $0) == kind } ? kind : .mixed
  }

  /// The bounds of the parts of the base, widened, with those of further parts; nil where the kind has none.
  func bounds(_ base: PartBounds?, of kind: ColumnKind, parts: Int) -> PartBounds? {
    guard kind != .mixed, var bounds = base else { return nil }
    bounds.lengthen(to: parts)
    for (id, value) in zip(ids, values) {
      switch value {
      case .null: continue
      case .integer(let number): bounds.widen(BasePart.of(id), to: number)
      case .date(let date): bounds.widen(BasePart.of(id), to: date.daysSinceEpoch)
      case .float(let number): bounds.widen(BasePart.of(id), to: PartBounds.number(number))
      default: return nil
      }
    }
    return bounds
  }
}

extension ColumnKind {
  /// The narrowest kind that holds a value; nil for null.
  fileprivate init?(of value: Value) {
    switch value {
    case .null: return nil
    case .integer: self = .integers
    case .date: self = .dates
    case .float: self = .floats
    case .boolean: self = .booleans
    case .string: self = .texts
    default: self = .mixed
    }
  }
}
