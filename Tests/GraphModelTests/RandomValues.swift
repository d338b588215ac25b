import GraphModel

/// Values of all types, many of them equal or nearly so, from a seeded generator.
struct RandomValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 up to, not including, the bound (SplitMix64).
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func value(depth: Int = 2) -> Value {
    switch below(depth > 0 ? 20 : 16) {
    case 0: .null
    case 1: .boolean(below(2) == 0)
    case 2, 3: .integer(pick([0, 1, -1, 2, .max, .min, .max - 1, 1 << 53, 1 << 53 + 1]))
    case 4, 5:
      .float(pick([0, -0.0, 1, -1, 2, 1.5, .nan, .infinity, -.infinity, 0x1p53, 0x1p63, -0x1p63, 9.007199254740993e15]))
    case 6, 7: .string(pick(["", "a", "b", "ab", "é", "e\u{301}", "z", "\u{1F600}", "\u{FFFD}", "A"]))
    case 8: .node(NodeID(Int64(below(3))))
    case 9: .relationship(RelationshipID(Int64(below(3))))
    case 10: .path(path())
    case 11: .date(CalendarDate(daysSinceEpoch: Int64(below(3) - 1)))
    case 12: .localTime(LocalTime(nanosecondOfDay: Int64(below(3))))
    case 13: .time(OffsetTime(local: hour(), offsetSeconds: Int32(below(3) - 1) * 3_600))
    case 14: moment()
    case 15: duration()
    case 16, 17: .list((0..<below(4)).map { _ in value(depth: depth - 1) })
    default: map(depth)
    }
  }

  private mutating func hour() -> LocalTime { LocalTime(nanosecondOfDay: Int64(below(3)) * 3_600_000_000_000) }

  private mutating func path() -> Path {
    let length = below(3)
    return Path(
      nodes: (0...length).map { _ in NodeID(Int64(below(2))) },
      relationships: (0..<length).map { _ in RelationshipID(Int64(below(2))) })
  }

  private mutating func moment() -> Value {
    let local = LocalDateTime(date: CalendarDate(daysSinceEpoch: 0), time: hour())
    if below(3) == 0 { return .localDateTime(local) }
    let offset = Int32(below(3) - 1) * 3_600
    return .dateTime(ZonedDateTime(local: local, offsetSeconds: offset, zone: pick([nil, nil, "A/B", "A/C"])))
  }

  private mutating func duration() -> Value {
    .duration(
      CalendarDuration(
        months: Int64(below(2)), days: pick([0, 1, 30, 31]), seconds: pick([0, 86_400, 37_746, -1]),
        nanoseconds: Int32(below(2))))
  }

  private mutating func map(_ depth: Int) -> Value {
    var map = ValueMap()
    for _ in 0..<below(4) { map[pick(["a", "b", "c", "d"])] = value(depth: depth - 1) }
    return .map(map)
  }
}
