public import GraphModel

/// What is known of the type of an expression before a query runs.
public indirect enum ValueType: Hashable, Sendable {
  /// Nothing is known.
  case any
  /// Always null.
  case null
  case boolean
  case integer
  case float
  /// Integer or float.
  case number
  case string
  case list(of: ValueType)
  case map
  case node
  case relationship
  case path
  case date
  case localTime
  case time
  case localDateTime
  case dateTime
  case duration

  /// The type of a value; lists are looked into.
  public init(of value: Value) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .list(let items): self = .list(of: ValueType.joined(items.lazy.map(ValueType.init(of:))))
    case .map: self = .map
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    case .date: self = .date
    case .localTime: self = .localTime
    case .time: self = .time
    case .localDateTime: self = .localDateTime
    case .dateTime: self = .dateTime
    case .duration: self = .duration
    }
  }

  /// Whether some value is of both types. Null is of every type, and the empty list is a list of anything.
  public func overlaps(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null): true
    case (.number, .integer), (.number, .float), (.integer, .number), (.float, .number): true
    case (.list, .list): true
    default: self == other
    }
  }

  /// The narrowest type that holds the values of both.
  public func joined(with other: ValueType) -> ValueType {
    switch (self, other) {
    case (.null, let type), (let type, .null): type
    case (.integer, .float), (.float, .integer), (.number, .integer), (.number, .float), (.integer, .number),
      (.float, .number):
      .number
    case (.list(let a), .list(let b)): .list(of: a.joined(with: b))
    default: self == other ? self : .any
    }
  }

  /// The narrowest type that holds the values of all; `.any` for none.
  public static func joined(_ types: some Sequence<ValueType>) -> ValueType {
    var joined: ValueType?
    for type in types {
      joined = joined?.joined(with: type) ?? type
      if joined == .any { return .any }
    }
    return joined ?? .any
  }
}

extension ValueType: CustomStringConvertible {
  /// The name as a message shows it, such as `LIST<INTEGER>`.
  public var description: String {
    switch self {
    case .any: "ANY"
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .number: "NUMBER"
    case .string: "STRING"
    case .list(let element): "LIST<\(element)>"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "DATETIME"
    case .duration: "DURATION"
    }
  }
}
