import GraphModel

/// What the operators share that make new rows of each batch of their input: they pull a batch, and give what comes of it
/// in batches of the wanted size.
class BatchwiseOperator: Operator {
  private let input: any Operator
  let context: ExecutionContext
  private var pending = PendingRows()
  /// Rows of the input that wait for those before them.
  private var waiting = PendingRows()

  init(_ input: any Operator, _ context: ExecutionContext) {
    self.input = input
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    waiting.clear()
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      if let batch = pending.take(context.batchCapacity) { return batch }
      guard let outer = try pull() else { return nil }
      try context.checkCancellation()
      if let rows = try rows(of: outer) { pending.fill(rows) }
    }
  }

  /// Of one piece where they are made in one: cut into batches, they would only be joined again.
  func drain() throws(ExecutionFailure) -> Batch? {
    var all: [Batch] = []
    if let rest = pending.take(Int.max) { all.append(rest) }
    while let outer = try pull() {
      try context.checkCancellation()
      if let rows = try rows(of: outer), rows.count > 0 { all.append(rows) }
    }
    return all.isEmpty ? nil : .joined(all)
  }

  private func pull() throws(ExecutionFailure) -> Batch? {
    if let rows = waiting.take(rowsAtOnce) { return rows }
    guard let first = try input.next() else { return nil }
    var batches = [first]
    while batches.count < batchesAtOnce, let next = try input.next() { batches.append(next) }
    let all = Batch.joined(batches)
    guard all.count > rowsAtOnce else { return all }
    waiting.fill(all)
    return waiting.take(rowsAtOnce)
  }

  /// How many batches of the input are worked on together.
  var batchesAtOnce: Int { 1 }

  /// About how many rows of the input are worked on together, where these make many.
  var rowsAtOnce: Int { Int.max }

  /// What comes of a batch; nil where nothing does.
  func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? { outer }
}

/// What the operators share that must have seen all of their input before they give a row.
class GatheringOperator: Operator {
  let input: any Operator
  let context: ExecutionContext
  private var pending = PendingRows()
  private var isDone = false

  init(_ input: any Operator, _ context: ExecutionContext) {
    self.input = input
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    pending.clear()
    isDone = false
  }

  func next() throws(ExecutionFailure) -> Batch? {
    if !isDone {
      isDone = true
      if let rows = try gathered() { pending.fill(rows) }
    }
    return pending.take(context.batchCapacity)
  }

  func drain() throws(ExecutionFailure) -> Batch? {
    guard !isDone else { return pending.take(Int.max) }
    isDone = true
    guard let rows = try gathered(), rows.count > 0 else { return nil }
    return rows
  }

  /// All rows, from the whole input; nil for none.
  func gathered() throws(ExecutionFailure) -> Batch? { try input.drain() }
}
