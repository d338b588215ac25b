import Diagnostics

/// An id that stands a second time: the table is read again up to it, to say where it is.
struct RepeatedID {
  var path: String
  var delimiter: UInt8
  /// The record in the table, counted from 0.
  var row: Int

  var failure: TableFailure {
    do throws(TableFault) {
      guard let fault = try find() else { return .missing(path: path) }
      return fault.failure(in: path)
    } catch { return error.failure(in: path) }
  }

  private func find() throws(TableFault) -> TableFault? {
    guard let pieces = RecordPieces(path, delimiter: delimiter), let header = try pieces.header() else { return nil }
    let column = try HeaderColumn.read(header, .nodes).firstIndex { $0.role == .id } ?? 0
    var row = 0
    while let piece = try pieces.next() {
      var field = FieldScanner(piece.bytes, delimiter: delimiter)
      while field.startRecord() {
        var at = 0
        repeat {
          try field.next()
          if row == self.row, at == column {
            return TableFault(
              .badNodeID, "a second node has the id `\(field.text)`", field.sourceSpan,
              hint: "ids are unique in all tables of nodes"
            ).moved(by: piece.offset)
          }
          at += 1
        } while !field.endsRecord
        row += 1
      }
    }
    return nil
  }
}
