import Sillage

/// Procedures that are tables: a call gives the output columns of all rows whose input columns equal the arguments.
struct TableProcedures: ProcedureCatalog {
  private struct Table {
    var signature: ProcedureSignature
    var rows: [[Value]]
  }

  private var tables: [String: Table] = [:]

  var procedureNames: [String] { tables.keys.sorted() }

  func signature(of procedure: String) -> ProcedureSignature? { tables[procedure]?.signature }

  func call(_ name: String, _ arguments: [Value]) throws(ProcedureError) -> [[Value]] {
    guard let table = tables[name] else { throw ProcedureError("there is no procedure `\(name)`") }
    return table.rows.filter { row in
      zip(row, arguments).allSatisfy { GroupingKey($0) == GroupingKey($1) }
    }.map { Array($0.dropFirst(table.signature.inputs.count)) }
  }

  /// False for a request that does not describe a procedure.
  mutating func register(_ request: JSONValue) -> Bool {
    guard let name = request["name"]?.string, let inputs = fields(request["inputs"]),
      let outputs = fields(request["outputs"])
    else { return false }
    var rows: [[Value]] = []
    for row in request["rows"]?.array ?? [] {
      guard let cells = row.array, cells.count == inputs.count + outputs.count else { return false }
      do { rows.append(try cells.map { try Value(typed: $0) }) } catch { return false }
    }
    tables[name] = Table(signature: ProcedureSignature(name: name, inputs: inputs, outputs: outputs), rows: rows)
    return true
  }

  private func fields(_ list: JSONValue?) -> [ProcedureSignature.Field]? {
    guard let list = list?.array else { return nil }
    var fields: [ProcedureSignature.Field] = []
    for item in list {
      guard let name = item["name"]?.string, let type = item["type"]?.string else { return nil }
      fields.append(ProcedureSignature.Field(name, ValueType(declared: type)))
    }
    return fields
  }
}

extension JSONValue {
  /// A member of an object.
  subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }
}

extension ValueType {
  /// A type as signatures write it, such as `INTEGER?`; what is not known is anything.
  init(declared text: String) {
    switch text.replacing("?", with: "").uppercased() {
    case "BOOLEAN": self = .boolean
    case "INTEGER": self = .integer
    case "FLOAT": self = .float
    case "NUMBER": self = .number
    case "STRING": self = .string
    case "MAP": self = .map
    case "NODE": self = .node
    case "RELATIONSHIP": self = .relationship
    case "PATH": self = .path
    default: self = .any
    }
  }
}
