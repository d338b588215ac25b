extension FormTraits {
  /// The traits of a form, from its words, from where it is listed and from what it may mean.
  static func of(_ form: ListedForm, catalogue: Catalogue, cues: CompiledCues) -> FormTraits {
    var traits: FormTraits = []
    let origins = form.readings.map(\.origin)
    if origins.allSatisfy({ $0 == .nickname }) { traits.insert(.nickname) }
    if origins.allSatisfy({ $0 == .glued }) { traits.insert(.glued) }
    if origins.allSatisfy({ $0 == .split }) { traits.insert(.split) }
    if origins.allSatisfy({ $0 == .contracted }) { traits.insert(.contracted) }
    if !form.capitals.contains(true) { traits.insert(.listedLower) }
    if isSurname(form, catalogue) { traits.insert(.surname) }
    traits.formUnion(form.words.count > 1 ? ofPhrase(form, cues) : ofWord(form, catalogue, cues))
    return traits
  }

  private static func ofPhrase(_ form: ListedForm, _ cues: CompiledCues) -> FormTraits {
    let strong = form.words.contains { word in
      let isEveryday = cues.classes(of: WordHash.of(word)).contains(.everydayWord)
      return !isEveryday && word.utf8.count >= 3 && !isNumber(word)
    }
    if strong || isCodePhrase(form) { return .longName }
    return isModelName(form) ? [.weakPhrase, .modelName] : .weakPhrase
  }

  /// "E-Tech" and "1.5 dCi" are no phrases of everyday words, though each word alone says little.
  private static func isCodePhrase(_ form: ListedForm) -> Bool {
    form.gaps.contains { !$0.isSubset(of: [.space]) } && form.words.count >= 3
  }

  /// "Model 3", "Model Y": a word, then a number or a letter.
  private static func isModelName(_ form: ListedForm) -> Bool {
    guard form.words.count == 2, let last = form.words.last else { return false }
    return last.utf8.count == 1 && form.words[0].utf8.count >= 4
  }

  private static func ofWord(_ form: ListedForm, _ catalogue: Catalogue, _ cues: CompiledCues) -> FormTraits {
    guard let word = form.words.first else { return [] }
    var traits: FormTraits = []
    let kinds = Set(form.readings.map { catalogue.kinds[$0.entity] })
    let classes = cues.classes(of: WordHash.of(word)).union(cues.classes(of: WordHash.of(singular(of: form))))
    if isNumber(word) { return .number }
    if word.utf8.contains(where: { $0 <= 0x39 }) {
      traits.insert(.code)
      if word.utf8.count <= 2 { traits.insert(.shortCode) }
      return traits
    }
    if classes.contains(.frenchWord) { traits.insert(.frenchWord) }
    if classes.contains(.englishWord) { traits.insert(.englishWord) }
    if classes.contains(.lowerWord) { traits.insert(.lowerWord) }
    if classes.contains(.givenName), kinds.contains(.vehicle) { traits.insert(.givenName) }
    if classes.contains(.familyName) { traits.insert(.familyName) }
    if isAcronym(form, catalogue) {
      traits.insert(.acronym)
      if classes.contains(.sharedAcronym) { traits.insert(.sharedAcronym) }
    }
    return traits
  }

  private static func singular(of form: ListedForm) -> String {
    guard let word = form.words.first else { return "" }
    return form.readings.allSatisfy { $0.origin == .plural } ? String(word.dropLast()) : word
  }

  private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

  /// One short word that every name writes in capitals.
  private static func isAcronym(_ form: ListedForm, _ catalogue: Catalogue) -> Bool {
    guard let word = form.words.first, form.words.count == 1, word.utf8.count <= 4 else { return false }
    let listed = form.readings.flatMap { reading -> [String] in
      let entry = catalogue.entries[reading.entity]
      return ([entry.name] + entry.aliases + entry.nicknames).filter { Folding.words(of: $0) == form.words }
    }
    return !listed.isEmpty && listed.allSatisfy { $0.uppercased() == $0 }
  }

  /// Whether the form is the end of the full name of a person.
  private static func isSurname(_ form: ListedForm, _ catalogue: Catalogue) -> Bool {
    form.readings.contains { reading in
      guard catalogue.kinds[reading.entity] == .person else { return false }
      let name = Folding.words(of: catalogue.entries[reading.entity].name)
      return name.count > form.words.count && Array(name.suffix(form.words.count)) == form.words
    }
  }
}
