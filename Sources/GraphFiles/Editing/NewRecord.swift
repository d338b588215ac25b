/// A record that is to be written under a key of its own.
public struct NewRecord: Sendable {
  var id: String
  var fields: [Field]
  var relations: [[Field]]

  /// In lines, the key in a column and what is under it two further in.
  func block(column: Int, inner: Int) -> String {
    let indent = String(repeating: " ", count: inner)
    var text = String(repeating: " ", count: column) + YamlWriting.text(id, inFlow: false) + ":"
    for field in fields { text += "\n" + indent + YamlWriting.entry(field, inFlow: false) }
    if !relations.isEmpty {
      text += "\n" + indent + "relations:"
      for relation in relations { text += "\n" + indent + "  - " + YamlWriting.map(relation, column: inner + 4) }
    }
    return text
  }

  /// The lines of a record in a new file of records.
  public static func text(id: String, fields: [Field], relations: [[Field]] = []) -> String {
    NewRecord(id: id, fields: fields, relations: relations).block(column: 2, inner: 4)
  }

  /// In braces behind its key.
  func flow(column: Int) -> String {
    let all = fields + (relations.isEmpty ? [] : [Field("relations", .maps(relations))])
    let key = YamlWriting.text(id, inFlow: false) + ": "
    return String(repeating: " ", count: column) + key + YamlWriting.map(all, column: column + key.unicodeScalars.count)
  }
}
