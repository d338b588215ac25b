/// Groups whose name a car had, too: "the Renault Alliance … the Alliance was Car of the Year".
extension Decision {
  /// A group’s name that stands behind a brand as that of a car is the car farther on in the paragraph and in the next, behind an article. Cost:
  /// linear in the matches.
  mutating func weighModelsOfBrands() {
    for (position, match) in matches.enumerated() where sums[position].has(.unknownNameBefore) && position > 0 {
      guard index.kinds(of: match.form) == EntityKinds(.group), matches[position - 1].last == match.first - 1,
        index.kinds(of: matches[position - 1].form).contains(.brand)
      else { continue }
      let paragraph = article.paragraphOf[match.first]
      for other in position + 1..<max(position + 1, matches.count) where matches[other].form == match.form && isMention(other) {
        guard article.paragraphOf[matches[other].first] <= paragraph + 1 else { break }
        sums.add(.otherSense, if: !sums[other].has(.otherSense) && context.before(matches[other]).contains(.determiner), to: other)
      }
    }
  }
}
