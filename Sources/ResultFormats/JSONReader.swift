public import GraphModel

/// Reads JSON as RFC 8259 defines it, and nothing else: no comments, no trailing commas, no duplicate names.
///
/// A byte order mark at the start is skipped. Numbers beyond 64 bits, lone surrogates and bytes that are no UTF-8 are
/// errors, so that what was read is what was written. A text is read whole, or value by value: whoever knows what is to come makes of it
/// what is wanted, and not a ``JSONValue`` first.
public struct JSONReader {
  /// How deep arrays and objects may nest.
  public static let depthLimit = 256

  let bytes: [UInt8]
  var at = 0
  private var depth = 0
  /// By depth, the names of the last object: mostly those of the next one are the same.
  private var names: [Names] = []

  /// The names of an object, and where each stands with its quotes.
  private struct Names {
    var keys = MapKeys.none
    var places: [Range<Int>] = []

    /// The first of them, to which others may be added.
    func first(_ count: Int) -> (texts: [String], places: [Range<Int>]) {
      (Array(keys.names.prefix(count)), Array(places.prefix(count)))
    }
  }

  /// Begins to read a text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipSpace()
  }

  /// The value of a whole text. Cost: linear.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    try reader.end()
    return value
  }

  /// The value of a whole text.
  public static func read(_ text: String) throws(JSONError) -> JSONValue { try read(Array(text.utf8)) }

  /// Whether an object begins here.
  public var startsObject: Bool { next == UInt8(ascii: "{") }

  /// Whether an array begins here.
  public var startsArray: Bool { next == UInt8(ascii: "[") }

  /// Ends the reading: an error where something is left.
  public mutating func end() throws(JSONError) {
    skipSpace()
    if at < bytes.count { throw fault("text after the end of the value") }
  }

  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  func fault(_ message: String) -> JSONError { JSONError(offset: at, message: message) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  /// The value that begins here.
  public mutating func value() throws(JSONError) -> JSONValue {
    guard let byte = next else { throw fault("expected a value, found the end of the text") }
    switch byte {
    case UInt8(ascii: "{"):
      var members: [JSONMember] = []
      if names.count > depth + 1 { members.reserveCapacity(names[depth + 1].places.count) }
      _ = try self.members { reader, name throws(JSONError) in members.append(JSONMember(name, try reader.value())) }
      return .object(members)
    case UInt8(ascii: "["):
      var items: [JSONValue] = []
      try self.items { reader throws(JSONError) in items.append(try reader.value()) }
      return .array(items)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw fault("expected a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw fault("expected `\(word)`") }
    at += word.utf8.count
    return value
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    if depth > Self.depthLimit { throw fault("nested deeper than \(Self.depthLimit) levels") }
    at += 1
    skipSpace()
  }

  /// Reads the array that begins here: `item` reads the value of each item.
  public mutating func items(_ item: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
    try enter()
    if next != UInt8(ascii: "]") {
      while true {
        try item(&self)
        guard skipComma() else { break }
      }
      guard next == UInt8(ascii: "]") else { throw fault("expected `,` or `]` in an array") }
    }
    leave()
  }

  /// Reads the object that begins here: `member` is given each name and reads its value. Gives the names: the same object where they are
  /// those of the object before, in the same array.
  public mutating func members(_ member: (inout JSONReader, String) throws(JSONError) -> Void) throws(JSONError) -> MapKeys {
    try enter()
    while names.count <= depth { names.append(Names()) }
    var count = 0
    // The names of this object, from where they are not those of the last one.
    var own: (texts: [String], places: [Range<Int>])?
    if next != UInt8(ascii: "}") {
      while true {
        guard next == UInt8(ascii: "\"") else { throw fault("expected a name in quotes") }
        let name: String
        if own == nil, count < names[depth].places.count, repeats(names[depth].places[count]) {
          at += names[depth].places[count].count
          name = names[depth].keys[count]
        } else {
          if own == nil { own = names[depth].first(count) }
          let start = at
          name = try string()
          own?.texts.append(name)
          own?.places.append(start..<at)
        }
        count += 1
        skipSpace()
        guard next == UInt8(ascii: ":") else { throw fault("expected `:` after a name") }
        at += 1
        skipSpace()
        try member(&self, name)
        guard skipComma() else { break }
      }
      guard next == UInt8(ascii: "}") else { throw fault("expected `,` or `}` in an object") }
    }
    if own == nil, count < names[depth].places.count { own = names[depth].first(count) }
    if let own { names[depth] = Names(keys: try distinct(own.texts, own.places), places: own.places) }
    defer { leave() }
    return names[depth].keys
  }

  /// Where the names of the last object at this depth stand, where its keys are these; nil for others, and where no object may begin.
  func placesOfNames(like keys: MapKeys?) -> [Range<Int>]? {
    guard let keys, depth < Self.depthLimit, names.count > depth + 1, names[depth + 1].keys === keys else { return nil }
    return names[depth + 1].places
  }

  /// Whether another item or member follows; goes on to it.
  private mutating func skipComma() -> Bool {
    skipSpace()
    guard next == UInt8(ascii: ",") else { return false }
    at += 1
    skipSpace()
    return true
  }

  private mutating func leave() {
    at += 1
    depth -= 1
  }

  /// Whether the same bytes stand here.
  private func repeats(_ place: Range<Int>) -> Bool {
    guard place.count <= bytes.count - at else { return false }
    let (all, distance) = (bytes.span, at - place.lowerBound)
    for known in place where all[known + distance] != all[known] { return false }
    return true
  }

  private func distinct(_ names: [String], _ places: [Range<Int>]) throws(JSONError) -> MapKeys {
    // Few names are compared with one another; a set would cost more.
    var seen = Set<String>()
    for (at, name) in names.enumerated() {
      let isNew = names.count > 8 ? seen.insert(name).inserted : !names[..<at].contains(name)
      guard isNew else {
        throw JSONError(offset: places[at].lowerBound, message: "the name `\(name)` stands twice in one object")
      }
    }
    return MapKeys(distinct: names)
  }
}

// MARK: Numbers

extension JSONReader {
  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    if next == UInt8(ascii: "0") { at += 1 } else { try digits() }
    var whole = true
    if next == UInt8(ascii: ".") {
      whole = false
      at += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      whole = false
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    if whole, at - start < 18 {
      let isNegative = bytes[start] == UInt8(ascii: "-")
      var number: Int64 = 0
      for place in (isNegative ? start + 1 : start)..<at { number = number * 10 + Int64(bytes[place] - UInt8(ascii: "0")) }
      return .integer(isNegative ? -number : number)
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if whole {
      guard let number = Int64(text) else {
        throw JSONError(offset: start, message: "the integer \(text) does not fit 64 bits")
      }
      return .integer(number)
    }
    guard let number = Double(text), number.isFinite else {
      throw JSONError(offset: start, message: "the number \(text) does not fit a 64-bit float")
    }
    return .float(number)
  }

  private mutating func digits() throws(JSONError) {
    guard let byte = next, isDigit(byte) else { throw fault("expected a digit") }
    while let byte = next, isDigit(byte) { at += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
