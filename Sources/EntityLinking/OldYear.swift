/// Years before the present models.
enum OldYear {
  private static let full = WordSet((1895...1999).map(String.init))
  private static let short = WordSet((50...99).map(String.init))
  private static let before = WordSet(["en", "in", "depuis", "since", "annee", "from"])

  /// Whether a number is a year from 1895 to 1999, or two digits of one: "en 82", "in 1979".
  static func isOne(_ index: Int, _ words: [Word], _ classes: [WordClasses]) -> Bool {
    let word = words[index]
    if full.contains(word.hash) { return true }
    guard short.contains(word.hash), index > 0, before.contains(words[index - 1].hash) else { return false }
    guard index + 1 < words.count, !words[index + 1].gap.contains(.sentence) else { return true }
    let isCounted = classes[index + 1].contains(.unit) || classes[index + 1].contains(.numberWord)
    return !isCounted && words[index + 1].gap != [.space, .other] || words[index + 1].gap.contains(.line)
  }
}
