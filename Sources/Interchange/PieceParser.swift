import Diagnostics
import GraphModel

/// The records of one piece as columns.
struct ParsedPiece: Sendable {
  var rows = 0
  var columns: [ColumnBuilder]
  /// The different fields that hold labels or a type, and which of them each row has.
  var names = TextIndex()
  var name: [UInt16] = []
  var starts: [UInt32] = []
  var ends: [UInt32] = []
}

/// Reads the pieces of one table.
struct PieceParser: Sendable {
  let kind: TableKind
  let columns: [HeaderColumn]
  /// For each column, the place of its property.
  let places: [Int]
  let delimiter: UInt8
  /// What relationships lead to.
  let nodes: NodeIndex?
  let zones: (any TimeZoneRules)?

  /// The columns of a piece; nil where a field does not fit the type that its property is believed to have.
  func parse(_ piece: RecordPiece, _ properties: PropertyList) throws(TableFault) -> ParsedPiece? {
    var lines = 1
    for byte in piece.bytes { lines &+= byte == FieldScanner.lineFeed ? 1 : 0 }
    var parsed = ParsedPiece(
      columns: properties.entries.map { ColumnBuilder($0.type, isDeclared: $0.isDeclared, capacity: lines, zones: zones) })
    parsed.name.reserveCapacity(lines)
    if kind == .relationships {
      parsed.starts.reserveCapacity(lines)
      parsed.ends.reserveCapacity(lines)
    }
    let absent = properties.entries.indices.filter { !places.contains($0) }
    var field = FieldScanner(piece.bytes, delimiter: delimiter)
    while field.startRecord() {
      for column in columns.indices {
        try nextField(&field, column)
        guard try take(field, column, into: &parsed) else { return nil }
      }
      for place in absent { parsed.columns[place].appendMissing() }
      parsed.rows += 1
    }
    return parsed
  }

  /// The types that the fields of a piece show.
  func widen(_ properties: inout PropertyList, by piece: RecordPiece) throws(TableFault) {
    var shown = [PropertyType](repeating: .nothing, count: columns.count)
    var field = FieldScanner(piece.bytes, delimiter: delimiter)
    while field.startRecord() {
      for column in columns.indices {
        try nextField(&field, column)
        if shown[column] != .text { shown[column] = shown[column].joined(.shown(by: field)) }
      }
    }
    for column in columns.indices where places[column] >= 0 { properties.widen(places[column], by: shown[column]) }
  }

  @inline(__always)
  private func nextField(_ field: inout FieldScanner, _ column: Int) throws(TableFault) {
    let start = field.at
    try field.next()
    if field.endsRecord != (column == columns.count - 1) { throw wrongCount(field, start, column) }
  }

  private func wrongCount(_ field: FieldScanner, _ start: Int, _ column: Int) -> TableFault {
    let isShort = field.endsRecord
    return TableFault(
      .fieldCount,
      isShort
        ? "the record has \(column + 1) fields and not \(columns.count), as the header has"
        : "the record has more fields than the \(columns.count) of the header",
      isShort ? SourceSpan(start: start, end: field.span.upperBound) : SourceSpan(start: field.at, end: field.at + 1),
      hint: "put a field that holds the delimiter in quotes")
  }

  @inline(__always)
  private func take(_ field: borrowing FieldScanner, _ column: Int, into parsed: inout ParsedPiece) throws(TableFault) -> Bool {
    switch columns[column].role {
    case .property, .id:
      if columns[column].role == .id, field.count == 0 {
        throw TableFault(.badNodeID, "a node without an id", fieldSpan(field), hint: "give each node an id of its own")
      }
      let place = places[column]
      if parsed.columns[place].append(field) { return true }
      guard parsed.columns[place].isDeclared else { return false }
      throw badField(field, columns[column].key, parsed.columns[place].type)
    case .name:
      parsed.name.append(try name(field, &parsed))
    case .start:
      parsed.starts.append(try node(field))
    case .end:
      parsed.ends.append(try node(field))
    case .ignored: break
    }
    return true
  }

  private func badField(_ field: borrowing FieldScanner, _ key: String, _ type: PropertyType) -> TableFault {
    let isTooLarge = type == .float && FieldNumber.isTooLarge(field.bytes, field.start, field.end)
    return TableFault(
      .badField, isTooLarge ? "`\(field.text)` is too large for a number of 64 bits" : "`\(field.text)` is no \(type.name)", fieldSpan(field),
      label: "the header gives `\(key)` this type",
      hint: isTooLarge ? "write Infinity for what has no end" : "correct the field, or the type in the header")
  }

  private func name(_ field: borrowing FieldScanner, _ parsed: inout ParsedPiece) throws(TableFault) -> UInt16 {
    if kind == .relationships, field.count == 0 {
      throw TableFault(.badRelationship, "a relationship without a type", fieldSpan(field))
    }
    let place = parsed.names.add(field.bytes, field.start, field.end)
    guard let number = UInt16(exactly: place) else {
      throw TableFault(
        .tooManyNames, "more than 65,536 different types or sets of labels", fieldSpan(field),
        hint: "is this the right column?")
    }
    return number
  }

  @inline(__always)
  private func node(_ field: borrowing FieldScanner) throws(TableFault) -> UInt32 {
    if let place = nodes?.place(of: field) { return place }
    throw TableFault(
      .badRelationship, "no node has the id `\(field.text)`", fieldSpan(field),
      hint: "relationships lead to the ids of the node tables")
  }

  private func fieldSpan(_ field: borrowing FieldScanner) -> SourceSpan {
    SourceSpan(start: field.span.lowerBound, end: field.span.upperBound)
  }
}
