/// Texts that many rows share, by number.
///
/// It never changes, so that what was worked out for a number holds in every column of the same dictionary. Two numbers may stand for
/// the same text.
public final class TextDictionary: Sendable {
  public let texts: [String]

  public init(_ texts: [String]) { self.texts = texts }

  /// The text of each row. Cost: a reference taken for each.
  @inlinable
  public func texts(of codes: [UInt32]) -> [String] { codes.map { texts[Int($0)] } }

  /// Numbers for the texts of two dictionaries that are the same where the texts have the same code points.
  public func numbers(beside other: TextDictionary) -> (own: [Int], other: [Int]) {
    var known: [[Unicode.Scalar]: Int] = [:]
    func number(_ text: String) -> Int {
      let scalars = Array(text.unicodeScalars)
      if let number = known[scalars] { return number }
      known[scalars] = known.count
      return known.count - 1
    }
    let own = texts.map(number)
    return (own, other === self ? own : other.texts.map(number))
  }

  /// What is worked out of a text for each row, once for each text. Cost: one call a text of the dictionary, or a row where there are fewer
  /// rows, and a look-up a row.
  @inlinable
  public func map<Answer>(_ codes: [UInt32], _ work: (String) -> Answer) -> [Answer] {
    if codes.count < texts.count { return codes.map { work(texts[Int($0)]) } }
    let answers = texts.map(work)
    return codes.map { answers[Int($0)] }
  }
}

extension Column {
  /// The same column with a text of its own for each row, where its texts are shared.
  @inlinable
  public var uncoded: Column {
    if case .coded(let codes, let dictionary, let valid) = self { .strings(dictionary.texts(of: codes), valid: valid) } else { self }
  }
}
