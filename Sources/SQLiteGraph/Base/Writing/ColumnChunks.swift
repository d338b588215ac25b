import GraphModel

/// The chunks of one property; ``BaseColumn`` reads them.
struct ColumnChunks {
  let source: DraftColumn
  let kind: ChunkKey.Kind
  /// The highest id.
  let limit: Int
  /// The row of each id less one; nil: the same.
  let rows: [UInt32]?

  func chunks() throws(StoreError) -> [Chunk] {
    var chunks: [Chunk] = []
    var bounds = PartBounds()
    for part in 0..<BasePart.count(limit: limit) {
      if let writer = try self.part(BasePart.ids(part, limit: limit), &bounds) {
        chunks.append(Chunk(ChunkKey(kind: kind, member: source.key.rawValue, part: part), writer))
      }
    }
    if kind == .nodeProperty, hasBounds {
      chunks.append(Chunk(ChunkKey(kind: .nodeBounds, member: source.key.rawValue), bounds.encoded))
    }
    return chunks
  }

  private var hasBounds: Bool {
    switch source.kind {
    case .integers, .floats, .dates: true
    case .booleans, .texts, .mixed: false
    }
  }

  /// Nil where no id has the property.
  private func part(_ ids: Range<Int>, _ bounds: inout PartBounds) throws(StoreError) -> RecordWriter? {
    var flags: [Int64] = []
    var held: [Int] = []
    for id in ids {
      let row = id == 0 ? nil : rows.map { Int($0[id - 1]) } ?? id - 1
      if let row, source.has(row) {
        flags.append(1)
        held.append(row)
      } else {
        flags.append(0)
      }
    }
    switch source.column.values {
    case .integers(let values): bounds.append(held.lazy.map { values[$0] })
    case .floats(let values): bounds.append(held.lazy.map { values[$0] }.filter { !$0.isNaN }.map(PartBounds.number))
    case .values(let values) where source.kind == .dates: bounds.append(held.lazy.compactMap { values[$0].days })
    case .booleans, .texts, .values: break
    }
    guard !held.isEmpty else { return nil }
    var writer = RecordWriter()
    writer.unsigned(held.count == ids.count ? 0 : 1)
    if held.count < ids.count { PackedNumbers.append(flags, to: &writer) }
    switch source.column.values {
    case .integers(let values): PackedNumbers.append(held.map { values[$0] }, to: &writer)
    case .floats(let values):
      let floats = held.map { values[$0] }
      let scale = FloatScale(for: floats)
      scale.write(to: &writer)
      PackedNumbers.append(floats.map(scale.number), to: &writer)
    case .booleans(let values): PackedNumbers.append(held.map { values[$0] ? 1 : 0 }, to: &writer)
    case .texts(let values): TextChunk.append(values, held, to: &writer)
    case .values(let values) where source.kind == .dates: PackedNumbers.append(held.compactMap { values[$0].days }, to: &writer)
    case .values(let values): for row in held { try writer.value(values[row]) }
    }
    return writer
  }
}

/// The texts of a part; ``TextPart`` reads them.
enum TextChunk {
  static func append(_ texts: TextColumn, _ rows: [Int], to writer: inout RecordWriter) {
    var codes: [Int64] = []
    codes.reserveCapacity(rows.count)
    var distinct: [Int] = []
    var known: [UInt64: Int64] = [:]
    for row in rows {
      // Two texts with one digest would be one text; that is looked at below.
      let digest = Digest.of(texts.bytes, texts.range(row))
      if let code = known[digest] {
        guard texts.isEqual(row, distinct[Int(code)]) else { return appendPlain(texts, rows, to: &writer) }
        codes.append(code)
        continue
      }
      guard distinct.count < rows.count / 4 + 1 else { return appendPlain(texts, rows, to: &writer) }
      known[digest] = Int64(distinct.count)
      codes.append(Int64(distinct.count))
      distinct.append(row)
    }
    writer.unsigned(1)
    writer.list(distinct) { writer, row in writer.text(bytes: texts.bytes[texts.range(row)]) }
    PackedNumbers.append(codes, to: &writer)
  }

  private static func appendPlain(_ texts: TextColumn, _ rows: [Int], to writer: inout RecordWriter) {
    let prefix = commonPrefix(texts, rows)
    writer.unsigned(0)
    writer.text(bytes: prefix)
    PackedNumbers.append(rows.map { Int64(texts.range($0).count - prefix.count) }, to: &writer)
    for row in rows { writer.bytes.append(contentsOf: texts.bytes[texts.range(row)].dropFirst(prefix.count)) }
  }

  private static func commonPrefix(_ texts: TextColumn, _ rows: [Int]) -> ArraySlice<UInt8> {
    guard let first = rows.first else { return [] }
    var prefix = texts.bytes[texts.range(first)]
    for row in rows {
      let text = texts.bytes[texts.range(row)]
      var same = 0
      while same < prefix.count, same < text.count, prefix[prefix.startIndex + same] == text[text.startIndex + same] {
        same += 1
      }
      prefix = prefix.prefix(same)
    }
    return prefix
  }
}

extension TextColumn {
  func isEqual(_ a: Int, _ b: Int) -> Bool { bytes[range(a)].elementsEqual(bytes[range(b)]) }
}

extension RecordWriter {
  /// A text that is UTF-8 already.
  mutating func text(bytes text: ArraySlice<UInt8>) {
    unsigned(UInt64(text.count))
    bytes.append(contentsOf: text)
  }
}
