import GraphModel

/// The answers of a subquery by what it reads of a row: rows that hold the same have one.
///
/// Cost: a look-up in a table for each row and value that is read; the subquery is asked for rows that hold something new.
struct AnswersByValue {
  /// What kind of values a column holds. Values of one kind that are grouped with one another are the same in every way.
  private enum Kind: Equatable {
    case integers, floats, exact
  }

  /// The columns that are read.
  private let columns: [Int]
  private var kinds: [Kind] = []
  private var numbers: RowNumbers
  /// By number.
  private var answers: [Value] = []
  private var rows = 0
  /// The run that the answers are of.
  private var run = -1

  /// After so many rows of which nearly each was new, no table is made any more.
  private static let trial = 4_096
  /// With so many answers the table begins anew.
  private static let most = 1 << 18

  init(columns: [Int]) {
    self.columns = columns
    numbers = RowNumbers(width: columns.count)
  }

  /// The answers for all rows; nil where a table would not do. `ask`: the answers for a batch.
  mutating func answers(
    _ batch: Batch, _ context: ExecutionContext, _ ask: (Batch) throws(ExecutionFailure) -> Column
  ) throws(ExecutionFailure) -> Column? {
    guard context.writer == nil, batch.count > 1 || !answers.isEmpty else { return nil }
    if run != context.run || answers.count > Self.most { restart(context.run) }
    if rows > Self.trial, answers.count > rows / 8 * 7 { return nil }
    if columns.isEmpty {
      if answers.isEmpty { answers = [try ask(batch.slice(0..<1))[0]] }
      return .repeating(answers[0], count: batch.count)
    }
    let read = columns.map { batch.columns[$0] }
    let found = read.compactMap(Self.kind)
    guard found.count == read.count else { return nil }
    if found != kinds {
      restart(context.run)
      kinds = found
    }
    rows += batch.count
    let places = numbers.numbers(of: read)
    var fresh: [Int] = []
    for (row, place) in places.enumerated() where place == answers.count + fresh.count { fresh.append(row) }
    if !fresh.isEmpty {
      do {
        let found = try ask(fresh.count == batch.count ? batch : batch.gathered(fresh))
        for at in fresh.indices { answers.append(found[at]) }
      } catch {
        restart(context.run)
        throw error
      }
    }
    return .narrowest(places.map { answers[$0] })
  }

  private mutating func restart(_ run: Int) {
    self.run = run
    (kinds, answers, rows, numbers) = ([], [], 0, RowNumbers(width: columns.count))
  }

  /// Nil where values that differ may be grouped with one another.
  private static func kind(_ column: Column) -> Kind? {
    switch column {
    case .integers: return .integers
    case .floats(let numbers, _): return numbers.contains { $0 == 0 && $0.sign == .minus } ? nil : .floats
    case .nodes, .relationships, .booleans, .strings, .coded: return .exact
    case .values(let values):
      let isExact = values.allSatisfy { value in
        switch value {
        case .float, .integer, .list, .map, .path: false
        default: true
        }
      }
      return isExact ? .exact : nil
    }
  }
}
