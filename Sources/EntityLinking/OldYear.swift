/// Years before the present models.
enum OldYear {
  private static let full = WordSet((1895...1999).map(String.init))
  /// Both.
  private static let any = WordSet((1895...1999).map(String.init) + (50...99).map(String.init))
  private static let before = WordSet(["en", "in", "depuis", "since", "annee", "from"])

  private static let seasons = WordSet(
    [
      "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
      "annee", "year", "printemps", "ete", "automne", "hiver", "trimestre", "spring", "summer", "autumn", "winter",
    ])
  static func isMonth(_ word: Word) -> Bool { seasons.contains(word.hash) }

  /// How many words the heading of an article has at most.
  private static let heading = 25

  /// Whether an article bears a date before 2000 in a short first paragraph: "no 88 – mars 1997", not "né en mars 1997".
  static func dates(_ words: [Word], _ classes: [WordClasses], _ paragraphOf: [Int32]) -> Bool {
    let end = paragraphOf.prefix(heading + 1).firstIndex { $0 > 0 } ?? words.count
    guard end <= heading else { return false }
    return (0..<end).dropFirst().contains {
      full.contains(words[$0].hash) && (seasons.contains(words[$0 - 1].hash) || $0 > 1 && seasons.contains(words[$0 - 2].hash))
        && ($0 < 2 || classes[$0 - 2].isDisjoint(with: [WordClasses(.function), WordClasses(.about)]))
    }
  }

  /// Whether a number is a year from 1895 to 1999, or two digits of one: "en 82", "in 1979".
  /// - Parameter isOfModel: whether the name of a model stands before it, so that "de 98" is a year, too.
  static func isOne(_ index: Int, _ words: [Word], _ classes: [WordClasses], isOfModel: Bool = false) -> Bool {
    let hash = words[index].hash
    guard any.contains(hash) else { return false }
    if full.contains(hash) { return true }
    guard index > 0, before.contains(words[index - 1].hash) || isOfModel && classes[index - 1].contains(.about)
    else { return false }
    guard index + 1 < words.count, !words[index + 1].gap.contains(.sentence) else { return true }
    let isCounted = classes[index + 1].contains(.unit) || classes[index + 1].contains(.numberWord)
    return !isCounted && words[index + 1].gap != [.space, .other] || words[index + 1].gap.contains(.line)
  }
}
