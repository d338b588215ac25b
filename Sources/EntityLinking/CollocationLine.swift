/// Reads the text of a table of ``Collocations`` line by line.
struct CollocationLine {
  private let text: [UInt8]
  /// The line at hand.
  private var start = 0
  private var end = -1

  init(of text: [UInt8]) { self.text = text }

  /// Goes on to the next line; false behind the last.
  mutating func advance() -> Bool {
    start = end + 1
    guard start < text.count else { return false }
    end = start
    while end < text.count, text[end] != 0x0A { end += 1 }
    return true
  }

  /// The weight of the line, and the key that has it: the hashes of its columns behind the first, each mixed into those before. Nil for a line
  /// that is none. Cost: linear in the line.
  func read() -> (weight: Int16, key: UInt64)? {
    var at = start
    guard let weight = number(&at), let subject = column(&at) else { return nil }
    var key = subject
    while let item = column(&at) { key = WordHash.mixing(item, into: key) }
    return (weight, key)
  }

  /// A whole number that ends with the line or before a blank.
  private func number(_ at: inout Int) -> Int16? {
    let isNegative = at < end && text[at] == 0x2D
    if isNegative { at += 1 }
    let first = at
    var number = 0
    while at < end, text[at] != 0x20 {
      guard text[at] >= 0x30, text[at] <= 0x39, number <= Int(Int16.max) else { return nil }
      number = number * 10 + Int(text[at] - 0x30)
      at += 1
    }
    return at > first ? Int16(exactly: isNegative ? -number : number) : nil
  }

  /// The hash of the next column; nil where the line has no more.
  private func column(_ at: inout Int) -> UInt64? {
    while at < end, text[at] == 0x20 { at += 1 }
    guard at < end else { return nil }
    let first = at
    while at < end, text[at] != 0x20 { at += 1 }
    return WordHash.of(text.span.extracting(first..<at))
  }
}
