import GraphModel

/// The labels or types of all rows: different texts, and which of them each row has.
struct NameTable {
  private(set) var texts: [String] = []
  private(set) var numbers: [UInt16] = []

  /// Takes them from the pieces. Quoted texts with quotes in them are told apart by how they are written.
  init(_ pieces: inout [ParsedPiece]) {
    var index: [String: UInt16] = [:]
    numbers.reserveCapacity(pieces.reduce(0) { $0 + $1.rows })
    for piece in pieces.indices {
      let map: [UInt16] = (0..<pieces[piece].names.count).map { place in
        let text = pieces[piece].names.texts[place].replacing("\"\"", with: "\"")
        if let known = index[text] { return known }
        let number = UInt16(clamping: texts.count)
        texts.append(text)
        index[text] = number
        return number
      }
      for name in pieces[piece].name { numbers.append(map[Int(name)]) }
      pieces[piece].name = []
    }
  }
}

/// What is the same for all parts of pieces.
enum PieceColumns {
  /// Puts one part of all pieces together, and takes it from them.
  static func take<Element>(
    _ part: WritableKeyPath<ParsedPiece, [Element]>, from pieces: inout [ParsedPiece]
  ) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(pieces.reduce(0) { $0 + $1.rows })
    for piece in pieces.indices {
      all += pieces[piece][keyPath: part]
      pieces[piece][keyPath: part] = []
    }
    return all
  }
}
