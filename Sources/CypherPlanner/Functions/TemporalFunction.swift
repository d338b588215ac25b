public import GraphModel

/// Functions that make, cut and subtract points in time and durations.
public enum TemporalFunction: Hashable, Sendable {
  /// From a map, a string, another point in time, or, without argument, the current moment.
  case make(TemporalType)
  /// The current moment by one of the clocks.
  case now(TemporalType, StatementClock)
  case truncate(TemporalType)
  case fromEpoch, fromEpochMillis
  case duration, between, inMonths, inDays, inSeconds

  /// Which moment is "now".
  public enum StatementClock: String, Hashable, Sendable, CaseIterable {
    /// When the transaction began.
    case transaction
    /// When the statement began.
    case statement
    /// The moment of the call.
    case realtime
  }

  var entry: FunctionEntry {
    switch self {
    case .make(let kind):
      FunctionEntry(
        kind.rawValue, .temporal, [.init([.optional("input", .any)], kind.type)],
        "A \(kind.rawValue) from a map of components, a string or another value, or now", kind.example)
    case .now(let kind, let clock):
      FunctionEntry(
        "\(kind.rawValue).\(clock.rawValue)", .temporal, [.init([.optional("timezone", .string)], kind.type)],
        isDeterministic: clock != .realtime, "The current \(kind.rawValue) by the \(clock.rawValue) clock",
        "RETURN \(kind.rawValue).\(clock.rawValue)()")
    case .truncate(let kind):
      FunctionEntry(
        "\(kind.rawValue).truncate", .temporal,
        [.init([.required("unit", .string), .optional("input", .any), .optional("fields", .map)], kind.type)],
        "A \(kind.rawValue) cut down to a unit, with some fields then set",
        "RETURN \(kind.rawValue).truncate('day', datetime('2024-05-17T10:20:30Z'))")
    case .fromEpoch:
      FunctionEntry(
        "datetime.fromEpoch", .temporal,
        [.init([.required("seconds", .number), .required("nanoseconds", .number)], .dateTime)],
        "The datetime so many seconds and nanoseconds after 1970-01-01T00:00Z", "RETURN datetime.fromEpoch(416779, 0)")
    case .fromEpochMillis:
      FunctionEntry(
        "datetime.fromEpochMillis", .temporal, [.init([.required("milliseconds", .number)], .dateTime)],
        "The datetime so many milliseconds after 1970-01-01T00:00Z", "RETURN datetime.fromEpochMillis(237821673987)")
    case .duration:
      FunctionEntry(
        "duration", .temporal, [.init([.required("input", .any)], .duration)],
        "A duration from a map of components or a string", "RETURN duration({days: 14, hours: 16})")
    case .between: difference("between", "The difference of two points in time in months, days and seconds")
    case .inMonths: difference("inMonths", "The whole months between two points in time")
    case .inDays: difference("inDays", "The whole days between two points in time")
    case .inSeconds: difference("inSeconds", "The time between two points in time in seconds")
    }
  }

  private func difference(_ name: String, _ summary: String) -> FunctionEntry {
    FunctionEntry(
      "duration.\(name)", .temporal, [.init([.required("from", .any), .required("to", .any)], .duration)], summary,
      "RETURN duration.\(name)(date('2024-01-31'), date('2024-03-01'))")
  }
}

extension TemporalType {
  fileprivate var type: ValueType {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    }
  }

  fileprivate var example: String {
    switch self {
    case .date: "RETURN date('2024-05-17')"
    case .localTime: "RETURN localtime('10:20:30')"
    case .time: "RETURN time('10:20:30+01:00')"
    case .localDateTime: "RETURN localdatetime('2024-05-17T10:20:30')"
    case .dateTime: "RETURN datetime('2024-05-17T10:20:30+02:00[Europe/Paris]')"
    }
  }
}

extension TemporalFunction: CaseIterable {
  public static let allCases: [TemporalFunction] =
    TemporalType.allCases.flatMap { kind in
      [.make(kind)] + StatementClock.allCases.map { .now(kind, $0) } + [.truncate(kind)]
    } + [.fromEpoch, .fromEpochMillis, .duration, .between, .inMonths, .inDays, .inSeconds]
}
