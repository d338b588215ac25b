import CypherPlanner
import Diagnostics
import GraphModel

extension FunctionCall {
  func evaluate(_ function: TemporalFunction) throws(EvaluationError) -> Value {
    if hasNull { return .null }
    do {
      switch function {
      case .make(let type):
        let setting = context.setting(now: context.clock.statement)
        return has(0) ? try setting.make(type, from: self[0]) : try setting.current(type)
      case .now(let type, let clock): return try current(type, clock)
      case .truncate(let type): return try truncate(type)
      case .fromEpoch: return .dateTime(try fromEpoch())
      case .fromEpochMillis:
        let milliseconds = try wholeNumber(0, "datetime.fromEpochMillis")
        return .dateTime(try context.zones.show(Instant(milliseconds: milliseconds), in: .utc))
      case .duration: return .duration(try duration())
      case .between: return try difference(.mixed)
      case .inMonths: return try difference(.months)
      case .inDays: return try difference(.days)
      case .inSeconds: return try difference(.seconds)
      }
    } catch let error as TemporalError {
      throw EvaluationError(error)
    } catch let error as EvaluationError {
      throw error
    } catch {
      throw EvaluationError(.argumentError, .invalidArgumentValue, "\(error)")
    }
  }

  private func current(_ type: TemporalType, _ clock: TemporalFunction.StatementClock) throws -> Value {
    let now =
      switch clock {
      case .transaction: context.clock.transaction
      case .statement: context.clock.statement
      case .realtime: context.clock.realtime()
      }
    let zone = has(0) ? try context.zones.zone(parsing: string(0, of: "\(type.rawValue).\(clock.rawValue)")) : nil
    return try context.setting(now: now).current(type, in: zone)
  }

  private func truncate(_ type: TemporalType) throws -> Value {
    let setting = context.setting(now: context.clock.statement)
    let unit = try string(0, of: "\(type.rawValue).truncate")
    var fields = ValueMap()
    if has(2) {
      guard case .map(let map) = self[2] else {
        throw EvaluationError.wrongArgument("\(type.rawValue).truncate", self[2], expected: "a map of components")
      }
      fields = map
    }
    let input = has(1) ? self[1] : try setting.current(.dateTime)
    return try setting.truncate(type, to: unit, input, fields: fields)
  }

  private func fromEpoch() throws -> ZonedDateTime {
    let (seconds, part) = (try wholeNumber(0, "datetime.fromEpoch"), try wholeNumber(1, "datetime.fromEpoch"))
    let left = (part % 1_000_000_000 + 1_000_000_000) % 1_000_000_000
    let carried = part / 1_000_000_000 - (part % 1_000_000_000 < 0 ? 1 : 0)
    let (total, overflow) = seconds.addingReportingOverflow(carried)
    if overflow { throw EvaluationError.integerOverflow("datetime.fromEpoch(\(seconds), \(part))") }
    let instant = Instant(seconds: total, nanoseconds: Int32(left))
    return try context.zones.show(instant, in: .utc)
  }

  private func wholeNumber(_ position: Int, _ name: String) throws -> Int64 {
    if case .float(let number) = self[position], let whole = Int64(exactly: number.rounded(.towardZero)) { return whole }
    return try integer(position, of: name)
  }

  private func duration() throws -> CalendarDuration {
    switch self[0] {
    case .duration(let duration): duration
    case .string(let text): try CalendarDuration(parsing: text)
    case .map(let fields): try CalendarDuration(fields: fields)
    case let value: throw EvaluationError.wrongArgument("duration", value, expected: "a map, a string or a duration")
    }
  }

  private func difference(_ kind: TemporalDifference) throws -> Value {
    let setting = context.setting(now: context.clock.statement)
    return .duration(try setting.difference(kind, from: self[0], to: self[1]))
  }
}

extension FunctionContext {
  func setting(now: Instant) -> TemporalSetting {
    TemporalSetting(zones: zones, defaultZone: defaultZone, now: now)
  }
}

extension EvaluationError {
  init(_ error: TemporalError) {
    switch error.kind {
    case .unreadable, .invalidField, .invalidZone:
      self.init(.argumentError, .invalidArgumentValue, error.message)
    case .wrongType: self.init(.typeError, .invalidArgumentValue, error.message)
    case .overflow: self.init(.arithmeticError, .intervalOverflow, error.message)
    case .divisionByZero: self.init(.arithmeticError, .divisionByZero, error.message)
    }
  }
}
