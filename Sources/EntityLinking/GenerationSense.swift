/// Several generations of a model under one name: the present electric one, unless the text speaks of the past.
struct GenerationSense {
  let article: Article
  let catalogue: Catalogue
  let neighbourhood: Neighbourhood

  func add(to sum: inout Weighing, _ match: Match, _ entity: Int, _ readings: ArraySlice<SurfaceForm.Reading>) {
    let (sentence, paragraph) = (article.sentenceOf[match.first], article.paragraphOf[match.first])
    if isElectric(entity) {
      sum.add(.electricDefault)
      let past = article.sentences.hasOldYear(sentence)
      sum.add(.electricSentence, if: !past && isElectricNoun(match))
      return
    }
    let speaksOfPast = article.sentences.hasOldYear(sentence) || article.sentences.count(.past, in: sentence) > 0
    sum.add(.pastSentence, if: speaksOfPast)
    let electric = readings.map(\.entity).filter(isElectric)
    let presentNamed = electric.contains { neighbourhood.isNamed($0, inParagraph: paragraph) }
    sum.add(.pastParagraph, if: !speaksOfPast && followsOldYear(sentence, match) && !presentNamed)
  }

  /// Whether one of the two sentences before, in the same paragraph, has a year before 2000: the story goes on in the past.
  private func followsOldYear(_ sentence: Int32, _ match: Match) -> Bool {
    let first = article.firstSentence(ofParagraph: article.paragraphOf[match.first])
    return (max(first, sentence - 2)..<sentence).contains { article.sentences.hasOldYear($0) }
  }

  private func isElectricNoun(_ match: Match) -> Bool {
    article.classes(at: match.first - 1, inSentenceOf: match.first).contains(.electric)
      || article.classes(at: match.last + 1, inSentenceOf: match.last).contains(.electric)
  }

  /// Whether a name of the entity says that it is electric.
  private func isElectric(_ entity: Int) -> Bool {
    let entry = catalogue.entries[entity]
    return ([entry.name] + entry.aliases).contains { name in
      let words = Folding.words(of: name)
      return words.contains("electric") || words.contains("electrique") || words.contains("ev")
        || words.contains("e") && words.contains("tech")
    }
  }
}
