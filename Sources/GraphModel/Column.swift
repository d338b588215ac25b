/// The values of one variable or expression for the rows of a batch.
///
/// A column is typed where its rows are; where types mix, or lists, maps, paths and temporal values occur, it is `values`.
/// `valid` marks the rows that hold a value; nil means that all do. The number in a null row is not to be read.
@frozen
public enum Column: Sendable {
  case nodes([NodeID], valid: [Bool]?)
  case relationships([RelationshipID], valid: [Bool]?)
  case integers([Int64], valid: [Bool]?)
  case floats([Double], valid: [Bool]?)
  case booleans([Bool], valid: [Bool]?)
  case strings([String], valid: [Bool]?)
  /// Texts by their numbers in a dictionary, where they repeat.
  case coded([UInt32], TextDictionary, valid: [Bool]?)
  case values([Value])

  /// The number of rows.
  @inlinable
  public var count: Int {
    switch self {
    case .nodes(let column, _): column.count
    case .relationships(let column, _): column.count
    case .integers(let column, _): column.count
    case .floats(let column, _): column.count
    case .booleans(let column, _): column.count
    case .strings(let column, _): column.count
    case .coded(let column, _, _): column.count
    case .values(let column): column.count
    }
  }

  /// The value of a row.
  @inlinable
  public subscript(row: Int) -> Value {
    switch self {
    case .nodes(let column, let valid): valid?[row] == false ? .null : .node(column[row])
    case .relationships(let column, let valid): valid?[row] == false ? .null : .relationship(column[row])
    case .integers(let column, let valid): valid?[row] == false ? .null : .integer(column[row])
    case .floats(let column, let valid): valid?[row] == false ? .null : .float(column[row])
    case .booleans(let column, let valid): valid?[row] == false ? .null : .boolean(column[row])
    case .strings(let column, let valid): valid?[row] == false ? .null : .string(column[row])
    case .coded(let column, let dictionary, let valid):
      valid?[row] == false ? .null : .string(dictionary.texts[Int(column[row])])
    case .values(let column): column[row]
    }
  }

  /// The rows named, in that order; a row may be named several times.
  @inlinable
  public func gathered(_ rows: [Int]) -> Column {
    func pick<T>(_ column: [T]) -> [T] { rows.map { column[$0] } }
    switch self {
    case .nodes(let column, let valid): return .nodes(pick(column), valid: valid.map(pick))
    case .relationships(let column, let valid): return .relationships(pick(column), valid: valid.map(pick))
    case .integers(let column, let valid): return .integers(pick(column), valid: valid.map(pick))
    case .floats(let column, let valid): return .floats(pick(column), valid: valid.map(pick))
    case .booleans(let column, let valid): return .booleans(pick(column), valid: valid.map(pick))
    case .strings(let column, let valid): return .strings(pick(column), valid: valid.map(pick))
    case .coded(let column, let dictionary, let valid): return .coded(pick(column), dictionary, valid: valid.map(pick))
    case .values(let column): return .values(pick(column))
    }
  }

  /// The same values in the narrowest form that holds them all.
  public static func narrowest(_ values: [Value]) -> Column {
    var valid: [Bool]?
    func masked<T>(_ neutral: T, _ read: (Value) -> T?) -> ([T], [Bool]?)? {
      var out: [T] = []
      out.reserveCapacity(values.count)
      for (row, value) in values.enumerated() {
        if let item = read(value) {
          out.append(item)
        } else if case .null = value {
          if valid == nil { valid = [Bool](filledWith: true, count: values.count) }
          valid?[row] = false
          out.append(neutral)
        } else {
          return nil
        }
      }
      return (out, valid)
    }
    switch values.first(where: { !$0.isNull }) {
    case .node?:
      if let (column, valid) = masked(NodeID(0), { if case .node(let id) = $0 { id } else { nil } }) {
        return .nodes(column, valid: valid)
      }
    case .relationship?:
      if let (column, valid) = masked(
        RelationshipID(0), { if case .relationship(let id) = $0 { id } else { nil } })
      {
        return .relationships(column, valid: valid)
      }
    case .integer?:
      if let (column, valid) = masked(Int64(0), { if case .integer(let number) = $0 { number } else { nil } }) {
        return .integers(column, valid: valid)
      }
    case .float?:
      if let (column, valid) = masked(0.0, { if case .float(let number) = $0 { number } else { nil } }) {
        return .floats(column, valid: valid)
      }
    case .boolean?:
      if let (column, valid) = masked(false, { if case .boolean(let flag) = $0 { flag } else { nil } }) {
        return .booleans(column, valid: valid)
      }
    case .string?:
      if let (column, valid) = masked("", { if case .string(let text) = $0 { text } else { nil } }) {
        return .strings(column, valid: valid)
      }
    default: break
    }
    return .values(values)
  }
}

/// About ``Batch/capacity`` rows, column by column. Which column holds which variable is known to the plan, not to the batch.
@frozen
public struct Batch: Sendable {
  /// The number of rows that an operator aims for.
  public static let capacity = 1024

  public var columns: [Column]
  public var count: Int

  @inlinable
  public init(columns: [Column], count: Int) {
    self.columns = columns
    self.count = count
  }

  /// The rows named, in that order.
  @inlinable
  public func gathered(_ rows: [Int]) -> Batch {
    Batch(columns: columns.map { $0.gathered(rows) }, count: rows.count)
  }

  /// One row, as values.
  @inlinable
  public func row(_ row: Int) -> [Value] { columns.map { $0[row] } }
}
