/// All functions of the language: the closed set that the binder looks names up in and the engine evaluates, and beside it those
/// that are registered.
///
/// Each family is an enumeration of its own in a file of its own, here and in the engine.
public enum CypherFunction: Hashable, Sendable {
  case predicate(PredicateFunction)
  case entity(EntityFunction)
  case list(ListFunction)
  case choice(ChoiceFunction)
  case scalar(ScalarFunction)
  case conversion(ConversionFunction)
  case mathematical(MathematicalFunction)
  case string(StringFunction)
  case temporal(TemporalFunction)
  case partialDate(PartialDateFunction)
  case aggregate(AggregateFunction)
  case registered(RegisteredFunction)

  /// Signatures, documentation and properties. Cost: makes the entry anew; keep it where it is needed often.
  public var entry: FunctionEntry {
    switch self {
    case .predicate(let function): function.entry
    case .entity(let function): function.entry
    case .list(let function): function.entry
    case .choice(let function): function.entry
    case .scalar(let function): function.entry
    case .conversion(let function): function.entry
    case .mathematical(let function): function.entry
    case .string(let function): function.entry
    case .temporal(let function): function.entry
    case .partialDate(let function): function.entry
    case .aggregate(let function): function.entry
    case .registered(let function): function.entry
    }
  }

  /// The function of a name, in whatever case it is written; nil for none.
  public init?(named name: String) {
    guard let function = CypherFunction.byName[name.lowercased()] else { return nil }
    self = function
  }

  /// Whether it makes one value of many rows.
  public var isAggregate: Bool {
    if case .aggregate = self { return true }
    return false
  }

  /// All names and aliases as documented, for suggestions.
  public static let allNames: [String] = allCases.flatMap { [$0.entry.name] + $0.entry.aliases }

  private static let byName: [String: CypherFunction] = {
    var byName: [String: CypherFunction] = [:]
    for function in allCases {
      let entry = function.entry
      for name in [entry.name] + entry.aliases { byName[name.lowercased()] = function }
    }
    return byName
  }()
}

extension CypherFunction: CaseIterable {
  public static let allCases: [CypherFunction] =
    PredicateFunction.allCases.map(CypherFunction.predicate) + EntityFunction.allCases.map(CypherFunction.entity)
    + ListFunction.allCases.map(CypherFunction.list) + ChoiceFunction.allCases.map(CypherFunction.choice)
    + ScalarFunction.allCases.map(CypherFunction.scalar)
    + ConversionFunction.allCases.map(CypherFunction.conversion)
    + MathematicalFunction.allCases.map(CypherFunction.mathematical)
    + StringFunction.allCases.map(CypherFunction.string) + TemporalFunction.allCases.map(CypherFunction.temporal)
    + PartialDateFunction.allCases.map(CypherFunction.partialDate)
    + AggregateFunction.allCases.map(CypherFunction.aggregate)
}
