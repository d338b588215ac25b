import CypherSyntax
import Diagnostics
import GraphModel

extension Binder {
  /// LOAD CSV.
  func bind(_ clause: LoadCSVClause, _ plan: LogicalPlan) throws(Diagnostic) -> LogicalPlan {
    let address = try bindValue(clause.address)
    guard address.type.overlaps(.string) else {
      throw wrongType("LOAD CSV", at: address.span, expected: "the name of a file", found: address.type)
    }
    if scope[clause.variable.text] != nil { throw alreadyBound(clause.variable.text, at: clause.variable.span) }
    let terminator = try fieldTerminator(clause)
    let variable = declare(clause.variable.text, clause.hasHeaders ? .map : .list(of: .string))
    return .loadCSV(
      plan,
      CSVSource(
        address: address, variable: variable, hasHeaders: clause.hasHeaders, terminator: terminator, span: clause.span))
  }

  private func fieldTerminator(_ clause: LoadCSVClause) throws(Diagnostic) -> UInt8 {
    guard let text = clause.fieldTerminator else { return UInt8(ascii: ",") }
    guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, !"\"\r\n".utf8.contains(byte) else {
      throw failure(
        .wrongClause, .syntaxError, .invalidArgumentValue,
        "FIELDTERMINATOR takes one ASCII character, no quote and no line end", at: clause.span)
    }
    return byte
  }
}
