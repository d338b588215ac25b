import GraphModel

/// Gives one row without columns.
final class UnitOperator: Operator {
  private var isDone = false

  func open() { isDone = false }

  func next() -> Batch? {
    if isDone { return nil }
    isDone = true
    return Batch(columns: [], count: 1)
  }
}

/// Gives the rows that the surrounding plan put into it.
final class ArgumentOperator: Operator {
  var rows = Batch(columns: [], count: 0)
  private var isDone = false

  func open() { isDone = false }

  func next() -> Batch? {
    if isDone || rows.count == 0 { return nil }
    isDone = true
    return rows
  }
}
