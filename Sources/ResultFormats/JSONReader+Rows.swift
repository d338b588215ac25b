public import GraphModel

extension JSONReader {
  /// Reads the object that begins here as one more map of a list, where it has the names of the object before in the same order, and holds
  /// nothing but integers and texts in ASCII without escapes. False, and nothing is read, for any other: what is wrong with it is for
  /// ``members(_:)`` to say.
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
    if all[at] == UInt8(ascii: "\"") {
      let start = at + 1
      at = start
      while at < all.count, all[at] >= 0x20, all[at] < 0x80, all[at] != UInt8(ascii: "\""), all[at] != UInt8(ascii: "\\") { at += 1 }
      guard at < all.count, all[at] == UInt8(ascii: "\"") else { return false }
      column.append(String(decoding: bytes[start..<at], as: UTF8.self))
      at += 1
      return true
    }
    let isNegative = all[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let start = at
    var number: Int64 = 0
    // So many digits fit.
    while at < all.count, all[at] >= UInt8(ascii: "0"), all[at] <= UInt8(ascii: "9"), at - start < 18 {
      number = number * 10 + Int64(all[at] - UInt8(ascii: "0"))
      at += 1
    }
    // A zero stands alone, and what goes on is no integer, or a longer one.
    guard at > start, at == start + 1 || all[start] != UInt8(ascii: "0"), at < all.count else { return false }
    switch all[at] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x0A, 0x0D, 0x09: column.append(isNegative ? -number : number)
    default: return false
    }
    return true
  }
}
