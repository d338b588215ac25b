extension Array {
  /// Brings to a place the element that would stand there if all were sorted; none behind it is less, none before it greater
  /// (quickselect: Hoare, 1961). Cost: linear; where the pivots are bad again and again, what is left is sorted.
  mutating func settle(_ place: Int, by isLess: (Element, Element) -> Bool) {
    var (low, high) = (startIndex, endIndex - 1)
    var roundsLeft = 2 * (Int.bitWidth - count.leadingZeroBitCount)
    while low < high {
      guard roundsLeft > 0 else { return self[low...high].sort(by: isLess) }
      roundsLeft -= 1
      let middle = low + (high - low) / 2
      if isLess(self[middle], self[low]) { swapAt(middle, low) }
      if isLess(self[high], self[low]) { swapAt(high, low) }
      if isLess(self[high], self[middle]) { swapAt(high, middle) }
      let pivot = self[middle]
      var (left, right) = (low, high)
      while left <= right {
        while isLess(self[left], pivot) { left += 1 }
        while isLess(pivot, self[right]) { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right { high = right } else if place >= left { low = left } else { return }
    }
  }
}
