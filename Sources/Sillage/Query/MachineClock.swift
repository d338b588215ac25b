import Foundation

/// The clock of the machine and the time zones that it knows, through Foundation, which carries its own zone data.
struct MachineClock: TimeZoneRules {
  static func now() -> Instant {
    let seconds = Date().timeIntervalSince1970
    let whole = seconds.rounded(.down)
    return Instant(seconds: Int64(whole), nanoseconds: Int32((seconds - whole) * 1_000_000_000))
  }

  func offset(of zone: String, atInstant secondsSinceEpoch: Int64) -> Int32? {
    guard let zone = TimeZone(identifier: zone) else { return nil }
    return Int32(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(secondsSinceEpoch))))
  }

  func offset(of zone: String, atLocal secondsSinceEpoch: Int64) -> Int32? {
    guard let zone = TimeZone(identifier: zone) else { return nil }
    func offset(_ instant: Int64) -> Int64 {
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))))
    }
    // The offsets half a day before and after bracket any change; the earlier one counts where both fit or neither does.
    let before = offset(secondsSinceEpoch - 43_200 - offset(secondsSinceEpoch - 43_200))
    let after = offset(secondsSinceEpoch + 43_200 - offset(secondsSinceEpoch + 43_200))
    if offset(secondsSinceEpoch - before) == before { return Int32(before) }
    if offset(secondsSinceEpoch - after) == after { return Int32(after) }
    return Int32(before)
  }
}
