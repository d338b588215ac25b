/// Groups whose name a car had, too: "the Renault Alliance … the Alliance was Car of the Year".
extension Decision {
  /// A group’s name that stands behind a brand as that of a car is the car farther on in the paragraph and in the next, behind an article. Cost:
  /// linear in the matches.
  mutating func weighModelsOfBrands() {
    if !sums.fired.contains(.unknownNameBefore) { return }
    /// For each form that was named as a car, the paragraph in which it was last.
    var named: [Int: Int32] = [:]
    for (position, match) in matches.enumerated() where index.kinds(of: match.form) == EntityKinds(.group) {
      let paragraph = article.paragraphOf[match.first]
      if let last = named[match.form], paragraph <= last + 1, isMention(position) {
        sums.add(.otherSense, if: !sums[position].has(.otherSense) && context.before(match).contains(.determiner), to: position)
      }
      if sums[position].has(.unknownNameBefore), isBehindBrand(position) { named[match.form] = paragraph }
    }
  }

  private func isBehindBrand(_ position: Int) -> Bool {
    guard position > 0, matches[position - 1].last == matches[position].first - 1 else { return false }
    return index.kinds(of: matches[position - 1].form).contains(.brand)
  }
}
