import Diagnostics

/// An id that stands a second time: the tables are read again up to it, to say where it is.
struct RepeatedID {
  var paths: [String]
  var delimiter: UInt8
  /// The record in all tables of nodes, counted from 0.
  var row: Int

  var failure: TableFailure {
    do throws(TableFailure) {
      let field = try FieldOfRow(row, paths, delimiter) { $0.role == .id }
      return TableFault(
        .badNodeID, "a second node has the id `\(field.text)`", field.span, hint: "ids are unique in all tables of nodes"
      ).failure(in: field.path)
    } catch { return error }
  }
}
