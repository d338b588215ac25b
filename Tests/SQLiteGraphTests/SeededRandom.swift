import GraphModel

/// Random numbers that are the same for the same seed: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Any number, often one near a border.
  mutating func integer() -> Int64 {
    chance(50)
      ? pick([0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, .max, .min, .max - 1, 1 << 53, (1 << 53) + 1])
      : Int64(bitPattern: next()) >> Int64(below(64))
  }

  mutating func text() -> String {
    let scalars: [Unicode.Scalar] = ["a", "Z", "é", "\u{301}", "’", "\u{0}", "\n", "'", "\"", "日", "🚗", "\u{10FFFF}", " "]
    var text = ""
    for _ in 0..<below(chance(5) ? 400 : 12) { text.unicodeScalars.append(pick(scalars)) }
    return text
  }

  mutating func time() -> LocalTime { LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &self)) }
  mutating func date() -> CalendarDate { CalendarDate(daysSinceEpoch: Int64(below(800_000)) - 400_000) }
  mutating func offset() -> Int32 { Int32(below(130_000)) - 65_000 }

  /// A storable value that is no list.
  mutating func scalar() -> Value {
    switch below(14) {
    case 0: .boolean(chance(50))
    case 1, 2: .integer(integer())
    case 3: .float(Double(bitPattern: next()))
    case 4: .float(pick([0, -0.0, 1, 1.5, .infinity, -.infinity, .nan, 9_007_199_254_740_992, .leastNonzeroMagnitude]))
    case 5, 6, 7: .string(text())
    case 8: .date(date())
    case 9: .localTime(time())
    case 10: .time(OffsetTime(local: time(), offsetSeconds: offset()))
    case 11: .localDateTime(LocalDateTime(date: date(), time: time()))
    case 12:
      .dateTime(
        ZonedDateTime(
          local: LocalDateTime(date: date(), time: time()), offsetSeconds: offset(),
          zone: chance(50) ? pick(["Europe/Paris", "", "Asia/Tokyo"]) : nil))
    default:
      .duration(
        CalendarDuration(
          months: integer(), days: integer(), seconds: integer(), nanoseconds: Int32(below(1_000_000_000))))
    }
  }

  mutating func storable() -> Value {
    guard chance(15) else { return scalar() }
    return .list((0..<below(6)).map { _ in scalar() })
  }
}
