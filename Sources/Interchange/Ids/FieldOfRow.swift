import Diagnostics

/// One field of one node, found by reading the tables again up to it: only faults need to know where it stands.
struct FieldOfRow {
  let path: String
  /// Bytes of the file, inflated.
  let span: SourceSpan
  let text: String

  /// `row`: the record in all tables of nodes, counted from 0.
  init(_ row: Int, _ paths: [String], _ delimiter: UInt8, of isWanted: (HeaderColumn) -> Bool) throws(TableFailure) {
    var row = row
    for path in paths {
      do throws(TableFault) {
        guard let found = try Self.find(&row, path, delimiter, isWanted) else { continue }
        self.path = path
        span = SourceSpan(start: found.offset + found.field.sourceSpan.start, end: found.offset + found.field.sourceSpan.end)
        text = found.field.text
        return
      } catch { throw error.failure(in: path) }
    }
    throw .missing(path: paths.last ?? "")
  }

  /// Nil where the table has no more than `row` records, which are taken off it.
  private static func find(
    _ row: inout Int, _ path: String, _ delimiter: UInt8, _ isWanted: (HeaderColumn) -> Bool
  ) throws(TableFault) -> (field: FieldScanner, offset: Int)? {
    guard let pieces = RecordPieces(path, delimiter: delimiter), let header = try pieces.header() else { return nil }
    let column = try HeaderColumn.read(header, .nodes).firstIndex(where: isWanted) ?? 0
    while let piece = try pieces.next() {
      var field = FieldScanner(piece.bytes, delimiter: delimiter)
      while field.startRecord() {
        var at = 0
        repeat {
          try field.next()
          if row == 0, at == column { return (field, piece.offset) }
          at += 1
        } while !field.endsRecord
        row -= 1
      }
    }
    return nil
  }
}
