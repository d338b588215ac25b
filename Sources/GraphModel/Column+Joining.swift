extension Column {
  /// Columns one below the other: typed where all have one type.
  public static func joined(_ columns: [Column]) -> Column {
    guard columns.count > 1 else { return columns.first ?? .values([]) }
    func mask(_ parts: [(count: Int, valid: [Bool]?)]) -> [Bool]? {
      guard parts.contains(where: { $0.valid != nil }) else { return nil }
      return parts.flatMap { $0.valid ?? [Bool](filledWith: true, count: $0.count) }
    }
    func typed<T>(_ read: (Column) -> ([T], [Bool]?)?) -> ([T], [Bool]?)? {
      var parts: [([T], [Bool]?)] = []
      for column in columns {
        guard let part = read(column) else { return nil }
        parts.append(part)
      }
      return (parts.flatMap(\.0), mask(parts.map { ($0.0.count, $0.1) }))
    }
    func texts(_ column: Column) -> ([String], [Bool]?)? {
      if case .strings(let texts, let valid) = column.uncoded { (texts, valid) } else { nil }
    }
    switch columns[0] {
    case .nodes:
      if let (all, valid) = typed({ if case .nodes(let c, let v) = $0 { (c, v) } else { nil } }) {
        return .nodes(all, valid: valid)
      }
    case .relationships:
      if let (all, valid) = typed({ if case .relationships(let c, let v) = $0 { (c, v) } else { nil } }) {
        return .relationships(all, valid: valid)
      }
    case .integers:
      if let (all, valid) = typed({ if case .integers(let c, let v) = $0 { (c, v) } else { nil } }) {
        return .integers(all, valid: valid)
      }
    case .floats:
      if let (all, valid) = typed({ if case .floats(let c, let v) = $0 { (c, v) } else { nil } }) {
        return .floats(all, valid: valid)
      }
    case .booleans:
      if let (all, valid) = typed({ if case .booleans(let c, let v) = $0 { (c, v) } else { nil } }) {
        return .booleans(all, valid: valid)
      }
    case .coded(_, let dictionary, _):
      if let (all, valid) = typed({ if case .coded(let c, let own, let v) = $0, own === dictionary { (c, v) } else { nil } }) {
        return .coded(all, dictionary, valid: valid)
      }
      if let joined = joinedCodes(columns) { return joined }
      if let (all, valid) = typed(texts) { return .strings(all, valid: valid) }
    case .strings:
      if let (all, valid) = typed(texts) { return .strings(all, valid: valid) }
    case .values: break
    }
    return .values(columns.flatMap { column in (0..<column.count).map { column[$0] } })
  }

  /// Coded columns of different dictionaries, where these are short; else nil.
  private static func joinedCodes(_ columns: [Column]) -> Column? {
    var (codes, texts, valid) = ([UInt32](), [String](), [Bool]())
    let count = columns.reduce(0) { $0 + $1.count }
    var last: (dictionary: TextDictionary, start: UInt32)?
    for column in columns {
      guard case .coded(let own, let dictionary, let isValid) = column else { return nil }
      if last?.dictionary !== dictionary {
        guard texts.count + dictionary.texts.count <= count / 2 else { return nil }
        last = (dictionary, UInt32(texts.count))
        texts += dictionary.texts
      }
      let start = last?.start ?? 0
      codes.append(contentsOf: own.lazy.map { start + $0 })
      valid += isValid ?? Array(filledWith: true, count: own.count)
    }
    return .coded(codes, TextDictionary(texts), valid: valid.contains(false) ? valid : nil)
  }
}
