/// Where a tag ends, as the HTML standard tells its attributes from each other.
enum HTMLTagEnd {
  /// The offset after the `>`.
  case at(Int)
  case missing

  var offset: Int? {
    if case .at(let end) = self { end } else { nil }
  }

  /// Where in a tag one is.
  private enum Place {
    case beforeName, name, afterName, beforeValue, value, quoted(UInt8)
  }

  /// Finds the end of a tag from the end of its name on. A quote in which a `>` stands and that is open so many bytes behind it is taken for none,
  /// and so is one that is never closed.
  ///
  /// Cost: the bytes up to the end.
  static func find(in raw: Span<UInt8>, from start: Int, longestQuote: Int = 1024) -> HTMLTagEnd {
    var (index, place, first) = (start, Place.beforeName, -1)
    while index < raw.count {
      let byte = raw[index]
      if case .quoted(let quote) = place {
        if byte == quote { place = .beforeName }
        if byte == 0x3E, first < 0 { first = index + 1 }
        if first >= 0, index - first > longestQuote { return .at(first) }
      } else if byte == 0x3E {
        return .at(index + 1)
      } else {
        place = next(place, byte)
      }
      index += 1
    }
    return longestQuote == .max || first < 0 ? .missing : .at(first)
  }

  /// The place behind a byte that ends no tag, outside quotes.
  private static func next(_ place: Place, _ byte: UInt8) -> Place {
    let isBlank = byte == 0x20 || byte >= 0x09 && byte <= 0x0D && byte != 0x0B
    switch place {
    case .beforeValue where byte == 0x22 || byte == 0x27: return .quoted(byte)
    case .beforeValue: return isBlank ? .beforeValue : .value
    case .value: return isBlank ? .beforeName : .value
    case .name where byte == 0x3D, .afterName where byte == 0x3D: return .beforeValue
    case .name where isBlank, .afterName where isBlank: return .afterName
    case .beforeName where isBlank: return .beforeName
    default: return byte == 0x2F ? .beforeName : .name
    }
  }

  /// The attributes of a tag from the end of its name on; some more than the most that are asked for will not be counted. Cost: the tag.
  static func attributes(in raw: Span<UInt8>, _ range: Range<Int>, most: Int) -> Int {
    var (count, place) = (0, Place.beforeName)
    for index in range where count <= most {
      if case .quoted(let quote) = place {
        if raw[index] == quote { place = .beforeName }
        continue
      }
      let next = next(place, raw[index])
      if case .name = next {
        if case .name = place {} else { count += 1 }
      }
      place = next
    }
    return count
  }

  /// The offset after a comment in a script, which ends in `-->` only; its dashes may be those of its beginning.
  static func ofScriptComment(in raw: Span<UInt8>, from start: Int) -> Int? {
    var dashes = 2
    for index in start..<max(start, raw.count) {
      if raw[index] == 0x3E, dashes >= 2 { return index + 1 }
      dashes = raw[index] == 0x2D ? dashes + 1 : 0
    }
    return nil
  }

  /// The offset after a comment whose text begins at an offset: it ends in `-->` or `--!>`, or at once in `>` or `->`; nil where it does not end.
  static func ofComment(in raw: Span<UInt8>, from start: Int) -> Int? {
    if start < raw.count, raw[start] == 0x3E { return start + 1 }
    if start + 1 < raw.count, raw[start] == 0x2D, raw[start + 1] == 0x3E { return start + 2 }
    var dashes = 0
    var index = start
    while index < raw.count {
      switch raw[index] {
      case 0x2D: dashes += 1
      case 0x3E where dashes >= 2: return index + 1
      case 0x21 where dashes >= 2 && index + 1 < raw.count && raw[index + 1] == 0x3E: return index + 2
      default: dashes = 0
      }
      index += 1
    }
    return nil
  }
}
