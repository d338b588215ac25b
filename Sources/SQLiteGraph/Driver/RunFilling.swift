/// Makes arrays of what stands in runs of a buffer, one run a node.
enum RunFilling {
  /// What a run stands for, for each of its places.
  ///
  /// Four are written at once, whatever the length of the run, and what is too much is written over: most runs are short, and their
  /// lengths cannot be foretold.
  @inline(__always)
  static func repeating<Element: BitwiseCopyable>(
    _ runs: [Range<Int>], _ total: Int, _ element: (_ run: Int) -> Element
  ) -> [Element] {
    unsafe Array(unsafeUninitializedCapacity: total + 4) { target, count in
      for (at, run) in runs.enumerated() {
        let element = element(at)
        var left = run.count
        repeat {
          for place in 0..<4 { unsafe target.initializeElement(at: count + place, to: element) }
          count += min(left, 4)
          left -= 4
        } while left > 0
      }
    }
  }

  /// What stands at each place.
  @inline(__always)
  static func each<Element: BitwiseCopyable>(
    _ runs: [Range<Int>], _ total: Int, _ element: (_ place: Int) -> Element
  ) -> [Element] {
    unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      var filled = 0
      for run in runs {
        for at in 0..<run.count { unsafe target.initializeElement(at: filled &+ at, to: element(run.lowerBound &+ at)) }
        filled += run.count
      }
      count = filled
    }
  }

  /// What the number at each place stands for.
  @inline(__always)
  static func each<Element: BitwiseCopyable>(
    _ runs: [Range<Int>], _ total: Int, of buffer: LazyBuffer<UInt32>, _ element: (UInt32) -> Element
  ) -> [Element] {
    unsafe Array(unsafeUninitializedCapacity: total) { target, count in
      var filled = 0
      for run in runs {
        let numbers = unsafe buffer.numbers(run)
        for at in 0..<run.count { unsafe target.initializeElement(at: filled &+ at, to: element(numbers[at])) }
        filled += run.count
      }
      count = filled
    }
  }

  /// The same places in fewer runs, where runs follow one another.
  static func joined(_ runs: [Range<Int>]) -> (runs: [Range<Int>], total: Int) {
    var joined: [Range<Int>] = []
    joined.reserveCapacity(runs.count)
    var total = 0
    var last = 0..<0
    for run in runs where !run.isEmpty {
      total += run.count
      if run.lowerBound == last.upperBound {
        last = last.lowerBound..<run.upperBound
      } else {
        if !last.isEmpty { joined.append(last) }
        last = run
      }
    }
    if !last.isEmpty { joined.append(last) }
    return (joined, total)
  }
}
