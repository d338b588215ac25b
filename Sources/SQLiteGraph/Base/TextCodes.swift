import GraphModel

/// The texts of a column that repeat, numbered through all of its parts, so that each is made and tested once for many ids.
///
/// It takes up the parts that are asked for.
final class TextCodes {
  /// For so many ids the numbers are worth making.
  static let worthwhile = 64
  /// Parts with further texts are not taken up.
  private static let mostTexts = 1 << 16

  /// By number; there is no text 0.
  private(set) var texts = [""]
  /// 0 where the id has no text, or its part was not taken up.
  private let numbers: LazyBuffer<UInt32>
  private let isKnown: LazyBuffer<UInt8>
  private var left: Int
  private var numbersOfTexts: [[UInt8]: UInt32] = [:]

  init(limit: Int) throws(StoreError) {
    left = BasePart.count(limit: limit)
    numbers = try LazyBuffer(count: limit + 1)
    isKnown = try LazyBuffer(count: left)
  }

  /// 0 where the text has to be asked of its part.
  @inline(__always)
  func number(of id: Int) -> Int { Int(numbers[id]) }

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
    let bytes = Array(text.utf8)
    if let known = numbersOfTexts[bytes] { return known }
    let number = UInt32(texts.count)
    texts.append(text)
    numbersOfTexts[bytes] = number
    return number
  }
}
