import GraphModel
import Testing

@testable import CypherEngine

@Suite struct OperatorTests {
  private static let overflow = "!ArithmeticError IntegerOverflow"
  private static let wrongType = "!TypeError InvalidArgumentType"

  @Test(arguments: [
    ("1 + 2", "3"), ("1 + 2.0", "3.0"), ("1.5 + 2", "3.5"), ("7 - 10", "-3"), ("3 * 4", "12"), ("7 / 2", "3"), ("-7 / 2", "-3"),
    ("7 / 2.0", "3.5"), ("7 % 3", "1"), ("-7 % 3", "-1"), ("7 % -3", "1"), ("7.5 % 2", "1.5"), ("2 ^ 3", "8.0"),
    ("4 ^ 0.5", "2.0"), ("2 ^ -1", "0.5"), ("1 / 0", "!ArithmeticError DivisionByZero"), ("1 % 0", "!ArithmeticError DivisionByZero"),
    ("1.0 / 0", "Infinity"), ("-1 / 0.0", "-Infinity"), ("0.0 / 0", "NaN"), ("1.0 % 0", "NaN"),
    ("9223372036854775807 + 1", overflow), ("-9223372036854775808 - 1", overflow), ("9223372036854775807 * 2", overflow),
    ("-9223372036854775808 / -1", overflow), ("-9223372036854775808 % -1", "0"), ("-(-9223372036854775808)", overflow),
    ("9223372036854775807 + 1.0", "9.223372036854776E18"), ("null + 1", "null"), ("1 - null", "null"), ("null * null", "null"),
    ("[1] + null", "null"), ("'a' + null", "null"), ("-(null)", "null"), ("-('a')", wrongType), ("-(1.5)", "-1.5"),
    ("'a' + 'b'", "'ab'"), ("'a' + 1", "'a1'"), ("1 + 'a'", "'1a'"), ("'a' + 1.0", "'a1.0'"), ("'a' + true", "'atrue'"),
    ("[1, 2] + [3]", "[1, 2, 3]"), ("[1] + 2", "[1, 2]"), ("1 + [2]", "[1, 2]"), ("[1] + [[2]]", "[1, [2]]"), ("'a' + ['b']", "['a', 'b']"),
    ("true + 1", wrongType), ("{} + {}", wrongType), ("'a' - 'b'", wrongType), ("'a' * 2", wrongType), ("[1] - [1]", wrongType),
    ("true / false", wrongType), ("date('2024-01-01') + 1", wrongType),
    ("date('2024-01-01') - date('2023-01-01')", wrongType), ("1 - duration('P1D')", wrongType),
  ])
  func arithmetic(expression: String, expected: String) throws {
    #expect(try shown(expression) == expected)
  }

  @Test(arguments: [
    ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][3]", "null"), ("[1, 2, 3][-4]", "null"), ("[[1]][0][0]", "1"),
    ("[1][null]", "null"), ("null[0]", "null"), ("[1][1.0]", "!TypeError ListElementAccessByNonInteger"),
    ("[1]['a']", "!TypeError ListElementAccessByNonInteger"), ("{a: 1}['a']", "1"), ("{a: 1}['b']", "null"), ("{a: 1}[null]", "null"),
    ("{a: 1}[0]", "!TypeError MapElementAccessByNonString"), ("1[0]", wrongType), ("'abc'[0]", wrongType), ("true[0]", wrongType),
    ("[1, 2, 3][1..]", "[2, 3]"), ("[1, 2, 3][..2]", "[1, 2]"), ("[1, 2, 3][0..1]", "[1]"), ("[1, 2, 3][0..0]", "[]"),
    ("[1, 2, 3][-3..-1]", "[1, 2]"), ("[1, 2, 3][3..1]", "[]"), ("[1, 2, 3][-9..9]", "[1, 2, 3]"), ("[1, 2, 3][null..2]", "null"),
    ("[1, 2, 3][..null]", "null"), ("null[1..2]", "null"), ("[1][0..'a']", wrongType), ("'abc'[0..1]", wrongType),
    ("{a: 1}.a", "1"), ("{a: 1}.A", "null"), ("null.a", "null"), ("true.a", wrongType), ("[1].a", wrongType),
    ("date('2024-05-17').year", "2024"), ("date('2024-05-17').hour", "!ArgumentError InvalidArgumentValue"),
  ])
  func access(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test(arguments: [
    ("1 IN [1, 2]", "true"), ("3 IN [1, 2]", "false"), ("1.0 IN [1]", "true"), ("null IN [1]", "null"), ("null IN []", "false"),
    ("3 IN [1, null]", "null"), ("3 IN [3, null]", "true"), ("1 IN null", "null"), ("[1, 2] IN [1, [1, 2]]", "true"),
    ("[1, 2] IN [[null, 2]]", "null"), ("[1, 2] IN [[null, 3]]", "false"), ("1 IN 1", wrongType), ("'a' IN 'abc'", wrongType),
    ("'abc' STARTS WITH 'ab'", "true"), ("'abc' STARTS WITH ''", "true"), ("'abc' STARTS WITH 'b'", "false"),
    ("'abc' ENDS WITH 'bc'", "true"), ("'abc' ENDS WITH 'xabc'", "false"), ("'abc' ENDS WITH ''", "true"),
    ("'abcabd' CONTAINS 'abd'", "true"), ("'abc' CONTAINS 'bd'", "false"), ("'' CONTAINS ''", "true"), ("'aé' CONTAINS 'é'", "true"),
    ("1 CONTAINS '1'", "null"), ("'1' CONTAINS 1", "null"), ("null STARTS WITH 'a'", "null"), ("'a' ENDS WITH null", "null"),
    ("'abc' =~ 'a.c'", "true"), ("'abcd' =~ 'a.c'", "false"), ("'abc' =~ 'a.*'", "true"), ("'ABC' =~ '(?i)abc'", "true"),
    ("'abc' =~ '[a-c]+'", "true"), ("'a' =~ null", "null"), ("1 =~ '1'", "null"), ("'a' =~ '('", "!ArgumentError InvalidArgumentValue"),
    ("'2024' =~ '\\\\d{4}'", "false"), ("'x' =~ 'x|y'", "true"), ("'' =~ ''", "true"),
  ])
  func membershipAndText(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test(arguments: [
    ("1 = 1.0", "true"), ("1 = '1'", "false"), ("null = null", "null"), ("[1] = [null]", "null"), ("1 <> 2", "true"), ("1 < 1.5", "true"),
    ("'a' < 1", "null"), ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("0.0 / 0.0 > 1", "false"), ("0.0 / 0.0 > 'a'", "null"),
    ("[1, 2] >= [1, null]", "null"), ("[1, 2] >= [3, null]", "false"), ("duration('P1D') < duration('P2D')", "null"),
    ("duration('P1D') = duration('PT24H')", "false"), ("date('2024-01-01') < date('2024-01-02')", "true"),
    ("date('2024-01-01') < localdatetime('2024-01-02')", "null"),
    ("datetime('2024-01-01T12:00+01:00') = datetime('2024-01-01T11:00Z')", "false"),
    ("datetime('2024-01-01T12:00+02:00') < datetime('2024-01-01T11:00Z')", "true"),
    ("time('12:00+01:00') < time('11:30Z')", "true"),
  ])
  func comparison(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test func patternsAreCompiledOnceAndTheCacheIsBounded() throws {
    var cache = PatternCache()
    for number in 0..<600 { #expect(try cache.matches("x\(number)", "x\(number)")) }
    #expect(try cache.matches("x1", "x\\d"))
    #expect(try !cache.matches("x\n", "x."))
  }
}
