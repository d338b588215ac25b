import ArticleText
import Testing

@testable import Sillage

/// Lines and columns as a person counts them, however far apart they are asked for.
@Suite struct ScalarPlacesTests {
  private static let text =
    "44 : J’ai vu l’usine de Cléon\tlivre… l’« Alpine » — né à Lyon ;\r\ne\u{301}te\u{301} 👩‍🔧 a\u{300}\n\nŒuvre: 日本語, naïve €9 “R5” ﬁn\rΩmega x"

  @Test(arguments: [1, 2, 3, 7, 8, 9, 16, 40], ["", "é", "abcdefg", "\n", "’’’"])
  func countWhatAPersonCounts(step: Int, padding: String) throws {
    let text = String(repeating: padding, count: 3) + Self.text + padding
    var places = ScalarPlaces(try VisibleText(name: "a", bytes: Array(text.utf8), format: .plainText))
    var asked = 0
    for (number, index) in text.indices.enumerated() where number % step == 0 {
      let before = text[..<index]
      let lines = before.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      let place = places.place(of: before.unicodeScalars.count, at: before.utf8.count)
      #expect(place == (lines.count, String(String.UnicodeScalarView(lines[lines.count - 1])).count + 1), "\(number)")
      asked += 1
    }
    #expect(asked > 0)
  }
}
