public import GraphModel

extension JSONReader {
  /// Reads the object that begins here as one more map of a list, where it has the names of the object before in the same order, and holds
  /// nothing but plain values: no lists, no objects, no texts with escapes. False, and nothing is read, for any other: what is wrong with
  /// it is for ``members(_:)`` to say.
  ///
  /// Cost: a few instructions a byte, so that long lists of records are read about as fast as they come.
  public mutating func row(into items: inout ListOfMaps) -> Bool {
    guard let places = placesOfNames(like: items.keys) else { return false }
    let start = at
    var end: Int?
    let isRow = items.appendRow { columns in
      end = self.end(ofRowAt: start, places, into: &columns)
      return end != nil
    }
    at = end ?? start
    return isRow
  }

  /// `places`: where the names stand, with their quotes, in the object before. Nil where the object is another one.
  private func end(ofRowAt start: Int, _ places: [Range<Int>], into columns: inout [ColumnDraft]) -> Int? {
    let all = bytes.span
    var at = start + 1
    for (column, place) in places.enumerated() {
      skipSpace(all, &at)
      guard repeats(place, all, at) else { return nil }
      at += place.count
      guard take(UInt8(ascii: ":"), all, &at) else { return nil }
      skipSpace(all, &at)
      guard appendValue(all, &at, to: &columns[column]),
        take(column == places.count - 1 ? UInt8(ascii: "}") : UInt8(ascii: ","), all, &at)
      else { return nil }
    }
    return at
  }

  @inline(__always)
  private func skipSpace(_ all: Span<UInt8>, _ at: inout Int) {
    while at < all.count, all[at] == 0x20 || all[at] == 0x0A || all[at] == 0x0D || all[at] == 0x09 { at += 1 }
  }

  /// Goes past a sign and the space before it.
  @inline(__always)
  private func take(_ sign: UInt8, _ all: Span<UInt8>, _ at: inout Int) -> Bool {
    skipSpace(all, &at)
    guard at < all.count, all[at] == sign else { return false }
    at += 1
    return true
  }

  @inline(__always)
  private func repeats(_ place: Range<Int>, _ all: Span<UInt8>, _ at: Int) -> Bool {
    guard place.count <= all.count - at else { return false }
    let (known, here) = (all.extracting(place), all.extracting(at..<at + place.count))
    for offset in known.indices where known[offset] != here[offset] { return false }
    return true
  }

  @inline(__always)
  private func appendValue(_ all: Span<UInt8>, _ at: inout Int, to column: inout ColumnDraft) -> Bool {
    guard at < all.count else { return false }
    switch all[at] {
    case UInt8(ascii: "\""): return appendText(all, &at, to: &column)
    case UInt8(ascii: "t"):
      guard takeWord("true", all, &at) else { return false }
      column.append(true)
    case UInt8(ascii: "f"):
      guard takeWord("false", all, &at) else { return false }
      column.append(false)
    case UInt8(ascii: "n"):
      guard takeWord("null", all, &at) else { return false }
      column.appendNull()
    default: return appendNumber(all, &at, to: &column)
    }
    return true
  }

  private func takeWord(_ word: String, _ all: Span<UInt8>, _ at: inout Int) -> Bool {
    var end = at
    for letter in word.utf8 {
      guard end < all.count, all[end] == letter else { return false }
      end += 1
    }
    at = end
    return true
  }

  @inline(__always)
  private func appendText(_ all: Span<UInt8>, _ at: inout Int, to column: inout ColumnDraft) -> Bool {
    let start = at + 1
    at = start
    var highest: UInt8 = 0
    while at < all.count, all[at] >= 0x20, all[at] != UInt8(ascii: "\""), all[at] != UInt8(ascii: "\\") {
      highest |= all[at]
      at += 1
    }
    guard at < all.count, all[at] == UInt8(ascii: "\"") else { return false }
    if highest < 0x80 {
      column.append(String(decoding: bytes[start..<at], as: UTF8.self))
    } else {
      guard let text = String(validating: bytes[start..<at], as: UTF8.self) else { return false }
      column.append(text)
    }
    at += 1
    return true
  }

  @inline(__always)
  private func appendNumber(_ all: Span<UInt8>, _ at: inout Int, to column: inout ColumnDraft) -> Bool {
    let isNegative = all[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let start = at
    var number: Int64 = 0
    Self.takeDigits(all, &at, &number)
    let digits = at - start
    // A zero stands alone.
    guard digits > 0, digits == 1 || all[start] != UInt8(ascii: "0"), at < all.count else { return false }
    if Self.endsNumber(all[at]) {
      guard digits <= 18 else { return false }
      column.append(isNegative ? -number : number)
      return true
    }
    guard all[at] == UInt8(ascii: ".") else { return false }
    at += 1
    let point = at
    Self.takeDigits(all, &at, &number)
    guard at > point, at < all.count, Self.endsNumber(all[at]) else { return false }
    if digits + at - point <= 15 {
      // Both are floats without a loss, so that their quotient is the nearest float.
      let float = Double(number) / Self.powersOfTen[at - point]
      column.append(isNegative ? -float : float)
      return true
    }
    guard let float = Double(String(decoding: bytes[start..<at], as: UTF8.self)), float.isFinite else { return false }
    column.append(isNegative ? -float : float)
    return true
  }

  /// What the digits say means nothing where there are more than 18.
  @inline(__always)
  private static func takeDigits(_ all: Span<UInt8>, _ at: inout Int, _ number: inout Int64) {
    while at < all.count, all[at] >= UInt8(ascii: "0"), all[at] <= UInt8(ascii: "9") {
      number = number &* 10 &+ Int64(all[at] - UInt8(ascii: "0"))
      at += 1
    }
  }

  @inline(__always)
  private static func endsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x0A, 0x0D, 0x09: true
    default: false
    }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
  ]
}
