/// Quotation marks that look like apostrophes, as British papers have them: ‘The Avengers’, 'Le Mans'.
extension ContextCues {
  /// What quotation marks may be in a gap.
  static let quotes: Gap = [.other, .apostrophe]

  /// Whether what stands between two words ends in a mark that opens: ‘, or ' behind a blank.
  func opensSingle(_ between: ArraySlice<UInt8>) -> Bool {
    if between.last == Self.straight { return between.count > 1 && between.dropLast().last.map { $0 <= 0x20 || $0 == 0x28 } ?? false }
    return between.suffix(3).elementsEqual(Self.opening)
  }

  /// Whether it begins with a mark that closes, behind which more than the mark stands: an apostrophe within a word has nothing else.
  func closesSingle(_ between: ArraySlice<UInt8>) -> Bool {
    between.first == Self.straight ? between.count > 1 : between.count > 3 && between.prefix(3).elementsEqual(Self.closing)
  }

  private static let straight = UInt8(0x27)
  private static let opening: [UInt8] = [0xE2, 0x80, 0x98]
  private static let closing: [UInt8] = [0xE2, 0x80, 0x99]

  /// "Ford v Ferrari".
  func isVersus(after match: Match) -> Bool { wordAfter(match).map { Self.contests.contains($0.hash) && $0.gap == .space } ?? false }
  private static let contests = WordSet(["v", "vs", "versus", "contre"])
}
