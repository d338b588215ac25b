import GraphModel

/// The values of one property of all nodes or all relationships in the base, or in base and rows as one, read part by part.
final class BaseColumn {
  enum Storage {
    case integers(LazyBuffer<Int64>)
    /// As days since 1970-01-01.
    case dates(LazyBuffer<Int64>)
    case floats(LazyBuffer<Double>)
    case booleans(LazyBuffer<UInt8>)
    case texts
    case mixed
  }

  private let chunkKind: ChunkKey.Kind
  private let key: PropertyKeyID
  let limit: Int
  private let chunks: ChunkSource
  let kind: ColumnKind
  let storage: Storage
  /// What it is made of; nil for a column that is read from the file.
  private let merging: Merging?
  /// 1 where an id has the property.
  let valid: LazyBuffer<UInt8>
  /// 1 where a part is in memory.
  private let isLoaded: LazyBuffer<UInt8>
  /// How many parts are not.
  private var partsLeft: Int
  private(set) var texts: [TextPart?] = []
  /// Nil where they were not asked for.
  private var codes: TextCodes?
  /// Nil where they were not asked for, or the file has none.
  private var bounds: PartBounds?
  private var hasAskedForBounds = false
  private(set) var values: [[Value]] = []

  convenience init(
    _ entry: BaseDirectory.KeyEntry, _ chunkKind: ChunkKey.Kind, limit: Int, _ chunks: ChunkSource
  ) throws(StoreError) {
    try self.init(entry.key, entry.kind, nil, chunkKind, limit: limit, chunks)
  }

  /// A column of base and rows.
  convenience init(
    _ key: PropertyKeyID, _ merging: Merging, _ chunkKind: ChunkKey.Kind, limit: Int, _ chunks: ChunkSource
  ) throws(StoreError) {
    try self.init(key, merging.kind, merging, chunkKind, limit: limit, chunks)
  }

  private init(
    _ key: PropertyKeyID, _ kind: ColumnKind, _ merging: Merging?, _ chunkKind: ChunkKey.Kind, limit: Int, _ chunks: ChunkSource
  ) throws(StoreError) {
    self.chunkKind = chunkKind
    self.chunks = chunks
    self.limit = limit
    self.key = key
    self.kind = kind
    self.merging = merging
    let parts = BasePart.count(limit: limit)
    partsLeft = parts
    isLoaded = try LazyBuffer(count: parts)
    valid = try LazyBuffer(count: limit + 1)
    switch kind {
    case .integers: storage = .integers(try LazyBuffer(count: limit + 1))
    case .dates: storage = .dates(try LazyBuffer(count: limit + 1))
    case .floats: storage = .floats(try LazyBuffer(count: limit + 1))
    case .booleans: storage = .booleans(try LazyBuffer(count: limit + 1))
    case .texts:
      storage = .texts
      texts = Array(filledWith: nil, count: parts)
    case .mixed:
      storage = .mixed
      values = Array(filledWith: [], count: parts)
    }
  }

  // MARK: Asking

  /// The value of one id; null where there is none.
  func value(_ id: Int) throws(StoreError) -> Value {
    guard id > 0, id <= limit else { return .null }
    try prepare(id)
    guard valid[id] != 0 else { return .null }
    switch storage {
    case .integers(let numbers): return .integer(numbers[id])
    case .dates(let days): return .date(CalendarDate(daysSinceEpoch: days[id]))
    case .floats(let numbers): return .float(numbers[id])
    case .booleans(let flags): return .boolean(flags[id] != 0)
    case .texts: return .string(texts[BasePart.of(id)]?[id & (BasePart.size - 1)] ?? "")
    case .mixed: return values[BasePart.of(id)][id & (BasePart.size - 1)]
    }
  }

  /// Whether an id has exactly this text. Cost: less than making the text.
  func holds(_ text: [UInt8], _ id: Int) throws(StoreError) -> Bool {
    guard id > 0, id <= limit else { return false }
    try prepare(id)
    guard case .texts = storage else {
      if case .string(let held) = try value(id) { return held.utf8.elementsEqual(text) }
      return false
    }
    return valid[id] != 0 && texts[BasePart.of(id)]?.equals(id & (BasePart.size - 1), text) == true
  }

  /// Between which numbers those of each part are; nil where that is not known.
  func partBounds() throws(StoreError) -> PartBounds? {
    if hasAskedForBounds { return bounds }
    if let merging {
      bounds = merging.changes.bounds(try merging.base?.partBounds(), of: kind, parts: BasePart.count(limit: limit))
    } else if chunkKind == .nodeProperty, let reader = try chunks.read(ChunkKey(kind: .nodeBounds, member: key.rawValue)) {
      bounds = try PartBounds(decoding: reader, parts: BasePart.count(limit: limit))
    }
    hasAskedForBounds = true
    return bounds
  }

