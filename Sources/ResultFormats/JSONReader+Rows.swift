public import GraphModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension JSONReader {
  /// Reads the object that begins here as one more map of a list, where it has the names of the object before in the same order, and holds
  /// nothing but integers and texts in ASCII without escapes. False, and nothing is read, for any other: what is wrong with it is for
  /// ``members(_:)`` to say.
  ///
  /// Cost: a few instructions a byte, so that long lists of records are read about as fast as they come.
  public mutating func row(into items: inout ListOfMaps) -> Bool {
    guard let places = placesOfNames(like: items.keys) else { return false }
    let start = at
    var end = start
    let isRow = items.appendRow { columns in
      guard let stop = unsafe bytes.withUnsafeBufferPointer({ unsafe RowScanner(all: $0, at: start).scan(places, into: &columns) }) else {
        return false
      }
      end = stop
      return true
    }
    at = end
    return isRow
  }
}

/// Reads one object.
@unsafe
private struct RowScanner {
  let all: UnsafeBufferPointer<UInt8>
  var at: Int

  /// `places`: where the names stand, with their quotes, in an object before. Nil where the object is another one.
  consuming func scan(_ places: [Range<Int>], into columns: inout [ColumnDraft]) -> Int? {
    unsafe at += 1
    for (column, place) in places.enumerated() {
      unsafe skipSpace()
      guard unsafe repeats(place) else { return nil }
      unsafe at += place.count
      guard unsafe take(UInt8(ascii: ":")), unsafe value(into: &columns[column]),
        unsafe take(UInt8(ascii: column == places.count - 1 ? "}" : ","))
      else { return nil }
    }
    return unsafe at
  }

  private var next: UInt8? { unsafe at < all.count ? all[at] : nil }

  @inline(__always)
  private mutating func skipSpace() {
    while let byte = unsafe next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { unsafe at += 1 }
  }

  /// Goes past a sign and the space before it.
  @inline(__always)
  private mutating func take(_ sign: UInt8) -> Bool {
    unsafe skipSpace()
    guard unsafe next == sign else { return false }
    unsafe at += 1
    return true
  }

  @inline(__always)
  private func repeats(_ place: Range<Int>) -> Bool {
    guard let start = unsafe all.baseAddress, unsafe place.upperBound <= all.count, unsafe place.count <= all.count - at else { return false }
    return unsafe memcmp(start + at, start + place.lowerBound, place.count) == 0
  }

  @inline(__always)
  private mutating func value(into column: inout ColumnDraft) -> Bool {
    unsafe skipSpace()
    guard let byte = unsafe next else { return false }
    if byte == UInt8(ascii: "\"") {
      unsafe at += 1
      let start = unsafe at
      while let byte = unsafe next, byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { unsafe at += 1 }
      guard unsafe next == UInt8(ascii: "\"") else { return false }
      column.append(unsafe String(decoding: UnsafeBufferPointer(rebasing: all[start..<at]), as: UTF8.self))
      unsafe at += 1
      return true
    }
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { unsafe at += 1 }
    let start = unsafe at
    var number: Int64 = 0
    // So many digits fit.
    while let byte = unsafe next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), unsafe at - start < 18 {
      number = number * 10 + Int64(byte - UInt8(ascii: "0"))
      unsafe at += 1
    }
    // A zero stands alone, and what goes on is no integer, or a longer one.
    let count = unsafe at - start
    guard count > 0, unsafe count == 1 || all[start] != UInt8(ascii: "0") else { return false }
    switch unsafe next {
    case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x0A, 0x0D, 0x09: column.append(isNegative ? -number : number)
    default: return false
    }
    return true
  }
}
