/// Whether a page can be given to a parser: its elements are not nested, its tags not filled, beyond all sense.
///
/// A parser looks through the open elements at many tags, and through the attributes before each attribute, so that such pages
/// would take a time that grows with their square.
enum HTMLShape {
  /// Browsers nest no deeper either.
  private static let deepest = 512
  private static let mostAttributes = 256

  /// Cost: one pass.
  static func isSensible(_ raw: [UInt8]) -> Bool {
    var scanner = HTMLScanner(raw)
    var open = OpenElements()
    let less = ByteFinder(.init(0x3C))
    var position = 0
    while true {
      let start = less.next(in: raw.span, from: position)
      guard start < raw.count else { return true }
      guard let tag = scanner.tag(at: start) else {
        if begins(raw, start) { return attributes(raw[start...]) <= mostAttributes }
        position = start + 1
        continue
      }
      position = tag.end
      if attributes(raw[start..<tag.end]) > mostAttributes { return false }
      if tag.name.isEmpty { continue }
      let number = open.number(of: tag, scanner)
      let traits = open.traits[number]
      if traits.contains(.rawText), !tag.isEnd {
        position = scanner.endOfElement(tag)
      } else if traits.isDisjoint(with: [.void, .closedByOthers]) {
        if tag.isEnd { open.close(number) } else { open.open(number) }
        if open.depth > deepest { return false }
      }
    }
  }

  /// How many elements of each name are open.
  private struct OpenElements {
    private var numbers: [UInt64: Int] = [:]
    private(set) var traits: [HTMLTraits] = []
    private var counts: [Int] = []
    private(set) var depth = 0

    /// A number for the name of a tag.
    mutating func number(of tag: HTMLScanner.Tag, _ scanner: HTMLScanner) -> Int {
      let key = scanner.key(of: tag)
      if let number = numbers[key] { return number }
      numbers[key] = traits.count
      traits.append(HTMLTraits(ofElement: scanner.name(of: tag)))
      counts.append(0)
      return traits.count - 1
    }

    mutating func open(_ number: Int) {
      counts[number] += 1
      depth += 1
    }

    mutating func close(_ number: Int) {
      guard counts[number] > 0 else { return }
      counts[number] -= 1
      depth -= 1
    }
  }

  /// Whether a tag begins at a `<`. Where it has no end, all the rest of the page is in it.
  private static func begins(_ raw: [UInt8], _ start: Int) -> Bool {
    guard start + 2 < raw.count else { return false }
    let letter = raw[start + 1] == 0x2F ? raw[start + 2] : raw[start + 1]
    return letter | 0x20 >= 0x61 && letter | 0x20 <= 0x7A
  }

  /// About the number of attributes of a tag: of the words outside quotes. It need not count more than there may be.
  private static func attributes(_ tag: ArraySlice<UInt8>) -> Int {
    var (count, quote, blank) = (0, UInt8(0), false)
    for byte in tag {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte <= 0x20 || byte == 0x2F {
        blank = true
      } else if blank {
        count += 1
        blank = false
        if count > mostAttributes { break }
      }
    }
    return count
  }
}
