import GraphModel

/// The modes of `round()`.
enum RoundingMode: String, CaseIterable {
  /// Away from zero.
  case up = "UP"
  /// Towards zero.
  case down = "DOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  /// To the nearest, a tie away from zero.
  case halfUp = "HALF_UP"
  /// To the nearest, a tie towards zero.
  case halfDown = "HALF_DOWN"
  /// To the nearest, a tie to the even digit.
  case halfEven = "HALF_EVEN"

  /// Whether the digit before the cut grows by one.
  func growsMagnitude(isNegative: Bool, kept: UInt8, removed: ArraySlice<UInt8>) -> Bool {
    let first = removed.first ?? 0
    let isTie = first == 5 && removed.dropFirst().allSatisfy { $0 == 0 }
    return switch self {
    case .up: true
    case .down: false
    case .ceiling: !isNegative
    case .floor: isNegative
    case .halfUp: first >= 5
    case .halfDown: first >= 5 && !isTie
    case .halfEven: isTie ? kept % 2 == 1 : first >= 5
    }
  }
}

extension DecimalDigits {
  /// The number with so many digits after the point; negative counts round to tens, hundreds and so on.
  func rounded(to places: Int, _ mode: RoundingMode) -> DecimalDigits {
    let keep = exponent + places
    guard keep < digits.count, !digits.isEmpty else { return self }
    var rounded = self
    let removed: ArraySlice<UInt8>
    if keep < 0 {
      removed = [0] + digits[...]
      rounded.digits = []
    } else {
      removed = digits[keep...]
      rounded.digits = Array(digits[..<keep])
    }
    let grows = mode.growsMagnitude(isNegative: isNegative, kept: rounded.digits.last ?? 0, removed: removed)
    rounded.exponent = exponent
    if grows { rounded.addOne(atPlace: -places) }
    return rounded
  }

  /// Adds 10^place to the magnitude; the digits end at that place.
  private mutating func addOne(atPlace place: Int) {
    var position = digits.count - 1
    while position >= 0, digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 {
      digits[position] += 1
    } else {
      digits = [1]
      exponent = max(exponent, place) + 1
    }
  }
}
