/// A place in a text where a name of the catalogue stands, before anything is weighed.
public struct Candidate: Hashable, Sendable {
  /// The bytes, end exclusive.
  public var start: Int
  public var end: Int
  /// The number of the surface form, see ``Linker/entities(of:)``.
  public var form: Int
}

/// Passes over raw UTF-8 and finds the longest known name at each place. It keeps no words: what it cannot use is forgotten.
struct CandidateScan {
  private let index: FormIndex
  private let table = LetterTable.standard

  init(_ index: FormIndex) { self.index = index }

  /// Cost: linear. A word that begins no name costs its letters and one look at a bitmap.
  func run(_ bytes: Span<UInt8>, _ found: (Candidate) -> Void) {
    let ascii = table.ascii.span
    var cursor = WordCursor()
    while cursor.next(bytes, ascii, table) {
      guard index.mayBegin(cursor.hash) || isBroken(bytes, at: cursor.end) else { continue }
      guard let candidate = longest(bytes, from: cursor) else { continue }
      found(candidate)
      cursor = WordCursor(from: candidate.end)
    }
  }

  private func longest(_ bytes: Span<UInt8>, from first: WordCursor) -> Candidate? {
    var best: Candidate?
    var cursor = first
    var node = 0
    while true {
      var hash = cursor.hash
      if isBroken(bytes, at: cursor.end), index.step(from: node, hash) == nil {
        let start = cursor.start
        guard cursor.next(bytes, table.ascii.span, table) else { return best }
        hash = WordHash.empty
        Folding.forEachByte(of: start..<cursor.end, in: bytes) { byte in
          hash = WordHash.adding(byte, to: hash)
          return true
        }
      }
      guard let next = index.step(from: node, hash) else { return best }
      if let form = index.formEnding(at: next), index.letters(of: form, are: first.start..<cursor.end, of: bytes) {
        best = Candidate(start: first.start, end: cursor.end, form: form)
      }
      node = next
      let end = cursor.end
      guard cursor.next(bytes, table.ascii.span, table),
        GapReader.gap(bytes, end..<cursor.start, before: cursor.letters).isDisjoint(with: [.paragraph, .opaque, .other])
      else { return best }
    }
  }

  /// Whether a hyphen and the end of the line follow, so that the word may go on.
  @inline(__always)
  private func isBroken(_ bytes: Span<UInt8>, at end: Int) -> Bool {
    guard end < bytes.count, bytes[end] == 0x2D || bytes[end] == 0xE2 else { return false }
    return GapReader.breaksWord(bytes, at: end)
  }
}

extension Linker {
  /// Where names of the catalogue stand in raw UTF-8, from first to last, without a decision whether each is meant.
  ///
  /// - Complexity: linear; on prose some ten processor cycles a byte.
  public func candidates(in bytes: [UInt8]) -> [Candidate] {
    var candidates: [Candidate] = []
    CandidateScan(index).run(bytes.span) { candidates.append($0) }
    return candidates
  }

  /// The ids of the entities that a surface form may mean, sorted.
  public func entities(of form: Int) -> [String] {
    index.form(form).readings.map { catalogue.entries[$0.entity].id }
  }
}
