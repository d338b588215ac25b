import GraphModel

/// The texts of a column that repeat, numbered through all of its parts, so that each is made and tested once for many ids. A text has
/// more than one number only by an accident of digests.
///
/// It takes up the parts that are asked for.
final class TextCodes {
  /// For so many ids the numbers are worth making.
  static let worthwhile = 64
  /// Parts with further texts are not taken up.
  private static let mostTexts = 4_096

  /// By number; there is no text 0.
  private var texts = [""]
  /// Nil where texts came since it was made.
  private var made: TextDictionary?
  /// For each id; 0 where it has no text, or its part was not taken up.
  let numbers: LazyBuffer<UInt32>
  private let isKnown: LazyBuffer<UInt8>
  private var left: Int
  /// By the digest of the text. Of texts that share one, the first.
  private var known = SortedTable<UInt64, UInt32>()

  init(limit: Int) throws(StoreError) {
    left = BasePart.count(limit: limit)
    numbers = try LazyBuffer(count: limit + 1)
    isKnown = try LazyBuffer(count: left)
  }

  /// The texts so far. Numbers that are given later are those of a later dictionary, which begins as this one.
  var dictionary: TextDictionary {
    if let made { return made }
    let dictionary = TextDictionary(texts)
    made = dictionary
    return dictionary
  }

  /// Whether there may be parts that it has not looked at.
  var mayLackParts: Bool { left > 0 }

  @inline(__always)
  func lacks(_ part: Int) -> Bool { isKnown[part] == 0 }

  /// Looks at the texts of a part; `valid` holds 1 for the ids that have one.
  func add(_ part: Int, _ texts: TextPart?, ids: Range<Int>, valid: LazyBuffer<UInt8>) {
    isKnown[part] = 1
    left -= 1
    guard case .codes(let codes, let own)? = texts?.form, self.texts.count + own.count <= Self.mostTexts else { return }
    let mapped = own.map { number(of: $0) }
    for (id, code) in zip(ids, codes) where valid[id] != 0 { numbers[id] = mapped[Int(code)] }
  }

  private func number(of text: String) -> UInt32 {
    let digest = Digest.of(text)
    let same = known[digest]
    if let same, texts[Int(same)].utf8.elementsEqual(text.utf8) { return same }
    let number = UInt32(texts.count)
    texts.append(text)
    made = nil
    if same == nil { known[digest] = number }
    return number
  }
}
