import GraphModel
import Testing

@Suite("Maps")
struct MapTests {
  /// Of some pairs; each form of a map must tell the same.
  private struct Sample {
    let keys: MapKeys
    let values: [Value]
    var map: ValueMap { ValueMap(zip(keys.names, values)) }
  }

  private func same(_ a: ValueMap, _ b: ValueMap) -> Bool {
    a.keys == b.keys && zip(a.values, b.values).allSatisfy { GroupingKey($0) == GroupingKey($1) } && a.values.count == b.values.count
  }

  @Test("In a list that grows, maps with the same keys are rows of one table, and tell the same as by themselves")
  func lists() {
    var random = RandomValues(seed: 20_261_126)
    let shapes = [["a", "b"], [], ["b", "a", "c"], (0..<12).map { "k\($0)" }].map { MapKeys(distinct: $0) }
    for _ in 0..<200 {
      var list = ListOfMaps()
      var samples: [Sample?] = []
      for _ in 0..<random.below(40) {
        if random.below(8) == 0 {
          list.append(.integer(7))
          samples.append(nil)
          continue
        }
        let keys = random.below(4) > 0 ? shapes[samples.count / 10 % 4] : shapes[random.below(4)]
        let cells: [Value] = keys.names.map { _ in
          random.below(3) > 0 ? .integer(Int64(random.below(9))) : random.value(depth: 1)
        }
        let sample = Sample(keys: keys, values: cells)
        for value in sample.values { list.appendCell(value) }
        list.endMap(keys)
        samples.append(sample)
      }
      let values = list.take()
      #expect(values.count == samples.count)
      #expect(list.take().isEmpty)
      for (value, sample) in zip(values, samples) {
        guard let sample, case .map(let map) = value else {
          #expect(sample == nil)
          continue
        }
        #expect(same(map, sample.map))
        for key in ["a", "b", "k11", "none"] {
          #expect(map[key].map { GroupingKey($0) } == sample.map[key].map { GroupingKey($0) })
        }
      }
      for key in ["a", "k3"] {
        for first in values.indices {
          let run = Array(values[first..<min(values.count, first + 1 + random.below(6))])
          let picked = Column.member(key, ofRows: run) ?? Value.members(key, of: run).map { Column.narrowest($0) }
          guard let picked else {
            #expect(run.contains { if case .map = $0 { false } else { true } })
            continue
          }
          for (row, value) in run.enumerated() {
            guard case .map(let map) = value else { continue }
            #expect(GroupingKey(picked[row]) == GroupingKey(map[key] ?? .null))
          }
        }
      }
    }
  }

  @Test("Rows of one table in any order are read from its columns")
  func members() {
    let table = MapTable(MapKeys(distinct: ["n"]), [.integers([10, 11, 12, 13], valid: nil)])
    func column(_ rows: [Int]) -> [Int64]? {
      guard case .integers(let numbers, nil)? = Column.member("n", ofRows: rows.map { .map(ValueMap(row: $0, of: table)) }) else { return nil }
      return numbers
    }
    #expect(column([0, 1, 2, 3]) == [10, 11, 12, 13])
    #expect(column([1, 2]) == [11, 12])
    #expect(column([3, 1, 1]) == [13, 11, 11])
    #expect(column([]) == nil)
    #expect(Column.member("none", ofRows: [.map(ValueMap(row: 0, of: table))]) == nil)
    #expect(Column.member("n", ofRows: [.map(ValueMap(row: 0, of: table)), .map(ValueMap([("n", .integer(1))]))]) == nil)
  }

  @Test("A row of a table that is changed is a map by itself, and the table stays")
  func changes() {
    let table = MapTable(MapKeys(distinct: ["a", "b"]), [.integers([1, 2], valid: nil), .strings(["x", "y"], valid: nil)])
    var map = ValueMap(row: 1, of: table)
    map["a"] = .integer(9)
    map["c"] = .boolean(true)
    map["b"] = nil
    map["none"] = nil
    #expect(map.keys == ["a", "c"])
    #expect(map.place == nil)
    #expect(GroupingKey(map["a"] ?? .null) == GroupingKey(.integer(9)))
    #expect(ValueMap(row: 1, of: table)["b"].map { GroupingKey($0) } == GroupingKey(.string("y")))
  }

  @Test("The last writing of a key counts, in its first place")
  func repeats() {
    let few = ValueMap([("a", .integer(1)), ("b", .integer(2)), ("a", .integer(3))])
    #expect(few.keys == ["a", "b"])
    let many = ValueMap((0..<30).map { ("k\($0 % 20)", Value.integer(Int64($0))) })
    #expect(many.keys == (0..<20).map { "k\($0)" })
    #expect(GroupingKey(many["k4"] ?? .null) == GroupingKey(.integer(24)))
    #expect(GroupingKey(many["k15"] ?? .null) == GroupingKey(.integer(15)))
  }
}
