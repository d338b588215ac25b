/// Counts the words of short texts as names and articles are divided into words. It keeps its memory from one to the next.
public struct WordCounter {
  private var hasher = WordHasher()

  public init() {}

  /// How many words a text has. Cost: one pass over it.
  public mutating func count(_ text: String) -> Int {
    if let count = Self.plainCount(text.utf8) { return count }
    hasher.read(text)
    return hasher.hashes.count
  }

  /// The same for letters with single spaces between them; nil for other texts.
  private static func plainCount(_ text: String.UTF8View) -> Int? {
    var count = 0
    var isAtStart = true
    for byte in text {
      if byte == UInt8(ascii: " ") {
        if isAtStart { return nil }
        isAtStart = true
      } else {
        guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 else { return nil }
        if isAtStart { count += 1 }
        isAtStart = false
      }
    }
    return isAtStart ? nil : count
  }
}
