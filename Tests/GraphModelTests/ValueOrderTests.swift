import GraphModel
import Testing

@Suite struct ValueOrderTests {
  private static let sample: [Value] = {
    var random = RandomValues(seed: 20_240_517)
    return (0..<400).map { _ in random.value() }
  }()

  @Test func orderIsTotalAndAgreesWithEquivalence() {
    for a in Self.sample {
      #expect(a.ordered(against: a) == .equal)
      for b in Self.sample {
        let order = a.ordered(against: b)
        #expect(b.ordered(against: a) == order.reversed, "\(a) and \(b)")
        #expect((order == .equal) == a.isEquivalent(to: b), "\(a) and \(b)")
      }
    }
  }

  @Test func orderIsTransitive() {
    let sorted = Self.sample.sorted { $0.ordered(against: $1) == .ascending }
    for (position, a) in sorted.enumerated() {
      for b in sorted[position...] { #expect(a.ordered(against: b) != .descending, "\(a) and \(b)") }
    }
  }

  @Test func equivalentValuesHaveEqualHashes() {
    for a in Self.sample {
      for b in Self.sample where a.isEquivalent(to: b) {
        #expect(GroupingKey(a).hashValue == GroupingKey(b).hashValue, "\(a) and \(b)")
      }
    }
  }

  @Test func comparisonAgreesWithOrderWhereItAnswers() {
    for a in Self.sample {
      for b in Self.sample {
        switch a.compared(to: b) {
        case .less: #expect(a.ordered(against: b) == .ascending, "\(a) and \(b)")
        case .equal: #expect(a.equals(b) == true, "\(a) and \(b)")
        case .greater: #expect(a.ordered(against: b) == .descending, "\(a) and \(b)")
        case .unordered, .unknown: break
        }
      }
    }
  }

  @Test func equalityIsEquivalenceButForNullAndNaN() {
    for a in Self.sample {
      for b in Self.sample where a.equals(b) == true { #expect(a.isEquivalent(to: b), "\(a) and \(b)") }
    }
  }

  /// From the smallest to the largest: the types in their order, and within the types.
  @Test func typesAndValuesStandInOrder() {
    let day = CalendarDate(daysSinceEpoch: 0)
    let noon = LocalTime(nanosecondOfDay: 43_200_000_000_000)
    let local = LocalDateTime(date: day, time: noon)
    func zoned(_ hour: Int64, _ offset: Int32, _ zone: String? = nil) -> Value {
      let time = LocalTime(nanosecondOfDay: hour * 3_600_000_000_000)
      return .dateTime(
        ZonedDateTime(local: LocalDateTime(date: day, time: time), offsetSeconds: offset * 3_600, zone: zone))
    }
    let ascending: [Value] = [
      .map(ValueMap()), .map(ValueMap([("a", .integer(1))])), .map(ValueMap([("b", .integer(0))])),
      .map(ValueMap([("a", .integer(1)), ("b", .integer(1))])),
      .node(NodeID(1)), .node(NodeID(2)), .relationship(RelationshipID(1)),
      .list([]), .list([.string("a")]), .list([.string("a"), .integer(1)]), .list([.integer(1)]),
      .list([.integer(1), .string("a")]), .list([.integer(1), .null]), .list([.null, .integer(1)]),
      .list([.null, .integer(2)]),
      .path(Path(nodes: [NodeID(1)], relationships: [])),
      .path(Path(nodes: [NodeID(1), NodeID(2)], relationships: [RelationshipID(1)])),
      zoned(11, 0), zoned(11, -1), zoned(12, 0), zoned(13, 1), zoned(13, 1, "Europe/Paris"), .localDateTime(local),
      .date(day), .time(OffsetTime(local: noon, offsetSeconds: 0)), .time(OffsetTime(local: noon, offsetSeconds: -3_600)),
      .localTime(noon), .duration(CalendarDuration(days: 30)), .duration(CalendarDuration(months: 1)),
      .duration(CalendarDuration(days: 31)),
      .string(""), .string("A"), .string("a"), .string("aa"), .string("\u{FFFD}"), .string("\u{1F600}"),
      .boolean(false), .boolean(true), .float(-.infinity), .integer(.min), .integer(-1), .float(-0.5), .integer(0),
      .float(0.5), .integer(1), .float(0x1p53), .integer(1 << 53 + 1), .integer(.max), .float(0x1p63), .float(.infinity),
      .float(.nan), .null,
    ]
    for (position, a) in ascending.enumerated() {
      for b in ascending[(position + 1)...] { #expect(a.ordered(against: b) == .ascending, "\(a) before \(b)") }
    }
  }

  @Test func equality() {
    let cases: [(Value, Value, Bool?)] = [
      (.integer(1), .float(1), true), (.integer(1), .string("1"), false), (.null, .null, nil), (.integer(1), .null, nil),
      (.float(.nan), .float(.nan), false), (.float(.nan), .string("a"), false), (.float(0), .float(-0.0), true),
      (.integer(.max), .float(0x1p63), false), (.integer(1 << 53 + 1), .float(0x1p53), false),
      (.string("é"), .string("e\u{301}"), false), (.list([.integer(1)]), .list([.integer(1), .null]), false),
      (.list([.integer(1), .integer(2)]), .list([.null, .integer(2)]), nil),
      (.list([.integer(1), .integer(2)]), .list([.null, .integer(3)]), false),
      (.list([.list([.null])]), .list([.list([.integer(1)])]), nil), (.list([]), .list([]), true),
      (.list([]), .map(ValueMap()), false),
      (.map(ValueMap([("k", .null)])), .map(ValueMap()), false),
      (.map(ValueMap([("k", .null)])), .map(ValueMap([("k", .null)])), nil),
      (.map(ValueMap([("k", .integer(1)), ("l", .null)])), .map(ValueMap([("k", .integer(2)), ("l", .null)])), false),
      (.map(ValueMap([("a", .integer(1)), ("b", .integer(2))])), .map(ValueMap([("b", .float(2)), ("a", .integer(1))])), true),
      (.node(NodeID(1)), .node(NodeID(1)), true), (.node(NodeID(1)), .relationship(RelationshipID(1)), false),
      (.duration(CalendarDuration(days: 1)), .duration(CalendarDuration(seconds: 86_400)), false),
      (.boolean(true), .integer(1), false),
    ]
    for (a, b, expected) in cases {
      #expect(a.equals(b) == expected, "\(a) = \(b)")
      #expect(b.equals(a) == expected, "\(b) = \(a)")
    }
  }

  @Test func comparison() {
    let cases: [(Value, Value, ValueComparison)] = [
      (.integer(1), .float(1.5), .less), (.float(1), .integer(1), .equal), (.integer(.max), .float(0x1p63), .less),
      (.float(.nan), .integer(1), .unordered), (.float(.nan), .string("a"), .unknown), (.null, .integer(1), .unknown),
      (.integer(1), .string("1"), .unknown), (.boolean(true), .boolean(false), .greater),
      (.string("a"), .string("b"), .less), (.list([.integer(1), .integer(0)]), .list([.integer(1)]), .greater),
      (.list([.integer(1), .null]), .list([.integer(1)]), .greater),
      (.list([.integer(1), .integer(2)]), .list([.integer(1), .null]), .unknown),
      (.list([.integer(1), .integer(2)]), .list([.integer(3), .null]), .less),
      (.list([.float(.nan)]), .list([.integer(3)]), .unordered), (.map(ValueMap()), .map(ValueMap()), .unknown),
      (.duration(CalendarDuration(days: 1)), .duration(CalendarDuration(days: 2)), .unknown),
      (.date(CalendarDate(daysSinceEpoch: 1)), .date(CalendarDate(daysSinceEpoch: 2)), .less),
      (
        .time(OffsetTime(local: .midnight, offsetSeconds: 3_600)), .time(OffsetTime(local: .midnight, offsetSeconds: 0)),
        .less
      ),
    ]
    for (a, b, expected) in cases { #expect(a.compared(to: b) == expected, "\(a) and \(b)") }
    #expect(ValueComparison.unordered.isLessOrEqual == false)
    #expect(ValueComparison.unknown.isGreater == nil)
    #expect(ValueComparison.equal.isGreaterOrEqual == true)
  }

  @Test func groupingRowsTakeNullAsNull() {
    let rows: Set<GroupingRow> = [
      GroupingRow([.null, .integer(1)]), GroupingRow([.null, .float(1)]), GroupingRow([.integer(1), .null]),
      GroupingRow([.list([.float(.nan), .null])]), GroupingRow([.list([.float(-.nan), .null])]),
    ]
    #expect(rows.count == 3)
  }
}
