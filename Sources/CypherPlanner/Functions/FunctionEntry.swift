/// What the catalogue says of a function: enough to check a call, to plan it, and to document it.
public struct FunctionEntry: Sendable {
  /// The name as documentation writes it; calls may write it in any case.
  public var name: String
  /// Other names for the same function.
  public var aliases: [String]
  public var family: FunctionFamily
  /// The ways to call it, the usual one first.
  public var signatures: [FunctionSignature]
  /// Whether equal arguments give equal answers all through a statement, so that a call with constants can be folded.
  public var isDeterministic: Bool
  /// Whether an argument that is known to be of a wrong type is refused before the query runs. Some functions are by
  /// definition only refused when they are evaluated.
  public var isCheckedBeforeExecution: Bool
  /// One sentence without a full stop.
  public var summary: String
  /// A query that shows it.
  public var example: String

  /// Whether it makes one value of many rows.
  public var isAggregate: Bool { family == .aggregating }

  public init(
    _ name: String, aliases: [String] = [], _ family: FunctionFamily, _ signatures: [FunctionSignature],
    isDeterministic: Bool = true, isCheckedBeforeExecution: Bool = true, _ summary: String, _ example: String
  ) {
    self.name = name
    self.aliases = aliases
    self.family = family
    self.signatures = signatures
    self.isDeterministic = isDeterministic
    self.isCheckedBeforeExecution = isCheckedBeforeExecution
    self.summary = summary
    self.example = example
  }
}

/// The chapters of the catalogue.
public enum FunctionFamily: String, Sendable, Hashable, CaseIterable {
  case predicate, entity, list, scalar, conversion, mathematical, string, temporal, aggregating
  /// Those that are not part of the language.
  case registered
}

/// One way to call a function.
public struct FunctionSignature: Hashable, Sendable {
  public var parameters: [Parameter]
  /// Whether the last parameter may be given any number of times more.
  public var isVariadic: Bool
  public var result: ResultRule

  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    public var isOptional: Bool

    public static func required(_ name: String, _ type: ValueType) -> Parameter {
      Parameter(name: name, type: type, isOptional: false)
    }
    public static func optional(_ name: String, _ type: ValueType) -> Parameter {
      Parameter(name: name, type: type, isOptional: true)
    }
  }

  /// How the type of the result follows from those of the arguments.
  public enum ResultRule: Hashable, Sendable {
    case type(ValueType)
    case sameAsFirst
    /// The type of the elements of the first argument.
    case elementOfFirst
    case listOfFirst
    /// The type that holds the values of all arguments.
    case joinOfAll
  }

  public init(_ parameters: [Parameter], variadic: Bool = false, _ result: ResultRule) {
    self.parameters = parameters
    isVariadic = variadic
    self.result = result
  }

  public init(_ parameters: [Parameter], variadic: Bool = false, _ result: ValueType) {
    self.init(parameters, variadic: variadic, .type(result))
  }

  /// How many arguments there must be.
  public var minimumCount: Int { parameters.count { !$0.isOptional } }
  /// How many there may be; nil is without limit.
  public var maximumCount: Int? { isVariadic ? nil : parameters.count }

  /// Whether it can be called with so many arguments.
  public func accepts(count: Int) -> Bool { count >= minimumCount && count <= maximumCount ?? count }

  /// The parameter that an argument is for; nil beyond the last.
  public func parameter(at position: Int) -> Parameter? {
    if position < parameters.count { return parameters[position] }
    return isVariadic ? parameters.last : nil
  }

  func resultType(for arguments: [ValueType]) -> ValueType {
    let first = arguments.first ?? .any
    switch result {
    case .type(let type): return type
    case .sameAsFirst: return first == .null ? .any : first
    case .elementOfFirst:
      if case .list(let element) = first { return element == .null ? .any : element }
      return .any
    case .listOfFirst: return .list(of: first == .null ? .any : first)
    case .joinOfAll: return ValueType.joined(arguments)
    }
  }
}

/// What a call with arguments of known types comes to.
public enum CallResolution: Hashable, Sendable {
  case result(ValueType)
  /// No signature takes so many arguments.
  case wrongCount
  /// The argument at this position cannot be what any signature wants there.
  case wrongType(position: Int, expected: [ValueType])
}

extension FunctionEntry {
  /// Checks a call and says of which type its result is.
  ///
  /// A function that is only checked when it is evaluated (``isCheckedBeforeExecution``) never gives `.wrongType`.
  public func resolve(_ arguments: [ValueType]) -> CallResolution {
    let candidates = signatures.filter { $0.accepts(count: arguments.count) }
    guard !candidates.isEmpty else { return .wrongCount }
    var fitting = candidates
    for (position, argument) in arguments.enumerated() {
      let left = fitting.filter { $0.parameter(at: position)?.type.overlaps(argument) ?? false }
      if left.isEmpty {
        if !isCheckedBeforeExecution { break }
        var expected: [ValueType] = []
        for type in fitting.compactMap({ $0.parameter(at: position)?.type }) where !expected.contains(type) {
          expected.append(type)
        }
        return .wrongType(position: position, expected: expected)
      }
      fitting = left
    }
    return .result(ValueType.joined(fitting.lazy.map { $0.resultType(for: arguments) }))
  }
}
