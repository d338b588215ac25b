/// Gives forms their traits: from their words, from how they come from names, and from what they may mean.
struct FormTraitRules {
  let cues: CompiledCues

  /// - Parameter firstHash: that of the first word.
  func traits(
    _ letters: ArraySlice<UInt8>, firstHash: UInt64, _ words: ArraySlice<FormTable.FormWord>,
    _ readings: ArraySlice<SurfaceForm.Reading>, kinds: EntityKinds
  ) -> FormTraits {
    var traits = ofOrigins(readings)
    if !words.contains(where: \.isCapital) { traits.insert(.listedLower) }
    if words.first?.isCapital == true { traits.insert(.startsWithCapital) }
    if readings.contains(where: { $0.marks.contains(.endsFullName) }) { traits.insert(.surname) }
    traits.formUnion(words.count > 1 ? ofPhrase(letters, firstHash, words) : ofWord(letters, firstHash, readings, kinds))
    let isWord = words.count == 1
    if words.count <= 2,
      hasOwnCues(isWord ? firstHash : Self.hash(letters)) || isWord && isPlural(readings) && hasOwnCues(Self.hash(letters.dropLast()))
    {
      traits.insert(.hasOwnCues)
    }
    return traits
  }

  private func isPlural(_ readings: ArraySlice<SurfaceForm.Reading>) -> Bool { readings.allSatisfy { $0.origin == .plural } }

  private static func hash(_ letters: ArraySlice<UInt8>) -> UInt64 { WordHash.of(letters.span) }

  private func hasOwnCues(_ form: UInt64) -> Bool { cues.number(ofForm: form) != nil }

  private func ofOrigins(_ readings: ArraySlice<SurfaceForm.Reading>) -> FormTraits {
    guard let origin = readings.first?.origin, readings.allSatisfy({ $0.origin == origin }) else { return [] }
    return switch origin {
    case .nickname: .nickname
    case .glued: .glued
    case .split: .split
    case .contracted: .contracted
    default: []
    }
  }

  private func ofPhrase(_ letters: ArraySlice<UInt8>, _ firstHash: UInt64, _ words: ArraySlice<FormTable.FormWord>) -> FormTraits {
    if hasStrongWord(letters, firstHash, words) || isCodePhrase(words) { return .longName }
    return isModelName(words) ? [.weakPhrase, .modelName] : .weakPhrase
  }

  /// Whether a word of a phrase is no everyday word, no number and not short, or has letters and digits, as in "R5 électrique".
  private func hasStrongWord(_ letters: ArraySlice<UInt8>, _ firstHash: UInt64, _ words: ArraySlice<FormTable.FormWord>) -> Bool {
    var start = letters.startIndex
    for word in words {
      let own = letters[start..<start + Int(word.length)]
      let hash = start == letters.startIndex ? firstHash : Self.hash(own)
      start = own.endIndex
      if own.count >= 3, !isNumber(own), !cues.classes(of: hash).contains(.everydayWord) { return true }
      if own.count == 2, own.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false, own.last.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false { return true }
    }
    return false
  }

  /// "E-Tech" and "1.5 dCi" are no phrases of everyday words, though each word alone says little.
  private func isCodePhrase(_ words: ArraySlice<FormTable.FormWord>) -> Bool {
    words.count >= 3 && words.dropFirst().contains { !$0.gap.isSubset(of: [.space]) }
  }

  /// "Model 3", "Model Y": a word, then a number or a letter.
  private func isModelName(_ words: ArraySlice<FormTable.FormWord>) -> Bool {
    guard words.count == 2, let first = words.first, let last = words.last else { return false }
    return last.length == 1 && first.length >= 4
  }

  private func ofWord(
    _ word: ArraySlice<UInt8>, _ hash: UInt64, _ readings: ArraySlice<SurfaceForm.Reading>, _ kinds: EntityKinds
  ) -> FormTraits {
    if isNumber(word) || isPlural(readings) && isNumber(word.dropLast()) { return .number }
    if word.contains(where: { $0 <= 0x39 }) { return word.count <= 2 ? [.code, .shortCode] : .code }
    var traits: FormTraits = []
    var classes = cues.classes(of: hash)
    let isPlural = isPlural(readings)
    if isPlural {
      let singular = word.dropLast()
      classes.formUnion(cues.classes(of: WordHash.of(singular.span)))
    }
    if classes.contains(.frenchWord) { traits.insert(.frenchWord) }
    if classes.contains(.englishWord) { traits.insert(.englishWord) }
    if classes.contains(.lowerWord) { traits.insert(.lowerWord) }
    if classes.contains(.givenName), kinds.contains(.vehicle), !isPlural { traits.insert(.givenName) }
    if classes.contains(.familyName) { traits.insert(.familyName) }
    if isInCamelCase(readings) { traits.insert(.camelCase) }
    if isAcronym(readings) {
      traits.insert(.acronym)
      if classes.contains(.sharedAcronym) { traits.insert(.sharedAcronym) }
    }
    return traits
  }

  private func isNumber(_ word: ArraySlice<UInt8>) -> Bool { word.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

  private func isInCamelCase(_ readings: ArraySlice<SurfaceForm.Reading>) -> Bool {
    readings.contains { $0.marks.contains(.inCamelCase) } && !readings.contains { $0.marks.contains(.notInCamelCase) }
  }

  /// One short word that every name writes in capitals.
  private func isAcronym(_ readings: ArraySlice<SurfaceForm.Reading>) -> Bool {
    let marks = readings.reduce(into: SurfaceForm.Reading.Marks()) { $0.formUnion($1.marks) }
    return marks.contains(.inCapitals) && !marks.contains(.notInCapitals)
  }
}
