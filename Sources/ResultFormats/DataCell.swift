/// The text of a cell that a program reads back: scalars as they are, everything composed as JSON.
struct DataCell {
  private var json = PlainJSON()

  /// Null is the empty text.
  mutating func text(_ value: ResultValue) -> String {
    switch value {
    case .null: return ""
    case .string(let text), .temporal(_, let text): return text
    case .boolean, .integer, .float: return CypherNotation.text(value)
    case .list, .map, .node, .relationship, .path:
      var out: [UInt8] = []
      json.append(value, to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  var warning: String? { json.warning }
}
