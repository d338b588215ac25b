import CypherPlanner
import GraphModel
import TestKit
import Testing

@testable import CypherEngine

/// Tables of expressions and what they come to; an exclamation mark is an error's type and detail.
@Suite struct ScalarFunctionTests {
  private static let wrongValue = "!TypeError InvalidArgumentValue"

  @Test(arguments: [
    ("size([1, 2, 3])", "3"), ("size([])", "0"), ("size('héllo')", "5"), ("size('')", "0"), ("size(null)", "null"),
    ("size(1)", wrongValue), ("head([1, 2])", "1"), ("head([])", "null"), ("head(null)", "null"), ("head(1)", wrongValue),
    ("last([1, 2])", "2"), ("last([])", "null"), ("tail([1, 2, 3])", "[2, 3]"), ("tail([])", "[]"), ("tail(null)", "null"),
    ("reverse([1, 'a', null])", "[null, 'a', 1]"), ("reverse('raksO')", "'Oskar'"), ("reverse('aé')", "'éa'"),
    ("reverse(null)", "null"), ("reverse(1)", wrongValue), ("range(0, 3)", "[0, 1, 2, 3]"), ("range(3, 0)", "[]"),
    ("range(3, 0, -1)", "[3, 2, 1, 0]"), ("range(0, 10, 4)", "[0, 4, 8]"), ("range(5, 5, -1)", "[5]"),
    ("range(9223372036854775806, 9223372036854775807)", "[9223372036854775806, 9223372036854775807]"),
    ("range(-9223372036854775808, 9223372036854775807, 9223372036854775807)", "[-9223372036854775808, -1, 9223372036854775806]"),
    ("range(9223372036854775807, -9223372036854775808, -9223372036854775808)", "[9223372036854775807, -1]"),
    ("range(0, 1, 0)", "!ArgumentError NumberOutOfRange"), ("range(0.0, 1)", "!ArgumentError InvalidArgumentType"),
    ("range(0, 'a')", "!ArgumentError InvalidArgumentType"), ("range(0, 1, true)", "!ArgumentError InvalidArgumentType"),
    ("range(0, 1, null)", "null"), ("range(0, 9223372036854775807)", "!ResourceExhausted LimitExceeded"),
    ("isEmpty([])", "true"), ("isEmpty([null])", "false"), ("isEmpty('')", "true"), ("isEmpty({})", "true"),
    ("isEmpty({a: 1})", "false"), ("isEmpty(null)", "null"), ("isEmpty(1)", wrongValue), ("exists(null)", "false"),
    ("exists({a: 1}.a)", "true"), ("exists({a: 1}.b)", "false"), ("isNaN(0.0 / 0.0)", "true"), ("isNaN(1)", "false"),
    ("isNaN(null)", "null"), ("isNaN('a')", wrongValue),
    ("nullIf(1, 1.0)", "null"), ("nullIf(1, 2)", "1"), ("nullIf(null, 1)", "null"),
    ("nullIf(1, null)", "1"), ("timestamp()", "1715940001000"), ("keys({b: 1, a: 2})", "['b', 'a']"), ("keys(null)", "null"),
    ("keys(1)", wrongValue), ("properties({a: 1})", "{a: 1}"), ("properties(null)", "null"), ("properties('a')", wrongValue),
    ("labels(null)", "null"), ("labels(1)", wrongValue), ("type(null)", "null"), ("type('')", wrongValue),
    ("id(null)", "null"), ("id(1)", wrongValue), ("length(null)", "null"), ("length([1])", wrongValue),
    ("nodes(null)", "null"), ("relationships(null)", "null"), ("startNode(null)", "null"), ("endNode({})", wrongValue),
    ("valueType(1)", "'INTEGER NOT NULL'"), ("valueType(null)", "'NULL'"), ("valueType('a')", "'STRING NOT NULL'"),
    ("valueType([1, 'a', null])", "'LIST<STRING | INTEGER> NOT NULL'"),
    ("valueType([])", "'LIST<NOTHING> NOT NULL'"), ("valueType(date('2024-01-01'))", "'DATE NOT NULL'"),
    ("size(randomUUID())", "36"), ("randomUUID() =~ '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'", "true"),
  ])
  func listsPredicatesAndScalars(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test(arguments: [
    ("toBoolean('true')", "true"), ("toBoolean('FALSE')", "false"), ("toBoolean(' true ')", "true"),
    ("toBoolean('tru')", "null"), ("toBoolean('')", "null"), ("toBoolean(true)", "true"), ("toBoolean(1)", "true"),
    ("toBoolean(0)", "false"), ("toBoolean(null)", "null"), ("toBoolean(1.0)", wrongValue), ("toBoolean([])", wrongValue),
    ("toBoolean({})", wrongValue), ("toInteger('42')", "42"), ("toInteger('-42')", "-42"), ("toInteger('1.7')", "1"),
    ("toInteger('-1.7')", "-1"), ("toInteger(' 42 ')", "42"), ("toInteger('1e3')", "1000"), ("toInteger('foo')", "null"),
    ("toInteger('')", "null"), ("toInteger('1x')", "null"), ("toInteger('0x10')", "null"), ("toInteger(2.9)", "2"),
    ("toInteger(-2.9)", "-2"), ("toInteger(true)", "1"), ("toInteger(null)", "null"), ("toInteger([])", wrongValue),
    ("toInteger('9223372036854775808')", "null"), ("toInteger(1e19)", "!ArithmeticError IntegerOverflow"),
    ("toInteger(NaN)", "!ArithmeticError IntegerOverflow"), ("toInteger(date('2024-01-01'))", wrongValue),
    ("toFloat('4.5')", "4.5"), ("toFloat('5')", "5.0"), ("toFloat('-1e-3')", "-0.001"), ("toFloat('foo')", "null"),
    ("toFloat('inf')", "null"), ("toFloat('NaN')", "NaN"), ("toFloat('Infinity')", "Infinity"), ("toFloat('')", "null"),
    ("toFloat(3)", "3.0"), ("toFloat(null)", "null"), ("toFloat(true)", wrongValue), ("toFloat([1])", wrongValue),
    ("toString(42)", "'42'"), ("toString(-0.5)", "'-0.5'"), ("toString(1.0)", "'1.0'"), ("toString(true)", "'true'"),
    ("toString('a')", "'a'"), ("toString(null)", "null"), ("toString(1e-9)", "'1.0E-9'"), ("toString([1])", wrongValue),
    ("toString({})", wrongValue), ("toString(date('2024-05-17'))", "'2024-05-17'"),
    ("toString(duration({hours: 1}))", "'PT1H'"), ("toBooleanOrNull(1.5)", "null"), ("toBooleanOrNull('true')", "true"),
    ("toIntegerOrNull([])", "null"), ("toIntegerOrNull(1e30)", "null"), ("toIntegerOrNull('7')", "7"),
    ("toFloatOrNull(true)", "null"), ("toFloatOrNull('1.5')", "1.5"), ("toStringOrNull([1])", "null"),
    ("toStringOrNull(1)", "'1'"), ("toBooleanList(['true', 'x', 1, [], null])", "[true, null, true, null, null]"),
    ("toIntegerList(['1', 2.5, true, {}])", "[1, 2, 1, null]"), ("toFloatList(['1', 2, null])", "[1.0, 2.0, null]"),
    ("toStringList([1, true, 'a', []])", "['1', 'true', 'a', null]"), ("toIntegerList(null)", "null"),
    ("toIntegerList(1)", wrongValue),
  ])
  func conversions(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test(arguments: [
    ("toUpper('straße')", "'STRASSE'"), ("upper('a')", "'A'"), ("toLower('ÉA')", "'éa'"), ("lower('A')", "'a'"),
    ("toUpper(null)", "null"), ("toUpper(1)", wrongValue), ("trim('  x y ')", "'x y'"), ("lTrim('  x ')", "'x '"),
    ("rTrim(' x  ')", "' x'"), ("ltrim(' x')", "'x'"), ("btrim('--x--', '-')", "'x'"), ("trim('xyx', 'xy')", "''"),
    ("trim(null)", "null"), ("btrim('a', null)", "null"), ("replace('a-b-c', '-', '+')", "'a+b+c'"),
    ("replace('aaa', 'aa', 'b')", "'ba'"), ("replace('abc', '', '-')", "'-a-b-c-'"), ("replace('abc', 'x', 'y')", "'abc'"),
    ("replace(null, 'a', 'b')", "null"), ("replace('a', 'a', null)", "null"), ("left('hello', 2)", "'he'"),
    ("left('hello', 9)", "'hello'"), ("left('hello', 0)", "''"), ("left(null, 1)", "null"),
    ("left('a', -1)", "!ArgumentError NegativeIntegerArgument"), ("left('a', 'b')", wrongValue), ("right('hello', 2)", "'lo'"),
    ("right('hello', 9)", "'hello'"), ("right('a', -1)", "!ArgumentError NegativeIntegerArgument"),
    ("substring('0123456789', 1)", "'123456789'"), ("substring('hello', 1, 3)", "'ell'"), ("substring('hello', 9)", "''"),
    ("substring('hello', 3, 9)", "'lo'"), ("substring('héllo', 1, 1)", "'é'"), ("substring('a', null)", "null"),
    ("substring('a', -1)", "!ArgumentError NegativeIntegerArgument"), ("split('one1two', '1')", "['one', 'two']"),
    ("split('a,b,,c', ',')", "['a', 'b', '', 'c']"), ("split('', ',')", "['']"), ("split('abc', '')", "['a', 'b', 'c']"),
    ("split('a,b;c', [',', ';'])", "['a', 'b', 'c']"), ("split('abc', 'x')", "['abc']"), ("split(null, ',')", "null"),
    ("split('a', null)", "null"), ("split('a', 1)", wrongValue), ("char_length('héllo')", "5"),
    ("character_length('a')", "1"), ("char_length(null)", "null"),
  ])
  func strings(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test(arguments: [
    ("abs(-5)", "5"), ("abs(-5.5)", "5.5"), ("abs(null)", "null"), ("abs('a')", wrongValue),
    ("abs(-9223372036854775808)", "!ArithmeticError IntegerOverflow"), ("ceil(1.2)", "2.0"), ("ceiling(-1.2)", "-1.0"),
    ("ceil(3)", "3.0"), ("floor(1.8)", "1.0"), ("floor(-1.2)", "-2.0"), ("round(1.5)", "2.0"), ("round(-1.5)", "-1.0"),
    ("round(2.4)", "2.0"), ("round(0.49999999999999994)", "0.0"), ("round(3)", "3.0"), ("round(3.14159, 2)", "3.14"),
    ("round(1.005, 2)", "1.01"), ("round(-1.55, 1)", "-1.6"), ("round(1249.0, -2)", "1200.0"), ("round(1250.0, -2)", "1300.0"),
    ("round(5.0, -1)", "10.0"), ("round(4.0, -1)", "0.0"), ("round(9.99, 1)", "10.0"), ("round(0.007, 2)", "0.01"),
    ("round(1.25, 1, 'HALF_UP')", "1.3"), ("round(1.25, 1, 'HALF_DOWN')", "1.2"), ("round(1.25, 1, 'HALF_EVEN')", "1.2"),
    ("round(1.35, 1, 'HALF_EVEN')", "1.4"), ("round(1.21, 1, 'UP')", "1.3"), ("round(-1.21, 1, 'UP')", "-1.3"),
    ("round(1.29, 1, 'DOWN')", "1.2"), ("round(-1.29, 1, 'CEILING')", "-1.2"), ("round(-1.21, 1, 'FLOOR')", "-1.3"),
    ("round(1.2, 1, 'SIDEWAYS')", "!ArgumentError InvalidArgumentValue"), ("round(null)", "null"), ("round(NaN)", "NaN"),
    ("round(Infinity, 2)", "Infinity"), ("round(1.5, 400)", "1.5"), ("sign(-0.5)", "-1"), ("sign(0)", "0"), ("sign(7)", "1"),
    ("sign(null)", "null"), ("e()", "2.718281828459045"), ("pi()", "3.141592653589793"), ("exp(0)", "1.0"),
    ("log(1)", "0.0"), ("ln(1)", "0.0"), ("log(0)", "-Infinity"), ("log(-1)", "NaN"), ("log10(1000)", "3.0"), ("sqrt(2.25)", "1.5"),
    ("sqrt(-1)", "NaN"), ("sqrt(null)", "null"), ("sqrt('4')", wrongValue), ("sin(0)", "0.0"), ("cos(0)", "1.0"),
    ("tan(0)", "0.0"), ("cot(0)", "Infinity"), ("asin(1) * 2 = pi()", "true"), ("acos(1)", "0.0"), ("atan(0)", "0.0"),
    ("atan2(0, 1)", "0.0"), ("atan2(null, 1)", "null"), ("degrees(pi())", "180.0"), ("radians(180) = pi()", "true"),
    ("haversin(0)", "0.0"), ("sinh(0)", "0.0"), ("cosh(0)", "1.0"), ("tanh(0)", "0.0"), ("coth(0)", "Infinity"),
    ("rand() < 1.0", "true"), ("rand() >= 0.0", "true"),
  ])
  func mathematics(expression: String, expected: String) throws { #expect(try shown(expression) == expected) }

  @Test func randomNumbersAreTheSameForTheSameSeed() throws {
    let (a, b) = (FunctionContext.forTests(), FunctionContext.forTests())
    for _ in 0..<20 { #expect(try shown("rand()", a) == shown("rand()", b)) }
    #expect(try shown("rand()", a) != shown("rand()", a))
  }

  @Test func entitiesAreReadFromTheGraph() throws {
    let graph = MemoryGraph()
    let (company, model) = (try graph.makeLabel(named: "Company"), try graph.makeLabel(named: "Model"))
    let key = try graph.makePropertyKey(named: "name")
    let maker = try graph.createNode(labels: [company], properties: [(key, .string("Aurora"))])
    let car = try graph.createNode(labels: [company, model], properties: [])
    let builds = try graph.createRelationship(
      try graph.makeRelationshipType(named: "BUILDS"), from: maker, to: car, properties: [(key, .integer(7))])
    let context = FunctionContext.forTests(graph: graph)
    let variables: [String: Value] = [
      "n": .node(maker), "m": .node(car), "r": .relationship(builds),
      "p": .path(Path(nodes: [maker, car], relationships: [builds])),
    ]
    func show(_ text: String) throws -> String {
      do {
        return try ExpressionReader.evaluate(text, context, variables: variables).shown
      } catch let error as EvaluationError {
        return error.shown
      }
    }
    let before = [
      ("labels(n)", "['Company']"), ("labels(m)", "['Company', 'Model']"), ("type(r)", "'BUILDS'"), ("keys(n)", "['name']"),
      ("properties(r)", "{name: 7}"), ("n.name", "'Aurora'"), ("n.missing", "null"), ("m.name", "null"), ("r.name", "7"),
      ("n['name']", "'Aurora'"), ("r['name']", "7"), ("startNode(r) = n", "true"), ("endNode(r) = m", "true"),
      ("length(p)", "1"), ("nodes(p) = [n, m]", "true"), ("relationships(p) = [r]", "true"), ("rels(p) = [r]", "true"),
      ("size(p)", Self.wrongValue), ("labels(r)", Self.wrongValue), ("type(n)", Self.wrongValue),
      ("id(n) = id(m)", "false"), ("elementId(n) = toString(id(n))", "true"), ("p.name", "!TypeError InvalidArgumentType"),
      ("n[0]", "!TypeError MapElementAccessByNonString"), ("toInteger(n)", Self.wrongValue), ("n = n", "true"),
    ]
    for (text, expected) in before { #expect(try show(text) == expected, "\(text)") }
    let ends = try #require(try graph.ends(of: [builds])[0])
    context.deleted.nodes = [maker]
    context.deleted.relationships = [builds: ends]
    let gone = "!EntityNotFound DeletedEntityAccess"
    let after = [
      ("labels(n)", gone), ("n.name", gone), ("keys(n)", gone), ("properties(r)", gone), ("r.name", gone),
      ("type(r)", "'BUILDS'"), ("startNode(r) = n", "true"), ("labels(m)", "['Company', 'Model']"), ("id(n) = id(n)", "true"),
    ]
    for (text, expected) in after { #expect(try show(text) == expected, "\(text) after deletion") }
  }
}
