import GraphModel

/// What the first key of ORDER BY alone says of which rows are wanted.
struct TopCut {
  /// The rows that are among those that are left out above, in the order in which they came.
  private(set) var before: [Int] = []
  /// The rows of which other keys decide, in the order in which they came. The others are not wanted.
  private(set) var disputed: [Int] = []
  /// No row that is wanted has a first key behind this; nil where that is not known.
  private(set) var last: Value?

  /// `wanted`: how many rows, with those that are left out. Cost: linear in the rows, for nearly all columns.
  init(_ key: Column, isDescending: Bool, wanted: Int, skipped: Int) {
    let order = SortRanks(key, isDescending: isDescending)
    guard wanted < order.ranks.count || skipped > 0, let highest = order.ranks.max() else {
      disputed = Array(order.ranks.indices)
      if wanted == order.ranks.count { last = Self.last(disputed, key, order) }
      return
    }
    var ranks = order.ranks
    let least = skipped == 0 ? 0 : skipped < ranks.count ? Self.select(skipped, of: &ranks) : highest
    let most = wanted < ranks.count ? Self.select(wanted - 1, of: &ranks) : highest
    for (row, rank) in order.ranks.enumerated() {
      if rank < least { before.append(row) } else if rank <= most { disputed.append(row) }
    }
    last = Self.last(disputed.filter { order.ranks[$0] == most }, key, order)
  }

  /// The last of some rows whose ranks are all the same, or of all.
  private static func last(_ rows: [Int], _ key: Column, _ order: SortRanks) -> Value? {
    guard var last = rows.first else { return nil }
    for row in rows where order.order(last, row) == .ascending { last = row }
    return key[last]
  }

  /// The number that would stand at a place of the list if it was sorted; the list is reordered.
  private static func select(_ place: Int, of numbers: inout [UInt64]) -> UInt64 {
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let (first, middle, end) = (numbers[low], numbers[(low + high) / 2], numbers[high])
      let pivot = max(min(first, middle), min(max(first, middle), end))
      var (up, down) = (low, high)
      while up <= down {
        while numbers[up] < pivot { up += 1 }
        while numbers[down] > pivot { down -= 1 }
        guard up <= down else { break }
        numbers.swapAt(up, down)
        up += 1
        down -= 1
      }
      if place <= down { high = down } else if place >= up { low = up } else { return numbers[place] }
    }
    return numbers[place]
  }
}
