import GraphModel
import Synchronization

/// The numbers of one ascending run as bits, so that many other runs can be compared with it at the cost of a look each.
struct MeetingMarks: Sendable {
  private var words: [UInt64] = []
  private var marked: (run: LazyBuffer<UInt32>, range: Range<Int>)?

  /// For no numbers.
  init() {}

  /// `limit`: the largest number that occurs.
  init(limit: Int) { words = Array(filledWith: 0, count: (limit >> 6) + 1) }

  var isEmpty: Bool { words.isEmpty }

  func reaches(_ limit: Int) -> Bool { words.count > limit >> 6 }

  /// Marks the numbers of a range of a run in place of those marked before. False where a number stands twice: then nothing is
  /// marked, and bits would not tell how often runs meet.
  mutating func mark(_ run: LazyBuffer<UInt32>, _ range: Range<Int>) -> Bool {
    clear()
    let numbers = unsafe run.numbers(range)
    for at in 1..<max(1, numbers.count) where unsafe numbers[at] == numbers[at - 1] { return false }
    for unsafe number in unsafe numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
    marked = (run, range)
    return true
  }

  mutating func clear() {
    guard let marked else { return }
    for unsafe number in unsafe marked.run.numbers(marked.range) { words[Int(number >> 6)] = 0 }
    self.marked = nil
  }

  /// Appends, for each of some nodes, how many of its neighbours are marked. `run` is what is marked: one that is far longer is
  /// searched instead.
  func count(
    _ runs: NeighbourRuns, _ run: Range<Int>, _ nodes: ArraySlice<NodeID>, _ others: NeighbourRuns, into counts: inout [Int]
  ) {
    unsafe words.withUnsafeBufferPointer { words in
      for node in nodes {
        let range = others.range(node)
        if range.count >= 16 * run.count {
          counts.append(SortedMeeting.count(runs.neighbours, run, others.neighbours, range))
          continue
        }
        var count = 0
        for unsafe number in unsafe others.neighbours.numbers(range) {
          let word = Int(number >> 6)
          if word < words.count { count &+= Int(truncatingIfNeeded: (unsafe words[word] >> UInt64(number & 63)) & 1) }
        }
        counts.append(count)
      }
    }
  }
}

/// Marks that were used before, so that not each count has to make its own. Guarded by itself.
final class SpareMarks: Sendable {
  private let spare = Mutex<[MeetingMarks]>([])

  func take(limit: Int) -> MeetingMarks {
    if let marks = spare.withLock({ $0.popLast() }), marks.reaches(limit) { return marks }
    return MeetingMarks(limit: limit)
  }

  func give(_ marks: MeetingMarks) {
    var marks = marks
    marks.clear()
    spare.withLock { $0.append(marks) }
  }
}
