import GraphModel

extension LoadedColumn {
  /// Pieces of the texts of ids that all have one; nil where all of the texts repeat.
  func pieces<ID: StoredID>(_ piece: TextPiece, of ids: [ID]) -> Column? {
    guard case .texts(let numbers, let dictionary, let parts) = storage, !ids.allSatisfy({ numbers[$0.place] > 0 }) else { return nil }
    func each<Answer>(_ ofText: (String) -> Answer, _ ofRow: (TextPart, Int) -> Answer) -> [Answer] {
      ids.map { id in
        let number = Int(numbers[id.place])
        if number == 0, let part = parts[BasePart.of(id.place)] { return ofRow(part, id.place & (BasePart.size - 1)) }
        return ofText(dictionary.texts[number])
      }
    }
    if case .length = piece { return .integers(each({ Int64($0.scalarCount) }, { Int64($0.length($1)) }), valid: nil) }
    return .strings(each(piece.text, { $0.piece(piece, $1) }), valid: nil)
  }
}

extension TextPart {
  /// The bytes of a text that stands behind what all begin with.
  private struct Bytes {
    let prefix: [UInt8]
    let rest: ArraySlice<UInt8>
    var count: Int { prefix.count + rest.count }

    @inline(__always)
    subscript(at: Int) -> UInt8 { at < prefix.count ? prefix[at] : rest[rest.startIndex + at - prefix.count] }

    func areASCII(_ range: Range<Int>) -> Bool {
      for at in range where self[at] >= 0x80 { return false }
      return true
    }

    @inline(__always)
    func text(_ range: Range<Int>, _ byte: (UInt8) -> UInt8 = { $0 }) -> String {
      String(count: range.count) { byte(self[range.lowerBound + $0]) }
    }
  }

  /// Nil for texts that repeat.
  private func bytes(_ row: Int) -> Bytes? {
    guard case .plain(let prefix, let bytes, let bounds) = form else { return nil }
    return Bytes(prefix: prefix, rest: bytes[Int(bounds[row])..<Int(bounds[row + 1])])
  }

  /// How many Unicode scalars the text of a row has.
  fileprivate func length(_ row: Int) -> Int {
    guard let bytes = bytes(row) else { return self[row].scalarCount }
    func scalars(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $1 & 0xc0 == 0x80 ? $0 : $0 + 1 } }
    return scalars(bytes.prefix) + scalars(bytes.rest)
  }

  /// A piece of the text of a row. Where what it is taken from is ASCII, nothing but the piece is made.
  fileprivate func piece(_ piece: TextPiece, _ row: Int) -> String {
    guard let bytes = bytes(row) else { return piece.text(of: self[row]) }
    switch piece {
    case .scalars(let start, let count):
      let (first, more) = (min(start, bytes.count), min(count, bytes.count))
      let last = min(first + more, bytes.count)
      if bytes.areASCII(0..<last) { return bytes.text(first..<last) }
    case .last(let count):
      let range = max(0, bytes.count - min(count, bytes.count))..<bytes.count
      if bytes.areASCII(range) { return bytes.text(range) }
    case .lowercased where bytes.areASCII(0..<bytes.count):
      return bytes.text(0..<bytes.count) { 0x41...0x5a ~= $0 ? $0 | 0x20 : $0 }
    case .uppercased where bytes.areASCII(0..<bytes.count):
      return bytes.text(0..<bytes.count) { 0x61...0x7a ~= $0 ? $0 & 0xdf : $0 }
    case .lowercased, .uppercased, .length: break
    }
    return piece.text(of: self[row])
  }
}
