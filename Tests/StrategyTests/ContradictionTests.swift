import GraphModel
import Strategy
import Testing

@Suite struct ContradictionTests {
  private func found(_ text: String, claims: String = "") throws -> [String] {
    try AuditSample.ledger(text, claims: claims).contradictions().map(\.short)
  }

  // MARK: Functional

  @Test func `one object at a time`() throws {
    let both = AuditSample.site("{operated_by: alpha, start: 2020, end: 2024-07-02}", "{operated_by: beta, start: 2024-07-01}")
    let contradictions = try AuditSample.ledger(both).contradictions()
    #expect(contradictions.map(\.short) == ["functional cleon operated_by: alpha, beta"])
    #expect(contradictions.first?.when?.description == "2024-07-01 to 2024-07-02")
    #expect(contradictions.first?.sides.map(\.period) == ["2020 to 2024-07-02", "from 2024-07-01"])
  }

  @Test(arguments: [
    ("{operated_by: alpha, start: 2020, end: 2024-07-01}", "{operated_by: beta, start: 2024-07-01}"),
    ("{operated_by: alpha, end: 2024}", "{operated_by: beta, start: 2024}"),
    ("{operated_by: alpha, start: 2020}", "{operated_by: beta, status: planned}"),
    ("{operated_by: alpha, start: 2020}", "{operated_by: beta, status: ended, source: jde 2019 high}"),
    ("{operated_by: alpha, start: 2020}", "{operated_by: alpha, start: 2022, source: other 2026 high}"),
  ]) func `what follows, is vague or says the same is none`(first: String, second: String) throws {
    #expect(try found(AuditSample.site(first, second)) == [])
  }

  @Test func `an accepted claim counts on its day, an opinion does not`() throws {
    let text = AuditSample.site("{operated_by: alpha, start: 2020}")
    let fact = "  c1: {beta operates: cleon, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try found(text, claims: fact) == ["functional cleon operated_by: alpha, beta"])
    #expect(try found(text, claims: fact.replacing("fact", with: "opinion")) == [])
    #expect(try found(text.replacing("2020", with: "2026"), claims: fact) == [])
  }

  @Test func `a bound on the number of objects`() throws {
    func seats(_ third: String) -> String {
      "entities:\n  bob: {type: Person, name: Bob, source: jde 2025 high, relations: [{seats_on: alpha, start: 2020}, "
        + "{seats_on: beta, start: 2021, end: 2023}, {seats_on: gamma, start: \(third)}]}\n"
    }
    #expect(try found(seats("2022")) == ["functional bob seats_on: alpha, beta, gamma"])
    #expect(try found(seats("2023")) == [])
  }

  /// Many random mandates, compared with an oracle that looks at each day.
  @Test func `crowded days are found, and only they`() throws {
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let names = ["alpha", "beta", "gamma"]
    for _ in 0..<60 {
      var mandates: [(who: String, start: Int, end: Int)] = []
      for _ in 0..<(2 + next(3)) {
        let (who, start) = (names[next(3)], next(24))
        if mandates.contains(where: { $0.who == who && $0.start == start }) { continue }
        mandates.append((who, start, start + 1 + next(12)))
      }
      func date(_ month: Int) -> String { "\(2020 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-01" }
      let written = mandates.enumerated().map { at, mandate in
        "{operated_by: \(mandate.who), start: \(date(mandate.start)), end: \(date(mandate.end)), source: jde \(2001 + at) high}"
      }
      let text = "entities:\n  cleon: {type: Site, name: C, opened: 1958, source: jde 2025 high, relations: [\(written.joined(separator: ", "))]}\n"
      let isCrowded = (0..<40).contains { month in
        Set(mandates.filter { $0.start <= month && month < $0.end }.map(\.who)).count > 1
      }
      let contradictions = try AuditSample.ledger(text).contradictions()
      #expect(contradictions.isEmpty == !isCrowded, "\(text)")
    }
  }

  // MARK: Other rules

  @Test func `types that rule each other out`() throws {
    func text(_ end: String) -> String {
      "entities:\n  cleon: {type: Site, name: C, opened: 1958, source: jde 2025 high, relations: [{operated_by: delta, start: 2020\(end)}]}\n"
        + "  delta: {type: Org, name: Delta, source: jde 2025 high, relations: [{operates_at: cleon, start: 2024}]}\n"
    }
    #expect(try found(text("")) == ["exclusive delta operates_at: operates_at, operates"])
    #expect(try found(text(", end: 2024")) == [])
  }

