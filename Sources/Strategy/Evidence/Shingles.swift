/// The runs of so many words that a text has, for telling texts that repeat each other (Broder, 1997). Case, accents and
/// punctuation do not count.
public struct Shingles: Hashable, Sendable {
  private let runs: Set<[String]>

  /// A text with fewer words than a run has one run of what it has; a text without words has none.
  public init(_ text: String, words size: Int) {
    let words = Self.words(text)
    guard words.count > size else {
      runs = words.isEmpty ? [] : [words]
      return
    }
    runs = Set((0...(words.count - size)).map { Array(words[$0..<($0 + size)]) })
  }

  public var count: Int { runs.count }

  public func shared(with other: Shingles) -> Int { runs.intersection(other.runs).count }

  /// How many of the runs of both are in both, from 0 to 1.
  public func resemblance(to other: Shingles) -> Double {
    let all = runs.union(other.runs).count
    return all == 0 ? 0 : Double(shared(with: other)) / Double(all)
  }

  /// How many of the runs of the shorter text are in the other one, from 0 to 1.
  public func containment(in other: Shingles) -> Double {
    let shorter = min(runs.count, other.runs.count)
    return shorter == 0 ? 0 : Double(shared(with: other)) / Double(shorter)
  }

  /// Runs of letters and digits, in lower case without combining marks.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(base(of: scalar))
      } else if scalar.properties.canonicalCombiningClass == .notReordered, !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The letter without its accent, for the accents of French.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à", "â", "ä", "á": "a"
    case "é", "è", "ê", "ë": "e"
    case "î", "ï", "í": "i"
    case "ô", "ö", "ó": "o"
    case "ù", "û", "ü", "ú": "u"
    case "ç": "c"
    default: scalar
    }
  }
}
