import GraphModel

extension TextPart {
  /// A part with other texts in some rows, ascending, and perhaps more rows.
  ///
  /// Texts that repeat stay so, with those that are new behind them. Cost: a copy of the part.
  init(_ base: TextPart?, rows: Int, _ changed: [(row: Int, text: String)]) {
    switch base?.form {
    case .codes(let codes, let texts)?: form = Self.coded(codes, texts, rows, changed)
    case .plain(let prefix, let bytes, let bounds)?: form = Self.plain(prefix, bytes, bounds, rows, changed)
    case nil:
      // As a column of the base decides.
      let doRepeat = Set(changed.map(\.text)).count <= changed.count / 4 + 1
      form = doRepeat ? Self.coded([], [""], rows, changed) : Self.plain([], [], [0], rows, changed)
    }
  }

  private static func coded(_ codes: [UInt16], _ texts: [String], _ rows: Int, _ changed: [(row: Int, text: String)]) -> Form {
    var (codes, texts) = (codes, texts)
    codes += Array(filledWith: 0, count: max(0, rows - codes.count))
    var known: [String: Int] = [:]
    for (code, text) in texts.enumerated() { known[text] = code }
    for (row, text) in changed {
      // Strings that are equal may be of different bytes.
      if let code = known[text], texts[code].utf8.elementsEqual(text.utf8) {
        codes[row] = UInt16(truncatingIfNeeded: code)
      } else {
        known[text] = texts.count
        codes[row] = UInt16(truncatingIfNeeded: texts.count)
        texts.append(text)
      }
    }
    return .codes(codes, texts)
  }

  private static func plain(
    _ prefix: [UInt8], _ bytes: [UInt8], _ bounds: [UInt32], _ rows: Int, _ changed: [(row: Int, text: String)]
  ) -> Form {
    let common = changed.reduce(prefix.count) { $0 > 0 ? commonLength(prefix, $1.text.utf8, upTo: $0) : 0 }
    let (kept, rest) = (Array(prefix[..<common]), prefix[common...])
    var all: [UInt8] = []
    all.reserveCapacity(bytes.count)
    var ends: [UInt32] = [0]
    ends.reserveCapacity(rows + 1)
    var next = 0
    for row in 0..<rows {
      if next < changed.count, changed[next].row == row {
        all.append(contentsOf: changed[next].text.utf8.dropFirst(common))
        next += 1
      } else if row + 1 < bounds.count {
        all.append(contentsOf: rest)
        all.append(contentsOf: bytes[Int(bounds[row])..<Int(bounds[row + 1])])
      }
      ends.append(UInt32(truncatingIfNeeded: all.count))
    }
    return .plain(prefix: kept, bytes: all, bounds: ends)
  }

  private static func commonLength(_ prefix: [UInt8], _ text: String.UTF8View, upTo limit: Int) -> Int {
    var length = 0
    for byte in text {
      guard length < limit, prefix[length] == byte else { break }
      length += 1
    }
    return length
  }
}
