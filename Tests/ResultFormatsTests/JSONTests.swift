import Testing

@testable import ResultFormats

@Suite("Reading and writing JSON")
struct JSONTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", .boolean(true)), ("[]", .array([])), ("{}", .object([])),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)), ("-0", .integer(0)),
      ("1.0", .float(1)), ("1e3", .float(1000)), ("-2.5E-1", .float(-0.25)), ("0.1", .float(0.1)),
      (#""a\"\\\/\b\f\n\r\tb""#, .string("a\"\\/\u{8}\u{C}\n\r\tb")), (#""\u00e9\ud83d\ude97""#, .string("é🚗")),
      ("\u{FEFF}[1]", .array([.integer(1)])),
      (
        #"{"b":1,"a":[2,{"c":null}]}"#,
        .object([
          JSONMember("b", .integer(1)), JSONMember("a", .array([.integer(2), .object([JSONMember("c", .null)])])),
        ])
      ),
    ] as [(String, JSONValue)])
  func reads(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(text) == value)
  }

  @Test(arguments: [
    ("", 0, "expected a value, found the end of the text"), ("  ", 2, "expected a value, found the end of the text"),
    ("[1,]", 3, "expected a value"), ("[1 2]", 3, "expected `,` or `]` in an array"), ("[1", 2, "expected `,` or `]` in an array"),
    ("{\"a\" 1}", 5, "expected `:` after a name"), ("{a:1}", 1, "expected a name in quotes"),
    ("{\"a\":1,}", 7, "expected a name in quotes"), ("{\"a\":1,\"a\":2}", 7, "the name `a` stands twice in one object"),
    ("1 2", 2, "text after the end of the value"), ("tru", 0, "expected `true`"), ("nul", 0, "expected `null`"),
    ("01", 1, "text after the end of the value"), ("1.", 2, "expected a digit"), ("-", 1, "expected a digit"),
    (".5", 0, "expected a value"), ("+1", 0, "expected a value"), ("1e", 2, "expected a digit"),
    ("9223372036854775808", 0, "the integer 9223372036854775808 does not fit 64 bits"),
    ("[1e400]", 1, "the number 1e400 does not fit a 64-bit float"), ("\"abc", 0, "the string is not closed"),
    ("\"a\nb\"", 2, "a control character in a string must be escaped"), (#""\x""#, 1, "no such escape"),
    (#""\u12g4""#, 5, "expected four hexadecimal digits"), (#""a\ud800""#, 2, "half of a surrogate pair stands alone"),
    (#""\udc00\ud800""#, 1, "half of a surrogate pair stands alone"),
    (#""\ud800\u0041""#, 1, "half of a surrogate pair stands alone"), ("// no", 0, "expected a value"),
    ("NaN", 0, "expected a value"), ("'a'", 0, "expected a value"),
  ])
  func refuses(text: String, offset: Int, message: String) {
    #expect(throws: JSONError(offset: offset, message: message)) { try JSONReader.read(text) }
  }

  @Test func refusesBytesThatAreNoUTF8() {
    let bytes: [UInt8] = Array("[\"é".utf8) + [0xC3, 0x28] + Array("\"]".utf8)
    #expect(throws: JSONError(offset: 4, message: "the bytes are no UTF-8")) { try JSONReader.read(bytes) }
  }

  @Test func nestingHasALimit() throws {
    let limit = JSONReader.depthLimit
    let deep = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(throws: Never.self) { try JSONReader.read(deep) }
    #expect(throws: JSONError(offset: limit, message: "nested deeper than \(limit) levels")) {
      try JSONReader.read("[" + deep + "]")
    }
    #expect(throws: JSONError.self) { try JSONReader.read(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test func numbersAreWrittenInTheFewestDigits() {
    func written(_ append: (inout [UInt8]) -> Void) -> String {
      var out: [UInt8] = []
      append(&out)
      return String(decoding: out, as: UTF8.self)
    }
    let others: [Double] = [-0.0, -1.5, 0.005, 0.125, 999.995, 1000, 1e16, 0.1 + 0.2, 1 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    let numbers = (0...10_000).map { Double($0) / 100 } + (99_900...100_100).map { Double($0) / 100 } + others
    #expect(numbers.filter { number in written { JSONWriter.append(number, to: &$0) } != String(describing: number) } == [])
    let integers: [Int64] = [0, 7, 10, 99, 100, -1, -10, 1_234_567_890, .max, .min]
    #expect(integers.filter { integer in written { JSONWriter.append(integer, to: &$0) } != String(integer) } == [])
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<2000 {
      let value = randomJSON(&random, depth: 4)
      var text: [UInt8] = []
      JSONWriter.append(value, to: &text)
      #expect(try JSONReader.read(text) == value)
    }
  }

  @Test func brokenTextNeverTraps() throws {
    var random = SplitMix(seed: 12)
    var refused = 0
    for _ in 0..<5000 {
      var text: [UInt8] = []
      JSONWriter.append(randomJSON(&random, depth: 3), to: &text)
      for _ in 0..<(1 + random.below(3)) where !text.isEmpty {
        let at = random.below(text.count)
        switch random.below(3) {
        case 0: text[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: text.remove(at: at)
        default: text.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
        }
      }
      do {
        _ = try JSONReader.read(text)
      } catch {
        refused += 1
        #expect((0...text.count).contains(error.offset))
        #expect(!error.message.isEmpty)
      }
    }
    #expect(refused > 2500)
  }

  private func randomJSON(_ random: inout SplitMix, depth: Int) -> JSONValue {
    switch random.below(depth > 0 ? 8 : 6) {
    case 0: .null
    case 1: .boolean(random.below(2) == 0)
    case 2: .integer(Int64(bitPattern: random.next()))
    case 3: .integer(Int64(random.below(2000)) - 1000)
    case 4: .float(random.float())
    case 5: .string(random.text())
    case 6: .array((0..<random.below(5)).map { _ in randomJSON(&random, depth: depth - 1) })
    default:
      .object((0..<random.below(5)).map { JSONMember("\($0)" + random.text(), randomJSON(&random, depth: depth - 1)) })
    }
  }
}

/// Numbers that look random and are the same in each run.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Any finite float.
  mutating func float() -> Double {
    while true {
      let number = Double(bitPattern: next())
      if number.isFinite { return number }
    }
  }

  /// Up to eleven scalars from all over Unicode, controls among them.
  mutating func text() -> String {
    var out = String.UnicodeScalarView()
    for _ in 0..<below(12) {
      let limit = [0x80, 0x300, 0x3000, 0x11_0000][below(4)]
      if let scalar = Unicode.Scalar(UInt32(below(limit))) { out.append(scalar) }
    }
    return String(out)
  }
}
