import GraphModel

/// How often two ascending runs of numbers meet.
enum SortedMeeting {
  /// The number of pairs of equal numbers, one of each run.
  ///
  /// Cost: linear in both, or, where one is far longer, in the shorter times the logarithm of the longer.
  static func count(_ a: LazyBuffer<UInt32>, _ rangeA: Range<Int>, _ b: LazyBuffer<UInt32>, _ rangeB: Range<Int>) -> Int {
    if rangeA.isEmpty || rangeB.isEmpty { return 0 }
    let (a, b) = unsafe (a.numbers(rangeA), b.numbers(rangeB))
    if a.count * 16 < b.count { return unsafe search(a, in: b) }
    if b.count * 16 < a.count { return unsafe search(b, in: a) }
    return unsafe merge(a, b)
  }

  /// The places in an ascending run at which a number stands.
  static func places(of number: UInt32, in run: LazyBuffer<UInt32>, _ range: Range<Int>) -> Range<Int> {
    let numbers = unsafe run.numbers(range)
    let low = unsafe lowerBound(number, numbers, from: 0)
    var end = low
    while end < numbers.count, unsafe numbers[end] == number { end += 1 }
    return (range.lowerBound + low)..<(range.lowerBound + end)
  }

  private static func merge(_ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      let (x, y) = unsafe (a[i], b[j])
      if x == y {
        var (endA, endB) = (i + 1, j + 1)
        while endA < a.count, unsafe a[endA] == x { endA += 1 }
        while endB < b.count, unsafe b[endB] == x { endB += 1 }
        count += (endA - i) * (endB - j)
        (i, j) = (endA, endB)
      } else {
        i += x < y ? 1 : 0
        j += y < x ? 1 : 0
      }
    }
    return count
  }

  private static func search(_ few: UnsafeBufferPointer<UInt32>, in many: UnsafeBufferPointer<UInt32>) -> Int {
    var count = 0
    var from = 0
    for unsafe number in unsafe few {
      from = unsafe lowerBound(number, many, from: from)
      var at = from
      while at < many.count, unsafe many[at] == number { at += 1 }
      count += at - from
    }
    return count
  }

  private static func lowerBound(_ number: UInt32, _ run: UnsafeBufferPointer<UInt32>, from: Int) -> Int {
    var (low, high) = (from, run.count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe run[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
