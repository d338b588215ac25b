import ArticleText
import TestKit
import Testing

@testable import EntityLinking

/// What a scan finds in a few passes over blocks and windows is what a search for each form at each word finds.
@Suite struct CandidateTests {
  private struct Token {
    var start: Int
    var end: Int
    var word: String
    /// Whether a name may go on from the word before.
    var joins: Bool
  }

  /// What is put between words, and whether a name may run through it.
  private static let gaps: [(String, Bool)] = [
    (" ", true), (" ", true), (" ", true), ("-", true), ("’", true), ("\n", true), ("\u{A0}", true), (", ", false), ("\n\n", false), (" «", false),
  ]

  private static let forms: [[String]: Int] = {
    let table = carmakerLinker.index.table
    var forms: [[String]: Int] = [:]
    for form in table.records.indices {
      var letters = table.letters(of: form)
      let words = table.words(of: form).map { word in
        defer { letters = letters.dropFirst(Int(word.length)) }
        return String(decoding: letters.prefix(Int(word.length)), as: UTF8.self)
      }
      forms[words] = form
    }
    return forms
  }()

  @Test(arguments: 0..<40)
  func theLongestNamesFromLeftToRight(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let names = Self.forms.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var (text, tokens) = ("", [Token]())
    for _ in 0..<Int.random(in: 0...300, using: &random) {
      let name =
        Bool.random(using: &random)
        ? names.randomElement(using: &random) ?? [] : [["la", "œuvre", "x", "électrification"].randomElement(using: &random) ?? ""]
      for word in name.prefix(Int.random(in: 1...4, using: &random)) {
        let (gap, joins) = text.isEmpty ? ("", false) : Self.gaps.randomElement(using: &random) ?? ("", false)
        let written = Bool.random(using: &random) ? word.uppercased() : word.replacing("e", with: "é")
        text += gap
        let start = text.utf8.count
        text += written
        tokens.append(Token(start: start, end: text.utf8.count, word: Folding.words(of: word).joined(), joins: joins))
      }
    }
    #expect(carmakerLinker.candidates(in: Array(text.utf8)) == Self.search(tokens), "\(text)")
  }

  private static func search(_ tokens: [Token]) -> [Candidate] {
    var found: [Candidate] = []
    var position = 0
    while position < tokens.count {
      var (end, words, best) = (position, [String](), Candidate?.none)
      repeat {
        words.append(tokens[end].word)
        if let form = forms[words] { best = Candidate(start: tokens[position].start, end: tokens[end].end, form: form) }
        end += 1
      } while end < tokens.count && tokens[end].joins && words.count < 12
      if let best { found.append(best) }
      position += max(1, best.map { last in tokens[position...].prefix { $0.start < last.end }.count } ?? 1)
    }
    return found
  }

  /// A window of words ends somewhere in the names, or in a word that goes on behind the end of its line.
  @Test(arguments: ["Renault Espace", "Luca de Meo", "Auto-\nmotive Cells Company", "usine de Mul-\r\nhouse", "Usine\u{2010}\nde Cléon"])
  func windowsEndAnywhere(_ name: String) {
    let text = "la \(name) et la \(name)"
    let alone = carmakerLinker.candidates(in: Array(text.utf8))
    #expect(alone.count == 2)
    for shift in 1_380...1_560 {
      let moved = carmakerLinker.candidates(in: Array((String(repeating: ".", count: shift) + text).utf8))
      #expect(moved.map { Candidate(start: $0.start - shift, end: $0.end - shift, form: $0.form) } == alone, "\(shift)")
    }
  }

  /// The words of an article are read some blocks at a time; these, too, end somewhere in the names.
  @Test(arguments: ["Renault Espace", "Luca de Meo", "Auto-\nmotive Cells Company", "usine de Mul-\r\nhouse", "Usine\u{2010}\nde Cléon"])
  func blocksOfAnArticleEndAnywhere(_ name: String) throws {
    let text = "\n\nVoici \(name) et la Dacia."
    func places(_ shift: Int) throws -> [String] {
      let raw = Array((String(repeating: ".", count: shift) + text).utf8)
      return carmakerLinker.judgements(in: try VisibleText(name: "a", bytes: raw, format: .plainText)).map {
        "\($0.start - shift) \($0.end - shift) \($0.total) \($0.candidates.map(\.entity))"
      }
    }
    let alone = try places(1)
    #expect(alone.count == 2)
    for shift in 440...520 { #expect(try places(shift) == alone, "\(shift)") }
  }
}
