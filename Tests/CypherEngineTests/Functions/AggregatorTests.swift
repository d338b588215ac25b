import CypherPlanner
import GraphModel
import Testing

@testable import CypherEngine

@Suite struct AggregatorTests {
  /// The result of an aggregate over the elements of a list, as text.
  private func aggregate(
    _ function: AggregateFunction, _ list: String, distinct: Bool = false, parameter: String = "null"
  ) throws -> String {
    let context = FunctionContext.forTests()
    guard case .list(let items) = try ExpressionReader.evaluate(list, context) else { return "no list" }
    let second = try ExpressionReader.evaluate(parameter, context)
    do {
      let aggregator = Aggregator.make(function, distinct: distinct)
      for item in items { try aggregator.add(item, second) }
      return try aggregator.result().shown
    } catch {
      return error.shown
    }
  }

  @Test(
    arguments: [
      (.count, "[]", "0"), (.count, "[1, null, 1]", "2"), (.sum, "[]", "0"), (.sum, "[null]", "0"), (.sum, "[1, 2, null]", "3"),
      (.sum, "[1, 2.5]", "3.5"), (.sum, "[9223372036854775807, 1, -1]", "9223372036854775807"),
      (.sum, "[9223372036854775807, 1]", "!ArithmeticError IntegerOverflow"), (.sum, "['a']", "!TypeError InvalidArgumentValue"),
      (.sum, "[1e16, 1.0, -1e16]", "1.0"), (.sum, "[1e308, 1e308]", "Infinity"), (.sum, "[duration('P1D'), duration('PT1H')]", "'P1DT1H'"),
      (.sum, "[duration('P1D'), 1]", "!TypeError InvalidArgumentValue"), (.avg, "[]", "null"), (.avg, "[1, 2]", "1.5"), (.avg, "[2, 2]", "2.0"),
      (.avg, "[null, 3]", "3.0"), (.avg, "[duration('P1D'), duration('P2D')]", "'P1DT12H'"), (.min, "[]", "null"), (.max, "[null]", "null"),
      (.max, "[1, 2.0, 5, null, 3.2]", "5"), (.max, "[1, 'a', null, [1, 2], 0.2, 'b']", "1"), (.min, "[1, 'a', null, [1, 2], 0.2, 'b']", "[1, 2]"),
      (.min, "['a', 'B']", "'B'"), (.max, "[[1], [2], [2, 1]]", "[2, 1]"), (.collect, "[]", "[]"), (.collect, "[1, null, 'a', 1]", "[1, 'a', 1]"),
      (.stDev, "[]", "0.0"), (.stDev, "[5]", "0.0"), (.stDev, "[2, 4, 4, 4, 5, 5, 7, 9, null]", "2.138089935299395"),
      (.stDevP, "[2, 4, 4, 4, 5, 5, 7, 9]", "2.0"), (.stDevP, "[]", "0.0"), (.stDev, "[true]", "!TypeError InvalidArgumentValue"),
    ] as [(AggregateFunction, String, String)])
  func aggregates(function: AggregateFunction, list: String, expected: String) throws {
    #expect(try aggregate(function, list) == expected)
  }

  @Test(
    arguments: [
      (.count, "[1, 1.0, null, 2]", "2"), (.sum, "[1, 1, 2]", "3"), (.collect, "[null, 1, null, 1.0, [1], [1.0]]", "[1, [1]]"),
      (.avg, "[1, 1, 3]", "2.0"), (.max, "[1, 1]", "1"), (.collect, "[NaN, NaN]", "[NaN]"),
    ] as [(AggregateFunction, String, String)])
  func distinct(function: AggregateFunction, list: String, expected: String) throws {
    #expect(try aggregate(function, list, distinct: true) == expected)
  }

  @Test(
    arguments: [
      (.percentileDisc, "[10.0, 20.0, 30.0]", "0.0", "10.0"), (.percentileDisc, "[10.0, 20.0, 30.0]", "0.5", "20.0"),
      (.percentileDisc, "[10.0, 20.0, 30.0]", "1.0", "30.0"), (.percentileDisc, "[4, 1, 3, 2]", "0.5", "2"),
      (.percentileDisc, "[]", "0.5", "null"), (.percentileDisc, "[1, null]", "0.9", "1"), (.percentileCont, "[10.0, 20.0, 30.0]", "0.0", "10.0"),
      (.percentileCont, "[10.0, 20.0, 30.0]", "0.5", "20.0"), (.percentileCont, "[10.0, 20.0, 30.0]", "1.0", "30.0"),
      (.percentileCont, "[10.0, 20.0, 30.0]", "0.25", "15.0"), (.percentileCont, "[7]", "0.3", "7.0"),
      (.percentileDisc, "[1]", "1000", "!ArgumentError NumberOutOfRange"), (.percentileCont, "[1]", "-1", "!ArgumentError NumberOutOfRange"),
      (.percentileCont, "[1]", "1.1", "!ArgumentError NumberOutOfRange"), (.percentileCont, "['a']", "0.5", "!TypeError InvalidArgumentValue"),
      (.percentileCont, "[1]", "NaN", "!ArgumentError NumberOutOfRange"),
    ] as [(AggregateFunction, String, String, String)])
  func percentiles(function: AggregateFunction, list: String, percentile: String, expected: String) throws {
    #expect(try aggregate(function, list, parameter: percentile) == expected)
  }
}
