import CypherPlanner
import GraphModel

/// `min` and `max`.
final class Extremes: Accumulator {
  private let kept: ValueOrder
  private var extremes: [Value] = []

  init(_ function: AggregateFunction) { kept = function == .min ? .ascending : .descending }

  override func grow(to count: Int) {
    if extremes.count < count { extremes.append(contentsOf: repeatElement(.null, count: count - extremes.count)) }
  }

  override func add(_ arguments: [Column], _ count: Int, _ groups: RowGroups) throws(EvaluationError) {
    // The loop works on what is its own: a field of a class would be checked each time.
    var extremes: [Value] = []
    swap(&extremes, &self.extremes)
    if case .integers(let numbers, nil) = arguments[0] {
      for row in 0..<count {
        let group = groups[row]
        if case .integer(let known) = extremes[group] {
          if kept == .ascending ? numbers[row] < known : numbers[row] > known { extremes[group] = .integer(numbers[row]) }
        } else {
          take(.integer(numbers[row]), &extremes[group])
        }
      }
    } else if case .strings(let texts, nil) = arguments[0], let group = groups.shared, let first = texts.first {
      var best = first
      for text in texts where text.codePointOrder(against: best) == kept { best = text }
      take(.string(best), &extremes[group])
    } else if case .coded(let codes, let dictionary, nil) = arguments[0], let group = groups.shared {
      for code in Set(codes) { take(.string(dictionary.texts[Int(code)]), &extremes[group]) }
    } else {
      for row in 0..<count { take(arguments[0][row], &extremes[groups[row]]) }
    }
    swap(&extremes, &self.extremes)
  }

  private func take(_ value: Value, _ extreme: inout Value) {
    if value.isNull { return }
    if extreme.isNull || value.ordered(against: extreme) == kept { extreme = value }
  }

  override func results() throws(EvaluationError) -> Column { .narrowest(extremes) }
}
