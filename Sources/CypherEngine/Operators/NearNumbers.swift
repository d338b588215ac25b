import GraphModel

/// What belongs to integers that lie near one another, such as years: each is looked up by itself, without a hash.
struct NearNumbers {
  private static let width: Int64 = 4_096

  /// The least integer that has a place.
  private var first: Int64 = 0
  /// -1 where nothing is known.
  private var numbers: [Int] = []

  @inline(__always)
  func number(of integer: Int64) -> Int? {
    let place = UInt64(bitPattern: integer &- first)
    guard place < UInt64(numbers.count) else { return nil }
    let number = numbers[Int(place)]
    return number < 0 ? nil : number
  }

  /// The first that is noted says which lie near.
  mutating func note(_ integer: Int64, _ number: Int) {
    if numbers.isEmpty {
      first = max(integer, .min + Self.width / 2) - Self.width / 2
      numbers = Array(filledWith: -1, count: Int(Self.width))
    }
    let place = UInt64(bitPattern: integer &- first)
    if place < UInt64(numbers.count) { numbers[Int(place)] = number }
  }
}
