/// Numbers of the same few bits, one behind the other, the lowest bit first.
///
/// Eight bytes of padding follow, so that each number can be read with one load.
enum BitPacking {
  static let padding = 8
  /// A wider number might not fit into one load at an odd bit.
  static let widest = 56

  /// How many bytes so many numbers take, padding included. A width above ``widest`` stands for whole words.
  static func byteCount(_ count: Int, width: Int) -> Int {
    width == 0 ? 0 : width > widest ? 8 * count : (count * width + 7) / 8 + padding
  }

  /// Appends the low bits of the numbers.
  static func append(_ numbers: [UInt64], width: Int, to bytes: inout [UInt8]) {
    guard width > 0 else { return }
    let first = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: byteCount(numbers.count, width: width)))
    unsafe bytes.withUnsafeMutableBytes { all in
      let target = unsafe UnsafeMutableRawBufferPointer(rebasing: all[first...])
      if width > widest {
        for (at, number) in numbers.enumerated() {
          unsafe target.storeBytes(of: number.littleEndian, toByteOffset: 8 * at, as: UInt64.self)
        }
        return
      }
      var bit = 0
      for number in numbers {
        let word = unsafe UInt64(littleEndian: target.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
        let merged = word | (number << UInt64(bit & 7))
        unsafe target.storeBytes(of: merged.littleEndian, toByteOffset: bit >> 3, as: UInt64.self)
        bit += width
      }
    }
  }

  /// An array of so many elements. `fill` is given what puts one to its place, and calls it for each place once.
  @inline(__always)
  static func array<Element: BitwiseCopyable>(
    _ count: Int, _ fill: (_ put: (_ at: Int, _ element: Element) -> Void) -> Void
  ) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: count) { target, made in
      var filled = 0
      fill { at, element in
        precondition(at == filled && at < count, "an element out of its order")
        unsafe target.initializeElement(at: at, to: element)
        filled += 1
      }
      made = filled
    }
  }

  /// Gives each of the numbers that stand at a place; the caller has checked that they are there.
  @inline(__always)
  static func each(
    _ bytes: [UInt8], at start: Int, width: Int, count: Int, _ take: (_ at: Int, _ number: UInt64) -> Void
  ) {
    guard width > 0 else {
      for at in 0..<count { take(at, 0) }
      return
    }
    precondition(start >= 0 && start + byteCount(count, width: width) <= bytes.count, "packed numbers outside their bytes")
    unsafe bytes.withUnsafeBytes { all in
      let source = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
      if width > widest {
        for at in 0..<count {
          take(at, unsafe UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8 * at, as: UInt64.self)))
        }
        return
      }
      let mask: UInt64 = (1 << UInt64(width)) - 1
      var bit = 0
      for at in 0..<count {
        let word = unsafe UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
        take(at, (word >> UInt64(bit & 7)) & mask)
        bit += width
      }
    }
  }
}
