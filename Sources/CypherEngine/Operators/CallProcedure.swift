public import CypherPlanner
import Diagnostics
public import GraphModel

/// The procedures that queries may call.
public protocol ProcedureCatalog: ProcedureDirectory {
  /// The rows of a call, each with one value for each output of the signature.
  func call(_ name: String, _ arguments: [Value]) throws(ProcedureError) -> [[Value]]
}

/// Why a procedure failed, in a sentence.
public struct ProcedureError: Error, Hashable, Sendable {
  public var message: String
  public init(_ message: String) { self.message = message }
}

/// No procedures at all.
public struct NoProcedures: ProcedureCatalog {
  public init() {}
  public func signature(of procedure: String) -> ProcedureSignature? { nil }
  public var procedureNames: [String] { [] }
  public func call(_ name: String, _ arguments: [Value]) throws(ProcedureError) -> [[Value]] {
    throw ProcedureError("there is no procedure `\(name)`")
  }
}

/// For each row, the rows that a procedure gives for its arguments. A procedure without results passes its rows on.
final class CallProcedure: BatchwiseOperator {
  private let invocation: ProcedureInvocation
  private let arguments: [any Kernel]

  init(
    _ input: any Operator, _ invocation: ProcedureInvocation, _ arguments: [any Kernel], _ context: ExecutionContext
  ) {
    self.invocation = invocation
    self.arguments = arguments
    super.init(input, context)
  }

  override func rows(of outer: Batch) throws(ExecutionFailure) -> Batch? {
    var columns: [Column] = []
    for argument in arguments { columns.append(try argument.column(outer, context)) }
    var rows: [Int] = []
    var yielded: [[Value]] = invocation.yields.map { _ in [] }
    for row in 0..<outer.count {
      let results: [[Value]]
      do { results = try context.procedures.call(invocation.signature.name, columns.map { $0[row] }) } catch {
        throw ExecutionFailure(.procedureError, .invalidArgumentValue, error.message, at: invocation.span)
      }
      if invocation.signature.outputs.isEmpty { rows.append(row) }
      for result in results where !invocation.signature.outputs.isEmpty {
        rows.append(row)
        for (at, yield) in invocation.yields.enumerated() {
          yielded[at].append(result.indices.contains(yield.column) ? result[yield.column] : .null)
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    var batch = outer.gathered(rows)
    batch.columns += yielded.map { Column.narrowest($0) }
    return batch
  }
}
