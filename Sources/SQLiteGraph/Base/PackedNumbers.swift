import GraphModel

/// A run of numbers in a chunk, as small as their range or their steps allow.
///
/// Count, mode, the smallest number or step, and the bits of each; then the numbers packed. In mode 0 each number is given
/// above the smallest; in mode 1, for runs that never fall, each step above the smallest step, after the first number.
struct PackedNumbers {
  let count: Int
  private let isStepwise: Bool
  private let first: Int64
  private let base: Int64
  private let width: Int
  private let start: Int

  static func append(_ numbers: [Int64], to writer: inout RecordWriter) {
    let shape = Shape(of: numbers)
    writer.unsigned(UInt64(numbers.count))
    writer.unsigned(shape.isStepwise ? 1 : 0)
    writer.signed(numbers.first ?? 0)
    writer.signed(shape.base)
    writer.unsigned(UInt64(shape.width))
    BitPacking.append(shape.packed(numbers), width: shape.width, to: &writer.bytes)
  }

  /// Reads the head of a run, steps over its numbers, and fails with `damaged` where it is none of `count` numbers.
  init(_ reader: inout RecordReader, count: Int) throws(StoreError) {
    guard try reader.unsigned() == UInt64(count) else { throw RecordReader.damage }
    try self.init(afterCount: count, &reader)
  }

  /// The same for a run of any number of numbers, at most `limit`.
  init(_ reader: inout RecordReader, limit: Int) throws(StoreError) {
    let count = try reader.unsigned()
    guard count <= UInt64(limit) else { throw RecordReader.damage }
    try self.init(afterCount: Int(count), &reader)
  }

  private init(afterCount count: Int, _ reader: inout RecordReader) throws(StoreError) {
    self.count = count
    isStepwise = try reader.unsigned() == 1
    first = try reader.signed()
    base = try reader.signed()
    let width = try reader.unsigned()
    guard width <= 64 else { throw RecordReader.damage }
    self.width = Int(width)
    start = reader.at
    let packed = isStepwise ? max(0, count - 1) : count
    try reader.skip(BitPacking.byteCount(packed, width: self.width))
  }

  /// Gives each number in turn; `bytes` are those of the reader.
  @inline(__always)
  func each(_ bytes: [UInt8], _ take: (_ at: Int, _ number: Int64) -> Void) {
    guard count > 0 else { return }
    if isStepwise {
      var last = first
      take(0, last)
      BitPacking.each(bytes, at: start, width: width, count: count - 1) { at, step in
        last = last &+ base &+ Int64(bitPattern: step)
        take(at + 1, last)
      }
    } else {
      BitPacking.each(bytes, at: start, width: width, count: count) { at, number in
        take(at, base &+ Int64(bitPattern: number))
      }
    }
  }

  /// Something made of each number, ascending by place.
  @inline(__always)
  func all<Element: BitwiseCopyable>(_ bytes: [UInt8], _ make: (_ number: Int64) -> Element) -> [Element] {
    BitPacking.array(count) { put in each(bytes) { at, number in put(at, make(number)) } }
  }

  /// How a run is packed best.
  private struct Shape {
    var isStepwise = false
    var base: Int64 = 0
    var width = 0

    init(of numbers: [Int64]) {
      guard let first = numbers.first else { return }
      var (lowest, highest) = (first, first)
      var (lowestStep, highestStep) = (Int64.max, Int64(0))
      var last = first
      var rises = true
      for number in numbers.dropFirst() {
        lowest = min(lowest, number)
        highest = max(highest, number)
        if rises {
          let (step, overflow) = number.subtractingReportingOverflow(last)
          rises = !overflow && step >= 0
          lowestStep = min(lowestStep, step)
          highestStep = max(highestStep, step)
        }
        last = number
      }
      base = lowest
      width = Self.bits(lowest, highest)
      guard rises, numbers.count > 1, Self.bits(lowestStep, highestStep) < width else { return }
      isStepwise = true
      base = lowestStep
      width = Self.bits(lowestStep, highestStep)
    }

    private static func bits(_ lowest: Int64, _ highest: Int64) -> Int {
      64 - UInt64(bitPattern: highest &- lowest).leadingZeroBitCount
    }

    func packed(_ numbers: [Int64]) -> [UInt64] {
      guard width > 0 else { return [] }
      var packed: [UInt64] = []
      packed.reserveCapacity(numbers.count)
      if isStepwise {
        for at in 1..<numbers.count { packed.append(UInt64(bitPattern: numbers[at] &- numbers[at - 1] &- base)) }
      } else {
        for number in numbers { packed.append(UInt64(bitPattern: number &- base)) }
      }
      return packed
    }
  }
}

extension RecordReader {
  mutating func skip(_ count: Int) throws(StoreError) {
    guard count <= end - at else { throw Self.damage }
    at += count
  }
}
