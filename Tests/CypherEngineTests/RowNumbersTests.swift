import GraphModel
import Testing

@testable import CypherEngine

/// Rows are numbered by what they hold, in whatever form a column holds it.
@Suite("The numbers of rows")
struct RowNumbersTests {
  @Test("The same values have the same numbers in every form")
  func forms() {
    let dictionary = TextDictionary(["", "b", "a", "b"])
    var numbers = RowNumbers(width: 1)
    #expect(numbers.numbers(of: [.strings(["a", "b", "a"], valid: nil)]) == [0, 1, 0])
    #expect(numbers.numbers(of: [.coded([2, 1, 3, 0], dictionary, valid: nil)]) == [0, 1, 1, 2])
    #expect(numbers.numbers(of: [.coded([3, 0, 1], dictionary, valid: [true, false, true])]) == [1, 3, 1])
    #expect(numbers.numbers(of: [.coded([1], TextDictionary(["x", "a"]), valid: nil)]) == [0])
    #expect(numbers.numbers(of: [.values([.null, .string("b"), .integer(1)])]) == [3, 1, 4])
    #expect(numbers.numbers(of: [.integers([1, 2_000, 1 << 60, 1, .min], valid: nil)]) == [4, 5, 6, 4, 7])
    #expect(numbers.numbers(of: [.floats([1, 0.5, 2_000], valid: nil)]) == [4, 8, 5])
    #expect(numbers.numbers(of: [.integers([.max, .min, 1], valid: nil)]) == [9, 7, 4])
  }

  @Test("Integers at the ends of their range, met first or last")
  func edges() {
    for items: [Int64] in [[.min, .max, 0], [.max, .min, 0], [0, .max, .min], [.min + 1, .min, -1], [.max - 1, .max, 0]] {
      var numbers = RowNumbers(width: 1)
      #expect(numbers.numbers(of: [.integers(items + items, valid: nil)]) == [0, 1, 2, 0, 1, 2])
    }
  }

  @Test("Pairs of few and of many values")
  func pairs() {
    var numbers = RowNumbers(width: 2)
    let first = (0..<2_000).map { Int64($0 * 7 % 500) }
    let second = (0..<2_000).map { Int64($0 * 3 % 300) }
    var known: [[Int64]: Int] = [:]
    let expected = zip(first, second).map { pair in
      let key = [pair.0, pair.1]
      if known[key] == nil { known[key] = known.count }
      return known[key] ?? -1
    }
    #expect(numbers.numbers(of: [.integers(first, valid: nil), .integers(second, valid: nil)]) == expected)
    #expect(numbers.numbers(of: [.integers(first, valid: nil), .integers(second, valid: nil)]) == expected)
    #expect(numbers.count == known.count)
    guard case .integers(let firsts, nil) = numbers.columns[0], case .integers(let seconds, nil) = numbers.columns[1] else {
      Issue.record("no columns of integers")
      return
    }
    #expect(zip(firsts, seconds).enumerated().allSatisfy { known[[$1.0, $1.1]] == $0 })
  }
}
