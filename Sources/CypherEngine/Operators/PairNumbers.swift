/// The different pairs of two numbers, numbered in order of first appearance.
struct PairNumbers {
  /// Pairs of numbers below these are looked up by themselves.
  private static let (rows, width) = (4_096, 256)

  /// By number.
  private(set) var pairs: [(first: Int, second: Int)] = []
  var count: Int { pairs.count }
  private var table = NumberTable()
  /// By the two numbers where they are small; -1 where the pair was not met.
  private var known: [Int32] = []

  @inline(__always)
  mutating func number(of first: Int, _ second: Int) -> Int {
    guard first < Self.rows, second < Self.width else { return sought(first, second) }
    let at = first * Self.width + second
    if at >= known.count {
      known.append(contentsOf: repeatElement(-1, count: (first + 1) * Self.width - known.count))
    }
    if known[at] >= 0 { return Int(known[at]) }
    known[at] = Int32(truncatingIfNeeded: pairs.count)
    pairs.append((first, second))
    return pairs.count - 1
  }

  private mutating func sought(_ first: Int, _ second: Int) -> Int {
    let hash = NumberTable.hash(Int64(first) << 32 ^ Int64(second))
    if let known = table.number(hash, isSought: { pairs[$0] == (first, second) }) { return known }
    table.insert(hash, pairs.count)
    pairs.append((first, second))
    return pairs.count - 1
  }
}
