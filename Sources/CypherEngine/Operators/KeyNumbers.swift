import GraphModel

/// The different values of one key, numbered in order of first appearance.
struct KeyNumbers {
  /// By number.
  private(set) var values: [Value] = []
  // Where a value is: by its type, so that equal ones are looked for in the same place, and all else.
  private var nodes = NodeNumbers()
  private var integers = NumberTable()
  private var near = NearNumbers()
  private var texts = NumberTable()
  private var others: [GroupingKey: Int] = [:]
  /// The numbers of the texts of the dictionary that was met last, -1 for those that were not met yet.
  private var coded: (dictionary: TextDictionary, numbers: [Int])?

  var count: Int { values.count }

  /// The number of each row.
  mutating func numbers(of column: Column) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(column.count)
    switch column {
    case .integers(let items, nil): number(items, into: &numbers)
    case .strings(let texts, nil): for text in texts { numbers.append(number(of: text)) }
    case .coded(let codes, let dictionary, nil): number(codes, dictionary, into: &numbers)
    case .nodes(let nodes, nil): for node in nodes { numbers.append(number(of: node)) }
    default: for row in 0..<column.count { numbers.append(number(of: column[row])) }
    }
    return numbers
  }

  /// Integers that lie near one another are looked up by themselves.
  private mutating func number(_ items: [Int64], into numbers: inout [Int]) {
    for item in items {
      if let known = near.number(of: item) {
        numbers.append(known)
      } else {
        let number = number(of: item, .integer(item))
        near.note(item, number)
        numbers.append(number)
      }
    }
  }

  /// Each text of the dictionary is looked up once.
  private mutating func number(_ codes: [UInt32], _ dictionary: TextDictionary, into numbers: inout [Int]) {
    var known: [Int]
    if let coded, coded.dictionary === dictionary {
      known = coded.numbers
    } else {
      known = Array(filledWith: -1, count: dictionary.texts.count)
    }
    coded = nil
    defer { coded = (dictionary, known) }
    if let first = codes.first, codes.last == first, codes.allSatisfy({ $0 == first }) {
      let at = Int(first)
      if known[at] < 0 { known[at] = number(of: dictionary.texts[at]) }
      numbers.append(contentsOf: repeatElement(known[at], count: codes.count))
      return
    }
    for code in codes {
      let at = Int(code)
      if known[at] < 0 { known[at] = number(of: dictionary.texts[at]) }
      numbers.append(known[at])
    }
  }

  mutating func number(of value: Value) -> Int {
    switch value {
    case .integer(let number): return self.number(of: number, value)
    case .float(let float): if let whole = Int64(exactly: float) { return number(of: whole, value) }
    case .string(let text): return number(of: text)
    case .node(let node): return number(of: node)
    default: break
    }
    let key = GroupingKey(value)
    if let known = others[key] { return known }
    others[key] = count
    return add(value)
  }

  private mutating func number(of node: NodeID) -> Int {
    if nodes[node] < 0 { nodes[node] = add(.node(node)) }
    return nodes[node]
  }

  /// `value`: the number as it is written.
  private mutating func number(of number: Int64, _ value: Value) -> Int {
    let hash = NumberTable.hash(number)
    if let known = integers.number(hash, isSought: { values[$0].isWhole(number) }) { return known }
    integers.insert(hash, count)
    return add(value)
  }

  private mutating func number(of text: String) -> Int {
    let hash = NumberTable.hash(text)
    if let known = texts.number(hash, isSought: { values[$0].isText(text) }) { return known }
    texts.insert(hash, count)
    return add(.string(text))
  }

  private mutating func add(_ value: Value) -> Int {
    values.append(value)
    return values.count - 1
  }
}

extension Value {
  /// Whether it is a text with the same bytes.
  fileprivate func isText(_ text: String) -> Bool {
    guard case .string(let own) = self else { return false }
    let (bytes, others) = (own.utf8Span.span, text.utf8Span.span)
    guard bytes.count == others.count else { return false }
    for at in bytes.indices where bytes[at] != others[at] { return false }
    return true
  }

  /// Whether it is this number, as an integer or as a float.
  fileprivate func isWhole(_ number: Int64) -> Bool {
    switch self {
    case .integer(let own): own == number
    case .float(let own): Int64(exactly: own) == number
    default: false
    }
  }
}
