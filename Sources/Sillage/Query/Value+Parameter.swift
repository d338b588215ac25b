extension Value {
  /// A value that was given from outside; nodes, relationships and paths cannot be given.
  init(parameter value: ResultValue) throws(ParameterError) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .list(let items):
      self = .list(try items.map { item throws(ParameterError) in try Value(parameter: item) })
    case .map(let fields):
      self = .map(
        ValueMap(try fields.map { field throws(ParameterError) in (field.name, try Value(parameter: field.value)) }))
    case .temporal(let kind, let text): self = try Value.temporal(kind, text)
    case .node, .relationship, .path:
      throw ParameterError("a parameter cannot hold a node, a relationship or a path")
    }
  }

  private static func temporal(_ kind: TemporalKind, _ text: String) throws(ParameterError) -> Value {
    do throws(TemporalError) {
      switch kind {
      case .date: return .date(try CalendarDate(parsing: text))
      case .localTime: return .localTime(try LocalTime(parsing: text))
      case .localDateTime: return .localDateTime(try LocalDateTime(parsing: text))
      case .time: return .time(try MachineClock().time(parsing: text, default: .utc, now: MachineClock.now()))
      case .dateTime: return .dateTime(try MachineClock().dateTime(parsing: text, default: .utc))
      case .duration: return .duration(try CalendarDuration(parsing: text))
      }
    } catch { throw ParameterError("\"\(text)\" is no \(kind.rawValue): \(error.message)") }
  }
}
