import Diagnostics
import Dispatch
import GraphModel
import Synchronization

/// Reads all tables of a kind, each on all cores.
struct TableReader {
  let kind: TableKind
  let paths: [String]
  let delimiter: UInt8
  let nodes: NodeIndex?
  let zones: (any TimeZoneRules)?

  /// What tables hold, piece by piece in the order of the files.
  struct Contents {
    var properties = PropertyList()
    var pieces: [ParsedPiece] = []
    /// For each file, how many pieces it has.
    var pieceCounts: [Int] = []
  }

  private struct OpenTable {
    var path: String
    var pieces: RecordPieces
    var parser: PieceParser
  }

  func read() throws(TableFailure) -> Contents {
    var contents = Contents()
    while true {
      let tables = try open(&contents.properties)
      contents.pieces = []
      contents.pieceCounts = []
      for table in tables {
        let pieces: [ParsedPiece]
        do throws(TableFault) {
          pieces = try read(table, &contents.properties)
        } catch { throw error.failure(in: table.path) }
        contents.pieces += pieces
        contents.pieceCounts.append(pieces.count)
      }
      // A field that came late may have shown that a property is text, and what was read before as numbers has lost how it
      // was written.
      let types = contents.properties.entries.map(\.type)
      let isComplete = contents.pieces.allSatisfy { piece in
        zip(piece.columns, types).allSatisfy { $0.type == .nothing || $0.type == $1 || ($0.type == .integer && $1 == .float) }
      }
      if isComplete { return contents }
    }
  }

  /// Opens all tables and reads their headers.
  private func open(_ properties: inout PropertyList) throws(TableFailure) -> [OpenTable] {
    var tables: [OpenTable] = []
    for path in paths {
      guard let pieces = RecordPieces(path, delimiter: delimiter) else { throw .missing(path: path) }
      do throws(TableFault) {
        guard let header = try pieces.header() else {
          throw TableFault(.badHeader, "the table is empty", .beginning, hint: "its first line names the columns")
        }
        try Self.checkUTF8(header.bytes)
        let columns = try HeaderColumn.read(header, kind)
        let places = try columns.map { column throws(TableFault) in try place(of: column, &properties) }
        let parser = PieceParser(
          kind: kind, columns: columns, places: places, delimiter: delimiter, nodes: nodes, zones: zones)
        tables.append(OpenTable(path: path, pieces: pieces, parser: parser))
      } catch { throw error.failure(in: path) }
    }
    return tables
  }

  private func place(of column: HeaderColumn, _ properties: inout PropertyList) throws(TableFault) -> Int {
    guard column.role == .property || column.role == .id else { return -1 }
    if let place = properties.place(of: column) { return place }
    throw TableFault(
      .badHeader, "another table gives `\(column.key)` another type", .beginning,
      hint: "a property has one type in all tables of nodes, and one in all of relationships")
  }

  /// What threads that read one table share.
  private struct Progress: Sendable {
    var properties: PropertyList
    var pieces: [ParsedPiece?] = []
    /// The first fault of the table so far, and in which piece it is.
    var fault: (piece: Int, fault: TableFault)?
  }

  private func read(_ table: OpenTable, _ properties: inout PropertyList) throws(TableFault) -> [ParsedPiece] {
    let progress = Mutex(Progress(properties: properties))
    let (pieces, parser) = (table.pieces, table.parser)
    DispatchQueue.concurrentPerform(iterations: Self.threads) { _ in
      var number = 0
      do throws(TableFault) {
        while progress.withLock({ $0.fault == nil }), let piece = try pieces.next() {
          number = piece.number
          let parsed = try Self.parse(piece, parser, progress)
          progress.withLock { progress in
            while progress.pieces.count <= number { progress.pieces.append(nil) }
            progress.pieces[number] = parsed
          }
        }
      } catch {
        let fault = (number, error)
        progress.withLock { if $0.fault.map({ $0.piece > fault.0 }) ?? true { $0.fault = fault } }
      }
    }
    let done = progress.withLock { $0 }
    if let (_, fault) = done.fault { throw fault }
    properties = done.properties
    return done.pieces.compactMap { $0 }
  }

  private static func parse(
    _ piece: RecordPiece, _ parser: PieceParser, _ progress: borrowing Mutex<Progress>
  ) throws(TableFault) -> ParsedPiece {
    do throws(TableFault) {
      try checkUTF8(piece.bytes)
      while true {
        var properties = progress.withLock { $0.properties }
        if let parsed = try parser.parse(piece, properties) { return parsed }
        try parser.widen(&properties, by: piece)
        progress.withLock { progress in
          for (place, entry) in properties.entries.enumerated() { progress.properties.widen(place, by: entry.type) }
        }
      }
    } catch { throw error.moved(by: piece.offset) }
  }

  /// As many as concurrent work is worth dividing by; the system runs as many at a time as it has cores.
  private static let threads = 16

  private static func checkUTF8(_ text: [UInt8]) throws(TableFault) {
    var bits: UInt8 = 0
    for byte in text { bits |= byte }
    guard bits >= 0x80 else { return }
    var at = 0
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): at += UTF8.width(scalar)
      case .emptyInput: return
      case .error:
        throw TableFault(
          .tableNotUTF8, "what begins here is no UTF-8", SourceSpan(start: at, end: at + 1),
          hint: "convert the file, for example with iconv -f LATIN1 -t UTF-8")
      }
    }
  }
}
