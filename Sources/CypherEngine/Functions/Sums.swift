import CypherPlanner
import GraphModel

/// `sum` and `avg`. Integers are added up by themselves, in little memory; a group of anything else has a running sum, too.
final class Sums: Accumulator {
  /// As small as it can be, since there may be many and they are met in any order.
  private struct IntegerSum {
    var sum: Int64 = 0
    var count = 0
  }

  private let isMean: Bool
  private var integers: [IntegerSum] = []
  /// What is missing in sums that did not fit, by group.
  private var tooLarge: [Int: Int128] = [:]
  /// Empty as long as there were only integers.
  private var others: [RunningSum] = []

  init(_ function: AggregateFunction) { isMean = function == .avg }

  private var name: String { isMean ? "avg" : "sum" }

  override func grow(to count: Int) {
    if integers.count < count { integers.append(contentsOf: repeatElement(IntegerSum(), count: count - integers.count)) }
  }

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    if case .integers(let numbers, nil) = arguments[0] { return add(numbers, groups) }
    // The loop works on what is its own: a field of a class would be checked each time.
    var sums: [RunningSum] = []
    swap(&sums, &others)
    defer { swap(&sums, &others) }
    if sums.count < integers.count {
      sums.append(contentsOf: repeatElement(RunningSum(), count: integers.count - sums.count))
    }
    if case .floats(let numbers, nil) = arguments[0] {
      for row in 0..<count { try sums[groups[row]].add(float: numbers[row], name) }
    } else {
      for row in 0..<count { try sums[groups[row]].add(arguments[0][row], name) }
    }
  }

  private func add(_ numbers: [Int64], _ groups: RowGroups) {
    guard case .each(let groups) = groups else {
      let group = groups[0]
      // A column is too short for a sum of its numbers to leave 128 bits.
      let sum = numbers.reduce(Int128(integers[group].sum)) { $0 + Int128($1) }
      integers[group].count += numbers.count
      integers[group].sum = Int64(truncatingIfNeeded: sum)
      if sum != Int128(integers[group].sum) { tooLarge[group, default: 0] += sum - Int128(integers[group].sum) }
      return
    }
    var sums: [IntegerSum] = []
    swap(&sums, &integers)
    for (group, number) in zip(groups, numbers) {
      let (sum, overflow) = sums[group].sum.addingReportingOverflow(number)
      if overflow { tooLarge[group, default: 0] += Int128(sums[group].sum) + Int128(number) - Int128(sum) }
      sums[group].sum = sum
      sums[group].count += 1
    }
    swap(&sums, &integers)
  }

  override func results() throws(EvaluationError) -> Column {
    guard others.isEmpty, tooLarge.isEmpty else { return .narrowest(try values()) }
    guard isMean else { return .integers(integers.map(\.sum), valid: nil) }
    return .floats(
      integers.map { Double($0.sum) / Double($0.count) },
      valid: integers.contains { $0.count == 0 } ? integers.map { $0.count > 0 } : nil)
  }

  private func values() throws(EvaluationError) -> [Value] {
    var results: [Value] = []
    results.reserveCapacity(integers.count)
    for (group, part) in integers.enumerated() {
      var sum = group < others.count ? others[group] : RunningSum()
      try sum.add(Int128(part.sum) + (tooLarge.isEmpty ? 0 : tooLarge[group] ?? 0), count: part.count, name)
      results.append(isMean ? try sum.mean() : try sum.total(name))
    }
    return results
  }
}