  @Test func `shares add up to the whole at most`() throws {
    func text(_ third: String) -> String {
      "entities:\n  a: {type: Org, name: A, source: jde 2025 high, relations: [{holds_stake_in: gamma, share: 45 %, start: 2024}]}\n"
        + "  b: {type: Org, name: B, source: jde 2025 high, relations: [{holds_stake_in: gamma, share: more than 45 %, start: 2024-03}]}\n"
        + "  c: {type: Org, name: C, source: jde 2025 high, relations: [{holds_stake_in: gamma, share: \(third)}]}\n"
    }
    #expect(try found(text("10 %, start: 2025")) == [])
    #expect(try found(text("20 %, start: 2025")) == ["bounded gamma stake_held_by: a, b, c"])
    #expect(try found(text("20 %, start: 2020, end: 2024")) == [])
    #expect(try found(text("a few")) == [])
  }

  @Test func `numbers beyond their tolerance`() throws {
    func text(_ property: String, _ first: String, _ second: String, dates: (String, String) = ("2025-09", "2025-10")) -> String {
      "observations:\n  - {subject: m7, property: \(property), value: \(first), unit: kW, date: \(dates.0), source: jde}\n"
        + "  - {subject: m7, property: \(property), value: \(second), unit: kW, date: \(dates.1), source: other}\n"
    }
    #expect(try found(text("power", "250", "230")) == ["number m7 power: 250, 230"])
    #expect(try found(text("power", "250", "246")) == [])
    #expect(try found(text("headcount", "3000", "3200")) == [], "at other times it may be another number")
    #expect(try found(text("headcount", "3000", "3200", dates: ("2025", "2025-10"))) == ["number m7 headcount: 3000, 3200"])
    #expect(try found(text("headcount", "3000", "3100", dates: ("2025", "2025-10"))) == [])
    let mixed = text("power", "250", "230").replacing("unit: kW, date: 2025-10", with: "unit: hp, date: 2025-10")
    #expect(try found(mixed) == [], "other units are other numbers")
    #expect(
      try found(
        "entities: {}\n",
        claims: """
            c1: {alpha theme_count: "=4", modality: fact, quote: abc, at: 1-4}
            c2: {alpha theme_count: "=5", modality: fact, quote: abc, at: 1-4}

          """) == ["number alpha theme_count: 4, 5"])
  }

  @Test func `claims that deny each other, and facts that are denied`() throws {
    let yes = "  c1: {cleon produces: m7, modality: opinion, quote: oui, at: 1-4}\n"
    let no = "  c2: {m7 produced_at: cleon, modality: opinion, polarity: negative, quote: non, at: 1-4}\n"
    let contradictions = try AuditSample.ledger(AuditSample.site(), claims: yes + no).contradictions()
    #expect(contradictions.map(\.short) == ["polarity cleon produces: c1, c2"])
    #expect(contradictions.first?.sides.map(\.quote) == ["oui", "non"])
    let made = AuditSample.site("{produces: m7}")
    #expect(try found(made, claims: no) == [], "an opinion does not deny a fact")
    #expect(try found(made, claims: no.replacing("opinion", with: "fact")) == ["polarity m7 produced_at: m7, c2"])
    #expect(try found(AuditSample.site(), claims: no) == [])
  }

  // MARK: Verdicts

  @Test func `a verdict on all sides settles, until there is another side`() throws {
    func text(_ extra: String) -> String {
      """
      observations:
        - {subject: m7, property: power, value: 250, unit: kW, source: jde}
        - {subject: m7, property: power, value: 230, unit: kW, source: other}\(extra)
      verdicts:
        - {m7 power: [230, 250], verdict: open, reason: two press reports}

      """
    }
    let settled = try AuditSample.ledger(text("")).contradictions()
    #expect(settled.map { $0.verdict?.decision } == ["open"])
    #expect(settled.first?.verdict?.reason == "two press reports")
    let third = "\n  - {subject: m7, property: power, value: 300, unit: kW, source: other}"
    let open = try AuditSample.ledger(text(third))
    #expect(open.contradictions().map { $0.verdict == nil } == [true])
    #expect(open.idleVerdicts(open.contradictions()).map(\.predicate) == ["power"])
  }

  @Test func `a verdict may name the inverse, and claims by their ids`() throws {
    let text =
      AuditSample.site("{operated_by: alpha, start: 2020}") + """
        verdicts:
          - {cleon operated_by: [alpha, c1], verdict: coexist, reason: the group in the wide sense}

        """
    let claim = "  c1: {beta operates: cleon, modality: fact, quote: abc, at: 1-4}\n"
    #expect(try AuditSample.ledger(text, claims: claim).contradictions().map { $0.verdict?.decision } == ["coexist"])
  }
}
