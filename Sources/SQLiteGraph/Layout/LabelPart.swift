import GraphModel

/// Which of the nodes of one part (``BasePart``) that are rows have a label.
///
/// It is stored as a list of the places of the nodes within the part, in two bytes each, lower byte first, as long as that is shorter than a
/// bit for each place: so a node that comes to others costs a few bytes of a row, and not a row of its own. Places that come are put behind
/// the others, whatever they are.
struct LabelPart {
  private static let sizeOfBits = BasePart.size / 8

  /// A bit for each place.
  private var words = [UInt64](filledWith: 0, count: BasePart.size / 64)

  init() {}

  init(decoding bytes: [UInt8]) throws(StoreError) {
    if bytes.count == Self.sizeOfBits {
      for (at, byte) in bytes.enumerated() { words[at / 8] |= UInt64(byte) << (8 * UInt64(at % 8)) }
      return
    }
    guard bytes.count < Self.sizeOfBits, bytes.count % 2 == 0 else { throw RecordReader.damage }
    for at in stride(from: 0, to: bytes.count, by: 2) {
      let place = Int(bytes[at]) | Int(bytes[at + 1]) << 8
      guard place < BasePart.size else { throw RecordReader.damage }
      words[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  var bytes: [UInt8] {
    let count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    var bytes: [UInt8] = []
    guard 2 * count < Self.sizeOfBits else {
      bytes.reserveCapacity(Self.sizeOfBits)
      for word in words { for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * UInt64(byte)))) } }
      return bytes
    }
    bytes.reserveCapacity(2 * count)
    for place in places(from: 0) { bytes += Self.bytes(of: place) }
    return bytes
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

  mutating func remove(_ place: Int) { words[place / 64] &= ~(1 << UInt64(place % 64)) }

  /// Those from a place on, ascending.
  func places(from first: Int) -> [Int] {
    var places: [Int] = []
    for at in (first / 64)..<words.count {
      var word = words[at]
      if at == first / 64 { word &= ~0 << UInt64(first % 64) }
      while word != 0 {
        places.append(64 * at + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
    return places
  }

  // MARK: As it is stored

  /// One place, as it is put behind others.
  static func bytes(of place: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: place), UInt8(truncatingIfNeeded: place >> 8)] }

  /// Adds a place to those that are stored, without a look at them; false where a list became as long as the bits.
  static func insert(_ place: Int, into bytes: inout [UInt8]) -> Bool {
    if bytes.count == sizeOfBits {
      bytes[place / 8] |= 1 << UInt8(place % 8)
      return true
    }
    guard bytes.count + 2 < sizeOfBits else { return false }
    bytes += Self.bytes(of: place)
    return true
  }
}
