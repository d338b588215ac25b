import GraphModel

/// How many relationships named paths have, without building them. A row in which a part is null has no path.
final class PathLengthKernel: Kernel {
  private let parts: [PathKernel.Part]

  init(_ parts: [PathKernel.Part]) { self.parts = parts }

  func column(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Column {
    .values((0..<batch.count).map { row in length(batch, row).map { .integer(Int64($0)) } ?? .null })
  }

  private func length(_ batch: Batch, _ row: Int) -> Int? {
    var length = 0
    for part in parts {
      switch part {
      case .node(let at):
        guard case .node = batch.columns[at][row] else { return nil }
      case .relationship(let at):
        guard case .relationship = batch.columns[at][row] else { return nil }
        length += 1
      case .relationships(let at):
        switch batch.columns[at][row] {
        case .list(let items): length += items.count
        case .integer(let number): length += Int(truncatingIfNeeded: number)
        default: return nil
        }
      }
    }
    return length
  }
}
