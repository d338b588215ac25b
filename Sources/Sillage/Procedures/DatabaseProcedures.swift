import CypherEngine
import SQLiteGraph
import Strategy

/// The procedures that every database has, and those that the caller of a query brings.
///
/// They see what the query sees: the graph from the same time, in the same transaction. What they read of it is kept for
/// the statement.
final class DatabaseProcedures: ProcedureCatalog {
  private let graph: SQLiteGraph
  private let view: any GraphReader
  private let others: any ProcedureCatalog
  private var ledgers: [TimeFrame: Ledger] = [:]

  /// All of them; a procedure is added here and nowhere else.
  private static let all: [any DatabaseProcedure] = [
    ContradictionsProcedure(), DiffProcedure(), GapsProcedure(), PromisesProcedure(), TimelineProcedure(),
    ValidateProcedure(),
  ]

  /// The signatures, by name.
  static var signatures: [ProcedureSignature] { all.map(\.signature) }

  init(_ graph: SQLiteGraph, view: any GraphReader, others: any ProcedureCatalog) {
    self.graph = graph
    self.view = view
    self.others = others
  }

  func signature(of procedure: String) -> ProcedureSignature? {
    others.signature(of: procedure) ?? Self.named(procedure)?.signature
  }

  var procedureNames: [String] { others.procedureNames + Self.all.map(\.signature.name) }

  func call(_ name: String, _ arguments: [Value]) throws(ProcedureError) -> [[Value]] {
    guard others.signature(of: name) == nil, let procedure = Self.named(name) else { return try others.call(name, arguments) }
    let context = ProcedureContext(procedure.signature, arguments, view) { frame throws(ProcedureError) in
      try self.ledger(frame)
    }
    return try procedure.rows(context)
  }

  private static func named(_ name: String) -> (any DatabaseProcedure)? { all.first { $0.signature.name == name } }

  /// What the view states; with a frame, what it states of that time.
  private func ledger(_ frame: TimeFrame) throws(ProcedureError) -> Ledger {
    if let known = ledgers[frame] { return known }
    do throws(StoreError) {
      let ledger = try Ledger(of: frame.view(of: view), schema: try graph.compiledSchema())
      ledgers[frame] = ledger
      return ledger
    } catch { throw ProcedureError(error.message) }
  }
}

/// A procedure of every database.
protocol DatabaseProcedure: Sendable {
  var signature: ProcedureSignature { get }
  /// One value for each output of the signature.
  func rows(_ context: ProcedureContext) throws(ProcedureError) -> [[Value]]
}

/// One call of a procedure.
struct ProcedureContext {
  private let signature: ProcedureSignature
  private let arguments: [Value]
  private let graph: any GraphReader
  private let read: (TimeFrame) throws(ProcedureError) -> Ledger

  init(
    _ signature: ProcedureSignature, _ arguments: [Value], _ graph: any GraphReader,
    _ read: @escaping (TimeFrame) throws(ProcedureError) -> Ledger
  ) {
    self.signature = signature
    self.arguments = arguments
    self.graph = graph
    self.read = read
  }

  /// What the graph states that the query looks at; with a frame, what it states of that time.
  func ledger(_ frame: TimeFrame = TimeFrame()) throws(ProcedureError) -> Ledger { try read(frame) }

  /// What is missing in what the graph states.
  func gaps(_ rules: GapRules, _ ledger: Ledger) throws(ProcedureError) -> [Gap] {
    do throws(StoreError) { return try ledger.gaps(rules, EvidenceReading(graph)) } catch { throw ProcedureError(error.message) }
  }

  /// An argument; null where it was left out.
  subscript(position: Int) -> Value { arguments.indices.contains(position) ? arguments[position] : .null }

  func failure(_ message: String) -> ProcedureError { ProcedureError("\(signature.name): \(message)") }

  /// The map of options in an argument. A key that the procedure does not know is an error.
  func options(at position: Int, _ known: [String]) throws(ProcedureError) -> ValueMap {
    switch self[position] {
    case .null: return ValueMap()
    case .map(let map):
      for key in map.keys where !known.contains(key) {
        throw failure("there is no option `\(key)`; there are \(known.joined(separator: ", "))")
      }
      return map
    default: throw failure("options are a map, such as {\(known.first ?? ""): …}")
    }
  }

  /// A date in an argument or an option; nil for null.
  func date(_ value: Value?, _ name: String) throws(ProcedureError) -> PartialDate? {
    guard let value, !value.isNull else { return nil }
    if case .integer(let year) = value, let date = PartialDate(.string("\(year)")) { return date }
    if let date = PartialDate(value) { return date }
    throw failure("`\(name)` is no date; \(PartialDate.forms)")
  }

  /// The day of the audit: an option, else today.
  func today(_ options: ValueMap) throws(ProcedureError) -> CalendarDate {
    try date(options["today"], "today")?.last ?? CalendarDate.today
  }

  /// The id of an entity in an argument: a node, or text that is its id.
  func entity(_ value: Value, in ledger: Ledger) throws(ProcedureError) -> String {
    switch value {
    case .node(let node):
      if let id = ledger.entities.values.first(where: { $0.node == node })?.id { return id }
      throw failure("the node is no entity")
    case .string(let id):
      if ledger.entities[id] != nil { return id }
      let near = NearName.question(for: id, among: ledger.entities.keys.sorted())
      throw failure("no entity has the id `\(id)`" + (near.map { "; \($0)" } ?? ""))
    default: throw failure("an entity is a node or the id of one")
    }
  }
}

extension Value {
  /// Text, or null.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  init(_ texts: [String]) { self = .list(texts.map { .string($0) }) }

  /// A map without what is not known.
  static func known(_ fields: [(String, String?)]) -> Value {
    .map(ValueMap(fields.compactMap { name, text in text.map { (name, Value.string($0)) } }))
  }
}
