/// A moment, as a clock that knows no zones gives it.
public struct Instant: Hashable, Sendable {
  /// Since 1970-01-01T00:00Z, rounded down.
  public var seconds: Int64
  /// From 0 to 999,999,999.
  public var nanoseconds: Int32

  public init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Since 1970-01-01T00:00Z, rounded down; for moments that are too far from it, the largest or smallest number.
  public var milliseconds: Int64 { Int64(clamping: exactMilliseconds) }

  var exactMilliseconds: Int128 { Int128(seconds) * 1_000 + Int128(nanoseconds / 1_000_000) }

  /// So many milliseconds after 1970-01-01T00:00Z.
  public init(milliseconds: Int64) {
    let seconds = milliseconds.dividedDown(by: 1_000)
    self.init(seconds: seconds, nanoseconds: Int32(milliseconds &- seconds &* 1_000) * 1_000_000)
  }
}

/// How a zone is named: by an offset from UTC or by a name of the IANA database.
public enum TimeZoneReference: Hashable, Sendable {
  /// In seconds; east is positive.
  case offset(Int32)
  case named(String)

  public static let utc = TimeZoneReference.offset(0)
}

extension TimeZoneRules {
  /// The offset of a zone at an instant.
  func offset(of zone: TimeZoneReference, at instant: Int64) throws(TemporalError) -> Int32 {
    switch zone {
    case .offset(let offset): return offset
    case .named(let name):
      guard let offset = offset(of: name, atInstant: instant) else { throw .unknownZone(name) }
      return offset
    }
  }

  /// An instant as the clocks of a zone show it.
  public func show(_ instant: Instant, in zone: TimeZoneReference) throws(TemporalError) -> ZonedDateTime {
    let offset = try offset(of: zone, at: instant.seconds)
    let (local, overflow) = instant.seconds.addingReportingOverflow(Int64(offset))
    if overflow { throw .overflow("the datetime") }
    return ZonedDateTime(
      local: try LocalDateTime(secondsSinceEpoch: local, nanoseconds: instant.nanoseconds), offsetSeconds: offset,
      zone: zone.name)
  }

  /// The moment at which the clocks of a zone show a local time. A time that is skipped when clocks go forward is shown
  /// as much later as the clocks are moved; of one that comes twice, the first is meant.
  public func resolve(_ local: LocalDateTime, in zone: TimeZoneReference) throws(TemporalError) -> ZonedDateTime {
    switch zone {
    case .offset(let offset): return ZonedDateTime(local: local, offsetSeconds: offset)
    case .named(let name):
      guard let offset = offset(of: name, atLocal: local.secondsSinceEpoch) else { throw .unknownZone(name) }
      let seconds = local.secondsSinceEpoch - Int64(offset)
      return try show(Instant(seconds: seconds, nanoseconds: Int32(local.time.nanosecond)), in: zone)
    }
  }

  /// The same instant in another zone.
  func move(_ moment: ZonedDateTime, to zone: TimeZoneReference) throws(TemporalError) -> ZonedDateTime {
    try show(moment.instant, in: zone)
  }
}

extension TimeZoneReference {
  /// The name of a named zone.
  var name: String? {
    if case .named(let name) = self { return name }
    return nil
  }
}

extension TemporalError {
  static func unknownZone(_ name: String) -> TemporalError {
    TemporalError(.invalidZone, "there is no time zone '\(name)'")
  }
}

extension LocalDateTime {
  /// A moment given as the seconds since 1970-01-01T00:00, read as if in UTC.
  init(secondsSinceEpoch seconds: Int64, nanoseconds: Int32) throws(TemporalError) {
    let days = seconds.dividedDown(by: 86_400)
    self.init(
      date: try CalendarDate.inRange(daysSinceEpoch: days),
      time: LocalTime(nanosecondOfDay: (seconds - days * 86_400) * 1_000_000_000 + Int64(nanoseconds)))
  }
}

extension ZonedDateTime {
  /// The moment without its zone.
  public var instant: Instant { Instant(seconds: secondsSinceEpoch, nanoseconds: Int32(local.time.nanosecond)) }

  var zoneReference: TimeZoneReference { zone.map(TimeZoneReference.named) ?? .offset(offsetSeconds) }
}
