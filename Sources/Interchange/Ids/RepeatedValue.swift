import Diagnostics

extension GraphTables {
  /// What is told of a node with a label whose value of a property an earlier one has too, where it should be unique. Nodes are named
  /// by their place in ``contents(report:)``. Cost: the tables are read once more up to each of the two, which only a fault asks for.
  public func repetition(of key: String, label: String, first: Int, second: Int) -> TableFailure {
    do throws(TableFailure) {
      let (known, field) = (try field(key, first), try field(key, second))
      var fault = TableFault(
        .notUnique, "a second node with the label `\(label)` has the `\(key)` `\(field.text)`", field.span,
        hint: "give each its own, or import without the unique `\(key)`")
      fault.note = "the first stands at \(TableFault.place(of: known.span.start, in: known.path))"
      return fault.failure(in: field.path)
    } catch { return error }
  }

  private func field(_ key: String, _ row: Int) throws(TableFailure) -> FieldOfRow {
    try FieldOfRow(row, nodes, delimiter) { $0.key == key }
  }
}
