import GraphModel

extension PropertyColumn {
  /// One property out of the pieces that it was read in, which it takes it from; nil where no row has it.
  ///
  /// Every piece has the type, nothing at all, or integers where floats are wanted.
  init?(_ key: String, _ type: PropertyType, from pieces: inout [ParsedPiece], at place: Int) {
    guard type != .nothing else { return nil }
    self.init(
      key: key, values: Self.values(type, &pieces, place), valid: Self.validity(pieces, place))
    for piece in pieces.indices { pieces[piece].columns[place] = ColumnBuilder(.nothing, isDeclared: false, capacity: 0) }
  }

  private static func values(_ type: PropertyType, _ pieces: inout [ParsedPiece], _ place: Int) -> PropertyValues {
    switch type {
    case .integer: .integers(joined(&pieces, place, \.integers, 0))
    case .boolean: .booleans(joined(&pieces, place, \.booleans, false))
    case .float: .floats(floats(&pieces, place))
    case .text: .texts(texts(&pieces, place))
    default: .values(joined(&pieces, place, \.values, .null))
    }
  }

  private static func joined<Element>(
    _ pieces: inout [ParsedPiece], _ place: Int, _ part: WritableKeyPath<ColumnBuilder, [Element]>, _ missing: Element
  ) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(pieces.reduce(0) { $0 + $1.columns[place].count })
    for piece in pieces.indices {
      let rows = pieces[piece].columns[place].count
      let part = pieces[piece].columns[place][keyPath: part]
      if part.isEmpty { all.append(contentsOf: repeatElement(missing, count: rows)) } else { all += part }
    }
    return all
  }

  private static func floats(_ pieces: inout [ParsedPiece], _ place: Int) -> [Double] {
    for piece in pieces.indices where pieces[piece].columns[place].type == .integer {
      pieces[piece].columns[place].floats = pieces[piece].columns[place].integers.map { Double($0) }
    }
    return joined(&pieces, place, \.floats, 0)
  }

  private static func texts(_ pieces: inout [ParsedPiece], _ place: Int) -> TextColumn {
    var all = TextColumn()
    all.bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.columns[place].texts.bytes.count })
    all.ends.reserveCapacity(pieces.reduce(0) { $0 + $1.columns[place].count })
    for piece in pieces.indices {
      let column = pieces[piece].columns[place]
      let start = all.bytes.count
      if column.type == .nothing {
        all.ends.append(contentsOf: repeatElement(start, count: column.count))
      } else {
        all.bytes += column.texts.bytes
        all.ends.append(contentsOf: column.texts.ends.lazy.map { $0 + start })
      }
    }
    return all
  }

  private static func validity(_ pieces: [ParsedPiece], _ place: Int) -> [Bool]? {
    guard pieces.contains(where: { !$0.columns[place].missing.isEmpty }) else { return nil }
    var valid = [Bool](repeating: true, count: pieces.reduce(0) { $0 + $1.columns[place].count })
    var start = 0
    for piece in pieces {
      for row in piece.columns[place].missing { valid[start + row] = false }
      start += piece.columns[place].count
    }
    return valid
  }
}
