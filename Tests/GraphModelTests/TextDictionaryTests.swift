import GraphModel
import Testing

@Suite("Texts that rows share")
struct TextDictionaryTests {
  private let dictionary = TextDictionary(["", "FR", "DE", "é"])

  private func values(_ column: Column) -> [String?] {
    (0..<column.count).map { if case .string(let text) = column[$0] { text } else { nil } }
  }

  @Test("A coded column tells what its texts tell")
  func tells() {
    let column = Column.coded([1, 0, 3, 1], dictionary, valid: [true, false, true, true])
    #expect(values(column) == ["FR", nil, "é", "FR"])
    #expect(values(column.uncoded) == ["FR", nil, "é", "FR"])
    #expect(values(column.gathered([3, 1, 1])) == ["FR", nil, nil])
    #expect(values(column.slice(1..<3)) == [nil, "é"])
    #expect(values(column.gatheredOrNull([-1, 2, 1, 0])) == [nil, "é", nil, "FR"])
    #expect(values(Column.coded([], TextDictionary([]), valid: nil).gatheredOrNull([-1])) == [nil])
  }

  @Test("Columns of one dictionary stay coded when they are joined, others become texts")
  func joins() {
    let (first, second) = (Column.coded([1, 2], dictionary, valid: nil), Column.coded([0, 3], dictionary, valid: [false, true]))
    let other = Column.coded([1], TextDictionary(["", "IT"]), valid: nil)
    guard case .coded(let codes, let kept, let valid) = Column.joined([first, second]) else {
      Issue.record("not coded")
      return
    }
    #expect(codes == [1, 2, 0, 3] && kept === dictionary && valid == [true, true, false, true])
    for (columns, expected) in [
      ([first, other], ["FR", "DE", "IT"]), ([first, .strings(["x"], valid: nil)], ["FR", "DE", "x"]),
      ([.strings(["x"], valid: nil), second], ["x", nil, "é"]), ([second, .values([.null])], [nil, "é", nil]),
    ] as [([Column], [String?])] {
      #expect(values(Column.joined(columns)) == expected)
    }
  }

  @Test("Many rows of short dictionaries stay coded")
  func joinsShortOnes() {
    let many = Column.coded(Array(repeating: 1, count: 40), TextDictionary(["a", "b"]), valid: nil)
    let others = Column.coded(Array(repeating: 0, count: 3), TextDictionary(["c", "b"]), valid: [true, false, true])
    guard case .coded(_, let joined, _) = Column.joined([many, others, many]) else {
      Issue.record("not coded")
      return
    }
    #expect(joined.texts == ["a", "b", "c", "b", "a", "b"])
    #expect(values(Column.joined([many, others, many]))[39...43] == ["b", "c", nil, "c", "b"])
  }

  @Test("Texts of two dictionaries have one number where their code points are the same")
  func numbersBesideOthers() {
    let first = TextDictionary(["é", "e\u{301}", "a", "é"])
    let numbers = first.numbers(beside: TextDictionary(["a", "b", "e\u{301}"]))
    #expect(numbers.own == [0, 1, 2, 0] && numbers.other == [2, 3, 1])
    let same = first.numbers(beside: first)
    #expect(same.own == [0, 1, 2, 0] && same.other == [0, 1, 2, 0])
  }

  @Test("What is worked out once for each text is the same as for each row")
  func maps() {
    for codes in [[2], [1, 1, 2, 0, 3, 3, 1]] as [[UInt32]] {
      #expect(dictionary.map(codes) { $0.utf8.count } == codes.map { dictionary.texts[Int($0)].utf8.count })
    }
  }

  @Test("Pieces of texts")
  func pieces() {
    let texts = ["Renault", "é\u{301}t", "", "日本語", "\r\nx"]
    func strings(_ piece: TextPiece) -> [String?] { values(piece.column(of: texts, valid: nil)) }
    #expect(strings(.scalars(from: 1, count: 2)) == ["en", "\u{301}t", "", "本語", "\nx"])
    #expect(strings(.scalars(from: 2, count: .max)) == ["nault", "t", "", "語", "x"])
    #expect(strings(.last(2)) == ["lt", "\u{301}t", "", "本語", "\nx"])
    #expect(strings(.last(.max)) == texts)
    #expect(strings(.uppercased) == ["RENAULT", "É\u{301}T", "", "日本語", "\r\nX"])
    guard case .integers(let lengths, nil) = TextPiece.length.column(of: texts, valid: nil) else {
      Issue.record("no lengths")
      return
    }
    #expect(lengths == [7, 3, 0, 3, 3])
  }
}