  // MARK: Reading parts

  /// Whether all parts are in memory, and the numbers of texts that repeat.
  var isWhole: Bool {
    guard partsLeft == 0 else { return false }
    if case .texts = storage { return codes?.mayLackParts == false }
    return true
  }

  @inline(__always)
  func prepare(_ id: Int) throws(StoreError) {
    let part = BasePart.of(id)
    if isLoaded[part] == 0 { try load(part) }
  }

  /// The same for the parts of many ids; those that the base does not have are passed over.
  func prepare<ID: StoredID>(_ ids: [ID]) throws(StoreError) {
    guard partsLeft > 0 else { return }
    var last = -1
    for id in ids where id.place > 0 && id.place <= limit && BasePart.of(id.place) != last {
      try prepare(id.place)
      last = BasePart.of(id.place)
    }
  }

  /// The numbers of the texts of some ids that repeat; only for a column of texts.
  func codes<ID: StoredID>(of ids: [ID]) throws(StoreError) -> TextCodes {
    try prepare(ids)
    let codes: TextCodes
    if let known = self.codes { codes = known } else { codes = try TextCodes(limit: limit) }
    self.codes = codes
    guard codes.mayLackParts else { return codes }
    var last = -1
    for id in ids where id.place > 0 && id.place <= limit && BasePart.of(id.place) != last {
      let part = BasePart.of(id.place)
      last = part
      if codes.lacks(part) { codes.add(part, texts[part], ids: BasePart.ids(part, limit: limit), valid: valid) }
    }
    return codes
  }

  private func load(_ part: Int) throws(StoreError) {
    if let merging { try merge(part, of: merging) } else { try read(part) }
    isLoaded[part] = 1
    partsLeft -= 1
  }

  private func read(_ part: Int) throws(StoreError) {
    let ids = BasePart.ids(part, limit: limit)
    guard var reader = try chunks.read(ChunkKey(kind: chunkKind, member: key.rawValue, part: part)) else { return }
    let flags = try Self.flags(&reader, ids.count)
    let places = flags.map { flags in ids.filter { flags[$0 - ids.lowerBound] } }
    if let places { for id in places { valid[id] = 1 } } else { for id in ids { valid[id] = 1 } }
    switch storage {
    case .integers(let target), .dates(let target): try Self.each(&reader, ids, places) { id, number in target[id] = number }
    case .floats(let target):
      let scale = try FloatScale(&reader)
      try Self.each(&reader, ids, places) { id, number in target[id] = scale.float(number) }
    case .booleans(let target): try Self.each(&reader, ids, places) { id, flag in target[id] = UInt8(flag & 1) }
    case .texts: texts[part] = try TextPart(&reader, isValid: flags, rows: ids.count)
    case .mixed:
      var found = [Value](filledWith: .null, count: ids.count)
      for id in places ?? Array(ids) { found[id - ids.lowerBound] = try reader.value() }
      values[part] = found
    }
  }

  /// Gives the numbers that follow, one for each of the places or, where there are none, for each id.
  @inline(__always)
  private static func each(
    _ reader: inout RecordReader, _ ids: Range<Int>, _ places: [Int]?, _ take: (_ id: Int, _ number: Int64) -> Void
  ) throws(StoreError) {
    let numbers = try PackedNumbers(&reader, count: places?.count ?? ids.count)
    if let places {
      numbers.each(reader.bytes) { at, number in take(places[at], number) }
    } else {
      numbers.each(reader.bytes) { at, number in take(ids.lowerBound + at, number) }
    }
  }

  /// Which rows of a part have a value; nil: all.
  private static func flags(_ reader: inout RecordReader, _ rows: Int) throws(StoreError) -> [Bool]? {
    guard try reader.unsigned() == 1 else { return nil }
    return try PackedNumbers(&reader, count: rows).all(reader.bytes) { $0 != 0 }
  }
}

// What a merge puts in.
extension BaseColumn {
  func setTexts(_ part: TextPart?, of number: Int) { texts[number] = part }

  func setValues(_ values: [Value], of part: Int) { self.values[part] = values }

  func setValue(_ value: Value, at id: Int) { values[BasePart.of(id)][id & (BasePart.size - 1)] = value }

  /// Nulls up to so many values of a part.
  func fill(_ part: Int, _ count: Int) {
    values[part] += Array(filledWith: .null, count: max(0, count - values[part].count))
  }
}
