import CypherEngine

/// Writes answers of a query that only reads as typed JSON, straight from the batches of its rows.
struct AnswerWriter {
  private let materialiser: Materialiser
  /// What stands before the rows of each answer, and behind them.
  private let head: [UInt8]
  private let tail: [UInt8]
  private var isFirst = true

  init(_ columns: [String], _ graph: any GraphReader) {
    materialiser = Materialiser(graph)
    var head = Array(#"{"columns":["#.utf8)
    for (at, column) in columns.enumerated() {
      if at > 0 { head.append(UInt8(ascii: ",")) }
      JSONWriter.append(column, to: &head)
    }
    head.append(contentsOf: #"],"rows":["#.utf8)
    var tail = Array(#"],"stats":"#.utf8)
    JSONWriter.append(AnswerJSON.stats(ChangeCounts()), to: &tail)
    tail.append(UInt8(ascii: "}"))
    (self.head, self.tail) = (head, tail)
  }

  mutating func begin(into out: inout [UInt8]) {
    isFirst = true
    out.append(contentsOf: head)
  }

  mutating func rows(of batch: Batch, into out: inout [UInt8]) throws(ExecutionFailure) {
    try rows(0..<batch.count, of: batch, into: &out)
  }

  mutating func rows(_ range: Range<Int>, of batch: Batch, into out: inout [UInt8]) throws(ExecutionFailure) {
    for row in range {
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      out.append(UInt8(ascii: "["))
      for at in batch.columns.indices {
        if at > 0 { out.append(UInt8(ascii: ",")) }
        try append(batch.columns[at][row], to: &out)
      }
      out.append(UInt8(ascii: "]"))
    }
  }

  func end(into out: inout [UInt8]) { out.append(contentsOf: tail) }

  private func append(_ value: Value, to out: inout [UInt8]) throws(ExecutionFailure) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .boolean(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): JSONWriter.append(number, to: &out)
    case .string(let text): JSONWriter.append(text, to: &out)
    default:
      do throws(StoreError) { TypedJSON.append(try materialiser.result(value), to: &out) } catch {
        throw ExecutionFailure(store: error)
      }
    }
  }
}
