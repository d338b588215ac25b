import GraphModel

extension TextPart {
  /// A test prepared for the texts of one part.
  enum ReadyTest {
    case always(Bool)
    /// The answer for each text that repeats.
    case byCode([Bool])
    /// What the text must begin with after what all begin with.
    case startsWith([UInt8])
    /// The same for all of the rest.
    case equals([UInt8])
    case endsWith([UInt8])
    case contains([UInt8])
    /// What the rest is compared with.
    case compares(PropertyTest.Relation, [UInt8])
    case byText(PropertyTest)
    /// What reads the rest.
    case matches(any RestMatcher)
  }

  func ready(_ test: PropertyTest) -> ReadyTest {
    switch form {
    case .codes(_, let texts): return .byCode(texts.map { test.passes(.string($0)) })
    case .plain(let prefix, _, _):
      if let matcher = test.matcher { return .matches(matcher.matcher(behind: prefix)) }
      guard case .string(let sought) = test.value else {
        if test.relation == .isIn { return .byText(test) }
        return .always(test.relation == .exists || test.passes(.string("")))
      }
      let wanted = Array(sought.utf8)
      switch test.relation {
      case .startsWith:
        if prefix.starts(with: wanted) { return .always(true) }
        return wanted.starts(with: prefix) ? .startsWith(Array(wanted[prefix.count...])) : .always(false)
      case .equal: return wanted.starts(with: prefix) ? .equals(Array(wanted[prefix.count...])) : .always(false)
      case .exists: return .always(true)
      case .endsWith: return .endsWith(wanted)
      case .contains: return .contains(wanted)
      case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return Self.comparison(test.relation, prefix, wanted)
      case .isIn, .matches: return .byText(test)
      }
    }
  }

  /// What all texts begin with decides where it differs from the same bytes of what they are compared with.
  private static func comparison(_ relation: PropertyTest.Relation, _ prefix: [UInt8], _ wanted: [UInt8]) -> ReadyTest {
    for at in prefix.indices {
      if at < wanted.count, prefix[at] == wanted[at] { continue }
      if relation == .notEqual { return .always(true) }
      guard at < wanted.count else { return .always(relation == .greater || relation == .greaterOrEqual) }
      return .always((prefix[at] < wanted[at]) == (relation == .less || relation == .lessOrEqual))
    }
    return .compares(relation, Array(wanted[prefix.count...]))
  }

  /// Whether the text of a row passes.
  @inline(__always)
  func passes(_ row: Int, _ test: ReadyTest) -> Bool {
    switch test {
    case .always(let answer): return answer
    case .byCode(let answers):
      guard case .codes(let codes, _) = form else { return false }
      return answers[Int(codes[row])]
    case .startsWith(let wanted): return rest(of: row, startsWith: wanted, isWhole: false)
    case .equals(let wanted): return rest(of: row, startsWith: wanted, isWhole: true)
    case .endsWith(let wanted): return occurs(wanted, in: row, onlyAtEnd: true)
    case .contains(let wanted): return occurs(wanted, in: row, onlyAtEnd: false)
    case .compares(let relation, let wanted): return rest(of: row, is: relation, wanted)
    case .byText(let test): return test.passes(.string(self[row]))
    case .matches(let matcher):
      guard case .plain(_, let bytes, let bounds) = form else { return false }
      return matcher.matches(bytes.span.extracting(Int(bounds[row])..<Int(bounds[row + 1])))
    }
  }

  /// Whether a text stands in that of a row, which is what all begin with and a rest.
  private func occurs(_ wanted: [UInt8], in row: Int, onlyAtEnd: Bool) -> Bool {
    guard case .plain(let prefix, let bytes, let bounds) = form else { return false }
    let start = Int(bounds[row])
    let length = prefix.count + Int(bounds[row + 1]) - start
    guard let first = wanted.first else { return true }
    guard wanted.count <= length else { return false }
    var at = onlyAtEnd ? length - wanted.count : 0
    while at <= length - wanted.count {
      if (at < prefix.count ? prefix[at] : bytes[start + at - prefix.count]) == first {
        var matched = 1
        while matched < wanted.count {
          let place = at + matched
          guard (place < prefix.count ? prefix[place] : bytes[start + place - prefix.count]) == wanted[matched] else { break }
          matched += 1
        }
        if matched == wanted.count { return true }
      }
      at += 1
    }
    return false
  }

  private func rest(of row: Int, is relation: PropertyTest.Relation, _ wanted: [UInt8]) -> Bool {
    guard case .plain(_, let bytes, let bounds) = form else { return false }
    let start = Int(bounds[row])
    let count = Int(bounds[row + 1]) - start
    var at = 0
    while at < count, at < wanted.count, bytes[start + at] == wanted[at] { at += 1 }
    let isLess = at < wanted.count && (at == count || bytes[start + at] < wanted[at])
    let isEqual = at == count && at == wanted.count
    switch relation {
    case .notEqual: return !isEqual
    case .less: return isLess
    case .lessOrEqual: return isLess || isEqual
    case .greater: return !isLess && !isEqual
    default: return !isLess
    }
  }

  @inline(__always)
  private func rest(of row: Int, startsWith wanted: [UInt8], isWhole: Bool) -> Bool {
    guard case .plain(_, let bytes, let bounds) = form else { return false }
    let start = Int(bounds[row])
    let count = Int(bounds[row + 1]) - start
    guard isWhole ? count == wanted.count : count >= wanted.count else { return false }
    for at in wanted.indices where bytes[start + at] != wanted[at] { return false }
    return true
  }
}
