import GraphModel

/// The rows of some columns in the order of ORDER BY.
enum RowOrder {
  private struct Ranked {
    let rank: UInt64
    let row: Int
  }

  /// The rows in order; those that tie keep theirs. Cost: n log n comparisons, nearly all of them of two numbers (see ``SortRanks``).
  static func rows(_ count: Int, by columns: [(column: Column, isDescending: Bool)]) -> [Int] {
    guard let leading = columns.first else { return Array(0..<count) }
    let first = SortRanks(leading.column, isDescending: leading.isDescending)
    let others = columns.dropFirst().map { SortRanks($0.column, isDescending: $0.isDescending) }
    var ranked = (0..<count).map { Ranked(rank: first.ranks[$0], row: $0) }
    ranked.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      var order = first.orderOfTied(a.row, b.row)
      for other in others where order == .equal { order = other.order(a.row, b.row) }
      return order == .equal ? a.row < b.row : order == .ascending
    }
    return ranked.map(\.row)
  }
}

/// A column as one number a row, in the order that is wanted of the rows: the lower number comes first.
///
/// Numbers, truth values, dates and nodes are ranked as they are; of a text what follows the start that all texts of the column have in common,
/// as far as it fits. Other values all have the same rank. Where ranks tie without that saying enough, the values are compared.
struct SortRanks {
  let ranks: [UInt64]
  private let isDescending: Bool
  /// What is compared where ranks tie; nil where those say all.
  private let texts: [String]?
  private let values: Column?

  init(_ column: Column, isDescending: Bool) {
    self.isDescending = isDescending
    // A dictionary that is longer than the column is not worth sorting.
    let column = if case .coded(let codes, let dictionary, _) = column, codes.count < dictionary.texts.count { column.uncoded } else { column }
    var saysAll = true
    var compared: [String]?
    func ranked<T>(_ items: [T], _ valid: [Bool]?, _ rank: (T) -> UInt64) -> [UInt64] {
      guard let valid else { return items.map(rank) }
      // A null comes last, and no text, float or date has its rank.
      return zip(items, valid).map { $1 ? rank($0) : .max }
    }
    var ranks: [UInt64]
    switch column {
    case .coded(let codes, let dictionary, let valid):
      let places = Self.places(of: dictionary)
      ranks = ranked(codes, valid) { places[Int($0)] }
      saysAll = true
    case .integers(let numbers, let valid):
      ranks = ranked(numbers, valid, Self.rank)
      saysAll = valid == nil
    case .nodes(let nodes, let valid):
      ranks = ranked(nodes, valid) { Self.rank($0.rawValue) }
      saysAll = valid == nil
    case .relationships(let relationships, let valid):
      ranks = ranked(relationships, valid) { Self.rank($0.rawValue) }
      saysAll = valid == nil
    case .floats(let numbers, let valid): ranks = ranked(numbers, valid, Self.rank)
    case .booleans(let flags, let valid): ranks = ranked(flags, valid) { $0 ? 1 : 0 }
    case .strings(let texts, let valid):
      let start = Self.commonStart(texts)
      ranks = ranked(texts, valid) { Self.rank($0, behind: start) }
      saysAll = texts.allSatisfy { $0.utf8.count <= start + Self.bytesInRank }
      if valid == nil { compared = texts }
    case .values(let values):
      let days = values.compactMap { if case .date(let date) = $0 { Self.rank(Int64(date.daysSinceEpoch)) } else { nil } }
      saysAll = days.count == values.count
      ranks = saysAll ? days : Array(filledWith: 0, count: values.count)
    }
    if isDescending { for at in ranks.indices { ranks[at] = ~ranks[at] } }
    self.ranks = ranks
    texts = saysAll ? nil : compared
    self.values = saysAll || compared != nil ? nil : column
  }

  func order(_ a: Int, _ b: Int) -> ValueOrder {
    ranks[a] == ranks[b] ? orderOfTied(a, b) : ranks[a] < ranks[b] ? .ascending : .descending
  }

  /// The order of two rows whose ranks tie.
  func orderOfTied(_ a: Int, _ b: Int) -> ValueOrder {
    let order: ValueOrder
    if let texts {
      order = texts[a].codePointOrder(against: texts[b])
    } else if let values {
      order = values[a].ordered(against: values[b])
    } else {
      return .equal
    }
    return isDescending ? order.reversed : order
  }

  /// The place of each text among those of a dictionary.
  private static func places(of dictionary: TextDictionary) -> [UInt64] {
    let texts = dictionary.texts
    var places: [UInt64] = Array(filledWith: 0, count: texts.count)
    var (place, last) = (UInt64(0), "")
    for number in texts.indices.sorted(by: { texts[$0].codePointOrder(against: texts[$1]) == .ascending }) {
      if texts[number].codePointOrder(against: last) != .equal { place += 1 }
      last = texts[number]
      places[number] = place
    }
    return places
  }

  private static func rank(_ number: Int64) -> UInt64 { UInt64(bitPattern: number) ^ 1 << 63 }

  /// The bits of a float are in its order, but for the sign; both zeros are one number, and NaN comes behind infinity.
  private static func rank(_ number: Double) -> UInt64 {
    if number.isNaN { return rank(.infinity) + 1 }
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// So many bytes of a text, and then how many it has, which tells a text from one that goes on.
  private static let bytesInRank = 7

  private static func rank(_ text: String, behind start: Int) -> UInt64 {
    let bytes = text.utf8Span.span
    // Only the text of a null row, which is not ranked, may be shorter than the common start.
    let count = max(0, min(bytes.count - start, bytesInRank + 1))
    var rank: UInt64 = 0
    for at in 0..<bytesInRank { rank = rank << 8 | (at < count ? UInt64(bytes[start + at]) : 0) }
    return rank << 8 | UInt64(count)
  }

  /// How many bytes all texts begin with.
  private static func commonStart(_ texts: [String]) -> Int {
    guard let first = texts.first else { return 0 }
    let model = first.utf8Span.span
    var common = model.count
    for text in texts {
      let bytes = text.utf8Span.span
      var at = 0
      let limit = min(common, bytes.count)
      while at < limit, bytes[at] == model[at] { at += 1 }
      common = at
      if common == 0 { break }
    }
    return common
  }
}
