import CypherEngine

/// Writes answers as typed JSON straight from the batches of a running query.
struct AnswerWriter {
  private let materialiser: Materialiser
  private var isFirst = true

  init(_ graph: any GraphReader) { materialiser = Materialiser(graph) }

  mutating func begin(_ columns: [String], into out: inout [UInt8]) {
    isFirst = true
    out.append(contentsOf: #"{"columns":["#.utf8)
    for (at, column) in columns.enumerated() {
      if at > 0 { out.append(UInt8(ascii: ",")) }
      JSONWriter.append(column, to: &out)
    }
    out.append(contentsOf: #"],"rows":["#.utf8)
  }

  mutating func rows(of batch: Batch, into out: inout [UInt8]) throws(ExecutionFailure) {
    for row in 0..<batch.count {
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

  func end(_ changes: ChangeCounts, into out: inout [UInt8]) {
    out.append(contentsOf: #"],"stats":"#.utf8)
    JSONWriter.append(AnswerJSON.stats(changes), to: &out)
    out.append(UInt8(ascii: "}"))
  }

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
