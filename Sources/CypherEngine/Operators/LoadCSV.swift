import CypherPlanner
import Diagnostics
import GraphModel

/// LOAD CSV: for each row, a row for each record of a file, read as it is asked for.
final class LoadCSV: Operator {
  private let input: any Operator
  private let source: CSVSource
  private let address: any Kernel
  private let context: ExecutionContext
  private var outer: Batch?
  /// The row of `outer` whose file is being read, or is next.
  private var row = 0
  private var file: OpenFile?

  private struct OpenFile {
    var address: String
    var reader: CSVReader
    /// Nil where records are lists.
    var header: MapKeys?
  }

  init(_ input: any Operator, _ source: CSVSource, address: any Kernel, _ context: ExecutionContext) {
    self.input = input
    self.source = source
    self.address = address
    self.context = context
  }

  func open() throws(ExecutionFailure) {
    try input.open()
    outer = nil
    file = nil
    row = 0
  }

  func next() throws(ExecutionFailure) -> Batch? {
    while true {
      try context.checkCancellation()
      if let outer, file != nil {
        let values = try records()
        if !values.isEmpty {
          var batch = outer.gathered(Array(filledWith: row, count: values.count))
          batch.columns.append(.values(values))
          return batch
        }
        file = nil
        row += 1
      }
      if outer == nil || row >= outer?.count ?? 0 {
        guard let more = try input.next() else { return nil }
        outer = more
        row = 0
      }
      if let outer { file = try openFile(outer) }
    }
  }

  private func openFile(_ outer: Batch) throws(ExecutionFailure) -> OpenFile {
    let value = try address.column(outer.slice(row..<row + 1), context)[0]
    guard case .string(let name) = value else {
      throw ExecutionFailure(
        .typeError, .invalidArgumentType, "LOAD CSV takes the name of a file, not \(value.typeDescription)",
        at: source.span)
    }
    guard let files = context.files else {
      throw ExecutionFailure(
        .argumentError, .externalResourceFailed, "LOAD CSV may read no files here", at: source.span,
        hint: "name the folder with the files, with --csv-folder")
    }
    let pieces: FileSource.Pieces
    do throws(FileFailure) { pieces = try files.open(name) } catch {
      throw ExecutionFailure(
        .argumentError, .externalResourceFailed, error.message, at: source.span, hint: error.hint)
    }
    var opened = OpenFile(address: name, reader: CSVReader(terminator: source.terminator, pull: pieces))
    if source.hasHeaders { opened.header = try header(&opened) }
    return opened
  }

  private func header(_ file: inout OpenFile) throws(ExecutionFailure) -> MapKeys {
    let fields = try record(&file) ?? []
    var names: [String] = []
    for (at, field) in fields.enumerated() {
      guard let name = field else { throw failure(file, "column \(at + 1) has no name in the header") }
      if names.contains(name) { throw failure(file, "two columns are called `\(name)` in the header") }
      names.append(name)
    }
    return MapKeys(distinct: names)
  }

  /// The next records, as many as a batch holds; none at the end of the file.
  private func records() throws(ExecutionFailure) -> [Value] {
    guard var current = file else { return [] }
    defer { file = current }
    var (records, count) = (ListOfMaps(), 0)
    while count < context.batchCapacity, let fields = try record(&current) {
      try add(fields, of: current, to: &records)
      count += 1
    }
    return records.take()
  }

  private func add(_ fields: [String?], of file: OpenFile, to records: inout ListOfMaps) throws(ExecutionFailure) {
    let items = fields.map { $0.map(Value.string) ?? .null }
    guard let header = file.header else { return records.append(.list(items)) }
    let width = header.names.count
    if items.count > width, items[width...].contains(where: { !$0.isNull }) {
      throw failure(file, "the record before here has \(items.count) fields, and the header has \(width)")
    }
    for at in 0..<width { records.appendCell(at < items.count ? items[at] : .null) }
    records.endMap(header)
  }

  private func record(_ file: inout OpenFile) throws(ExecutionFailure) -> [String?]? {
    do throws(CSVFault) { return try file.reader.record() } catch { throw failure(file.address, error) }
  }

  private func failure(_ file: OpenFile, _ message: String) -> ExecutionFailure {
    failure(file.address, CSVFault(message: message, line: file.reader.line, column: file.reader.column))
  }

  private func failure(_ address: String, _ fault: CSVFault) -> ExecutionFailure {
    ExecutionFailure(
      .argumentError, .externalResourceFailed,
      "\(address), line \(fault.line), column \(fault.column): \(fault.message)", at: source.span)
  }
}
