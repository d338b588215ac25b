import Diagnostics

/// What a table is of.
enum TableKind: Sendable {
  case nodes
  case relationships

  /// The columns that it must have, and the words for them after a colon.
  var requiredColumns: [(role: ColumnRole, name: String, mark: String)] {
    switch self {
    case .nodes: [(.id, "id", "ID"), (.name, "label", "LABEL")]
    case .relationships: [(.start, "src", "START_ID"), (.end, "dst", "END_ID"), (.name, "type", "TYPE")]
    }
  }
}

/// What a column holds.
enum ColumnRole: Hashable, Sendable {
  case id
  /// The labels of a node, or the type of a relationship.
  case name
  case start
  case end
  case property
  case ignored
}

/// One column as the header names it: `id`, `name`, `year:int`, `:START_ID`, `person:ID(People)`.
struct HeaderColumn: Sendable {
  var role: ColumnRole
  /// The property; empty where there is none.
  var key: String
  /// Nil: what the fields show.
  var type: PropertyType?

  /// Reads a header.
  static func read(_ record: FieldScanner, _ kind: TableKind) throws(TableFault) -> [HeaderColumn] {
    var record = record
    var columns: [HeaderColumn] = []
    var roles: Set<ColumnRole> = []
    var keys: Set<String> = []
    repeat {
      try record.next()
      let column = try HeaderColumn(record, kind)
      let isNew =
        column.role == .property || column.role == .ignored || roles.insert(column.role).inserted
      guard isNew, column.key.isEmpty || keys.insert(column.key).inserted else {
        throw TableFault(
          .badHeader, "two columns are called `\(record.text)`", record.sourceSpan, hint: "give each column one name")
      }
      columns.append(column)
    } while !record.endsRecord
    for (role, name, _) in kind.requiredColumns where !roles.contains(role) {
      throw TableFault(
        .badHeader, "the header has no column `\(name)`", SourceSpan(start: 0, end: record.at),
        label: NearName.question(for: name, among: columns.map(\.key)),
        hint: "the first line names the columns, of which "
          + kind.requiredColumns.map { "`\($0.name)`" }.joined(separator: ", ") + " must be there")
    }
    return columns
  }

  private init(_ field: FieldScanner, _ kind: TableKind) throws(TableFault) {
    let parts = field.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let mark = parts.count < 2 ? nil : String(parts[1].prefix { $0 != "(" })
    if let known = kind.requiredColumns.first(where: { $0.mark == mark }) {
      self.init(role: known.role, key: known.role == .id ? name : "", type: nil)
      return
    }
    if mark == "IGNORE" {
      self.init(role: .ignored, key: "", type: nil)
      return
    }
    var type: PropertyType?
    if let mark {
      type = PropertyType(mark)
      guard type != nil else {
        throw TableFault(
          .badHeader, "no type is called `\(mark)`", field.sourceSpan,
          label: NearName.question(for: mark, among: PropertyType.names.keys),
          hint: "types are int, float, boolean, string, date, localtime, time, localdatetime, datetime and duration, and lists such as int[]")
      }
    }
    guard !name.isEmpty else {
      throw TableFault(.badHeader, "a column without a name", field.sourceSpan, hint: "name it, or call it `:IGNORE`")
    }
    let role = kind.requiredColumns.first { $0.name == name }?.role ?? .property
    if role == .id, let given = type, given != .integer, given != .text {
      throw TableFault(.badHeader, "an id cannot be a \(given.name)", field.sourceSpan, hint: "write `id:int` or `id:string`")
    }
    self.init(role: role, key: role == .property || role == .id ? name : "", type: type)
  }

  private init(role: ColumnRole, key: String, type: PropertyType?) {
    self.role = role
    self.key = key
    self.type = type
  }
}

extension FieldScanner {
  /// The last field as a span.
  var sourceSpan: SourceSpan { SourceSpan(start: span.lowerBound, end: span.upperBound) }
}
