import GraphModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Numbers that are filled in part by part: zeros at first, and no memory is taken where nothing was written, however long
/// the buffer is.
///
/// It owns its memory. Every place is checked against the length. Guarded by the graph that fills it: threads that read what is
/// there are waited for before anything is written again.
@safe
final class LazyBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let count: Int
  private let start: UnsafeMutablePointer<Element>
  /// In bytes.
  private let size: Int

  /// From so many bytes on memory comes from the system: the allocator would clear what it had given away before.
  private static var fromSystem: Int { 32 << 10 }

  /// Fails with `inputOutput` where the system has no room for so many.
  init(count: Int) throws(StoreError) {
    self.count = count
    size = max(1, count) * MemoryLayout<Element>.stride
    guard let memory = unsafe Self.zeros(size) else {
      throw StoreError(.inputOutput, "there is not enough memory for \(count) numbers")
    }
    unsafe start = memory.bindMemory(to: Element.self, capacity: max(1, count))
  }

  private static func zeros(_ size: Int) -> UnsafeMutableRawPointer? {
    size < fromSystem ? unsafe calloc(size, 1) : unsafe ProcessMemory.zeros(size)
  }

  /// The numbers of another buffer, at most as many, and zeros behind them.
  convenience init(count: Int, startingAs other: LazyBuffer<Element>) throws(StoreError) {
    try self.init(count: count)
    precondition(other.count <= count, "a buffer that is too short for another")
    unsafe start.update(from: other.start, count: other.count)
  }

  deinit {
    if size >= Self.fromSystem { unsafe munmap(start, size) } else { unsafe free(start) }
  }

  @inline(__always)
  subscript(at: Int) -> Element {
    get {
      precondition(UInt(bitPattern: at) < UInt(bitPattern: count), "a place outside the buffer")
      return unsafe start[at]
    }
    set {
      precondition(UInt(bitPattern: at) < UInt(bitPattern: count), "a place outside the buffer")
      unsafe start[at] = newValue
    }
  }

  /// The numbers of another buffer in a range, in the same places.
  func take(_ range: Range<Int>, of other: LazyBuffer<Element>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= min(count, other.count), "a range outside the buffers")
    unsafe (start + range.lowerBound).update(from: other.start + range.lowerBound, count: range.count)
  }

  /// The numbers of another buffer in a range, one behind the other from a place on.
  @inline(__always)
  func copy(_ range: Range<Int>, of other: LazyBuffer<Element>, to place: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count, "a range outside the other buffer")
    precondition(place >= 0 && place + range.count <= count, "a place outside the buffer")
    for at in 0..<range.count { unsafe start[place &+ at] = other.start[range.lowerBound &+ at] }
  }

  /// The numbers in a range, for as long as the buffer lives.
  @inline(__always)
  @unsafe
  func numbers(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the buffer")
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }
}
