import GraphModel
import Synchronization

/// A regular expression for the texts of a store, which may be read on several threads. What one of them has found out of it is known to those
/// that begin later.
final class PatternMatcher: TextMatcher {
  fileprivate let table: Mutex<MatchingTable>

  init(_ expression: RegularExpression) { table = Mutex(MatchingTable(expression)) }

  func matches(_ text: String) -> Bool { table.withLock { $0.matches(text) } }

  func matcher(behind prefix: [UInt8]) -> any RestMatcher { PatternRun(self, behind: prefix) }
}

/// The same for texts that begin alike: their beginning is read once.
private final class PatternRun: RestMatcher {
  private let whole: PatternMatcher
  private let prefix: [UInt8]
  private var table: MatchingTable
  private let start: MatchingTable.Place

  init(_ whole: PatternMatcher, behind prefix: [UInt8]) {
    self.whole = whole
    self.prefix = prefix
    var table = whole.table.withLock { $0 }
    start = table.follow(prefix.span, from: .start)
    self.table = table
  }

  deinit {
    let mine = table
    whole.table.withLock { shared in
      if mine.known > shared.known { shared = mine }
    }
  }

  func matches(_ rest: Span<UInt8>) -> Bool {
    let place = table.follow(rest, from: start)
    return table.accepts(place) ?? table.expression.matches(String(joining: prefix, rest))
  }
}

extension String {
  fileprivate init(joining prefix: [UInt8], _ rest: Span<UInt8>) {
    var bytes = prefix
    for at in rest.indices { bytes.append(rest[at]) }
    self = String(decoding: bytes, as: UTF8.self)
  }
}

/// The matcher for the pattern that was asked for last.
final class KeptMatcher {
  private var last: (pattern: String, matcher: PatternMatcher?)?

  /// Nil where the pattern is none.
  func matcher(for pattern: String) -> PatternMatcher? {
    if let last, last.pattern == pattern { return last.matcher }
    let made = (try? RegularExpression(pattern)).map(PatternMatcher.init)
    last = (pattern, made)
    return made
  }
}
