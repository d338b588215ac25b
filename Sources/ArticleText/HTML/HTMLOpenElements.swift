/// The elements that may be open in a page, told from its tags: never fewer than a parser has, but for a few times as many.
///
/// A parser passes over many end tags, or closes several elements at one. Here an element is closed only where that is certain: by its own end tag
/// with nothing open in it. What is closed otherwise stays open here, so that ``most`` is far beyond what a page needs.
struct HTMLOpenElements {
  /// Browsers nest no deeper either.
  private static let deepest = 512
  private static let most = 2048

  /// An element by the number of its name.
  struct Element {
    var number: Int
    var traits: HTMLTraits
    fileprivate var part: Part
  }

  /// What the elements are whose end tags may be missing: those of a group close each other, and all stand directly in an open element.
  fileprivate struct Part: OptionSet {
    let rawValue: UInt8
    static let paragraph = Part(rawValue: 1)
    static let item = Part(rawValue: 2)
    static let term = Part(rawValue: 4)
    static let other = Part(rawValue: 8)
  }

  private struct Open {
    var number: Int
    var parts: Part = []
  }

  private var numbers: [UInt64: Int] = [:]
  private var elements: [Element] = []
  private var counts: [Int] = []
  private var depth = 0
  private var stack: [Open] = [Open(number: -1)]
  /// Where the outermost drawing or formula stands in the stack.
  private var foreign: Int?
  /// From where on in the stack a drawing may hold HTML, or may have ended.
  private var doubtful: Int?
  /// How many elements are open in which a parser passes over tags.
  private var lists = 0
  private var endsFrom = 0

  /// Whether no more elements are open than a parser takes.
  var isSensible: Bool { depth <= Self.deepest && stack.count <= Self.most }
  var isForeign: Bool { foreign != nil }
  /// Whether it is not certain that the parser is in the drawing.
  var isDoubtful: Bool { doubtful != nil || lists > 0 }
  /// Whether a parser may see tags where HTML has text only.
  var mayHoldTags: Bool { isForeign || lists > 0 }

  /// Passes over the end tags before an offset: a parser may not see them.
  mutating func ignoreEnds(upTo offset: Int) { endsFrom = max(endsFrom, offset) }

  /// The element that a tag is of.
  mutating func element(of tag: HTMLScanner.Tag, _ scanner: HTMLScanner) -> Element {
    let key = scanner.key(of: tag)
    if let number = numbers[key] { return elements[number] }
    let name = scanner.name(of: tag)
    numbers[key] = elements.count
    elements.append(Element(number: elements.count, traits: HTMLTraits(ofElement: name), part: Self.part(name)))
    counts.append(0)
    return elements[elements.count - 1]
  }

  private static func part(_ name: String) -> Part {
    switch name {
    case "p": .paragraph
    case "li": .item
    case "dt", "dd": .term
    default: .other
    }
  }

  /// Notes a start tag, which may close itself in a drawing.
  mutating func open(_ element: Element, isClosed: Bool) {
    let traits = element.traits
    if isForeign {
      if traits.contains(.leavesDrawing), !isDoubtful { doubtful = foreign }
      if isClosed, !isDoubtful || traits.contains(.void) { return }
    } else if traits.contains(.void) {
      return
    } else if traits.contains(.closedByOthers), put(element.part) {
      return
    }
    if !traits.contains(.closedByOthers), !traits.contains(.void) {
      count(element.number, closed: false)
    }
    if traits.contains(.drawing), foreign == nil { foreign = stack.count }
    if traits.contains(.holdsHTML), isForeign, doubtful == nil { doubtful = stack.count }
    if traits.contains(.passesOver) { lists += 1 }
    if traits.contains(.closesParagraph) { stack[stack.count - 1].parts.remove(.paragraph) }
    stack.append(Open(number: element.number))
  }

  /// Notes an element directly in the one that is open; says no where it does not close what stands there.
  private mutating func put(_ part: Part) -> Bool {
    let parts = stack[stack.count - 1].parts
    if part == .item && parts.contains(.term) || part == .term && parts.contains(.item) { return false }
    if part != .other { stack[stack.count - 1].parts.remove(.paragraph) }
    stack[stack.count - 1].parts.formUnion(part)
    return true
  }

  /// Notes an end tag at an offset.
  mutating func close(_ element: Element, at offset: Int) {
    guard offset >= endsFrom else { return }
    count(element.number, closed: true)
    let top = stack[stack.count - 1]
    if top.number == element.number, top.parts.isEmpty || element.traits.contains(.closesAll) { return removeLast() }
    if let foreign {
      let found = isDoubtful ? nil : stack[foreign...].lastIndex { $0.number == element.number }
      if let found {
        for inner in stack[(found + 1)...] { count(inner.number, closed: true) }
        while stack.count > found { removeLast() }
        return
      }
      doubtful = foreign
    }
    if element.traits.contains(.closedByOthers) { stack[stack.count - 1].parts.subtract(element.part) }
  }

  /// Counts an element of a number as open or closed.
  private mutating func count(_ number: Int, closed: Bool) {
    if closed, counts[number] == 0 { return }
    counts[number] += closed ? -1 : 1
    depth += closed ? -1 : 1
  }

  private mutating func removeLast() {
    guard stack.count > 1 else { return }
    let last = stack.removeLast()
    if elements[last.number].traits.contains(.passesOver) { lists -= 1 }
    if let doubtful, stack.count <= doubtful { self.doubtful = nil }
    if let foreign, stack.count <= foreign { self.foreign = nil }
  }
}
