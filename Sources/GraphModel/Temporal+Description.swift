/// Texts of points in time and durations: the canonical forms of ISO 8601, which `toString` and results show and which the
/// functions of the same names read back.
enum TemporalText {
  static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number.magnitude)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// A point and the digits of a part of a second, without trailing zeros; empty for 0.
  static func fraction(_ nanoseconds: Int) -> String {
    if nanoseconds == 0 { return "" }
    var digits = padded(nanoseconds, 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
  }

  /// `Z`, `+01:00` or, where the offset has seconds, `+00:53:28`.
  static func offset(_ seconds: Int32) -> String {
    if seconds == 0 { return "Z" }
    let size = Int(seconds.magnitude)
    let text = (seconds < 0 ? "-" : "+") + padded(size / 3_600) + ":" + padded(size / 60 % 60)
    return size % 60 == 0 ? text : text + ":" + padded(size % 60)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2024-05-17`; years above 9999 have a sign.
  public var description: String {
    let civil = civil
    let sign = civil.year < 0 ? "-" : civil.year > 9999 ? "+" : ""
    return sign + TemporalText.padded(Int(civil.year), 4) + "-" + TemporalText.padded(civil.month) + "-"
      + TemporalText.padded(civil.day)
  }
}

extension LocalTime: CustomStringConvertible {
  /// `10:20`, `10:20:30` or `10:20:30.5`, as short as can be.
  public var description: String {
    let text = TemporalText.padded(hour) + ":" + TemporalText.padded(minute)
    if second == 0 && nanosecond == 0 { return text }
    return text + ":" + TemporalText.padded(second) + TemporalText.fraction(nanosecond)
  }
}

extension OffsetTime: CustomStringConvertible {
  /// `10:20+01:00`.
  public var description: String { local.description + TemporalText.offset(offsetSeconds) }
}

extension LocalDateTime: CustomStringConvertible {
  /// `2024-05-17T10:20`.
  public var description: String { "\(date)T\(time)" }
}

extension ZonedDateTime: CustomStringConvertible {
  /// `2024-05-17T10:20+02:00[Europe/Paris]`.
  public var description: String {
    "\(local)" + TemporalText.offset(offsetSeconds) + (zone.map { "[\($0)]" } ?? "")
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// `P1Y2M3DT4H5M6.7S`: only what is not zero, each part with its own sign; `PT0S` for none.
  public var description: String {
    var text = "P"
    func append(_ number: Int64, _ unit: String) { if number != 0 { text += "\(number)\(unit)" } }
    append(months / 12, "Y")
    append(months % 12, "M")
    append(days, "D")
    if seconds != 0 || nanoseconds != 0 {
      text += "T"
      var (whole, part) = (seconds, Int(nanoseconds))
      let isNegative = seconds < 0
      if isNegative && part != 0 {
        whole += 1
        part = 1_000_000_000 - part
      }
      append(whole / 3_600, "H")
      append(whole / 60 % 60, "M")
      if whole % 60 != 0 || part != 0 {
        text += (isNegative ? "-" : "") + "\((whole % 60).magnitude)" + TemporalText.fraction(part) + "S"
      }
    }
    return text == "P" ? "PT0S" : text
  }
}
