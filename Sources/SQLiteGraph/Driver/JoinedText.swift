extension String {
  /// A text out of two runs of UTF-8, made in one piece.
  @inline(__always)
  init(joining first: [UInt8], with second: ArraySlice<UInt8>) {
    self = unsafe String(unsafeUninitializedCapacity: first.count + second.count) { target in
      let middle = unsafe target.update(fromContentsOf: first)
      return unsafe target[middle...].update(fromContentsOf: second)
    }
  }

  /// A text of so many bytes of UTF-8, each given by its place.
  @inline(__always)
  init(count: Int, _ byte: (Int) -> UInt8) {
    self = unsafe String(unsafeUninitializedCapacity: count) { target in
      for at in 0..<count { unsafe target[at] = byte(at) }
      return count
    }
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a text, copied in one piece.
  @inline(__always)
  mutating func append(bytesOf text: String) {
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe append(contentsOf: $0) }
    if isDone == nil { append(contentsOf: text.utf8) }
  }
}
