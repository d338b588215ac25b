import Testing

/// What a session answers for several sets of parameters at once is what it answers for each alone.
@Suite("The corpus in batches")
struct BatchTests {
  @Test(arguments: AskedCase.cases)
  func answersASetAsAlone(_ test: CorpusCase) throws {
    let asked = try AskedCase(test, mayWrite: false)
    let alone = asked.answer(#""params":\#(asked.set)"#)
    #expect(asked.answer(asked.batch(3)) == #"{"results":[\#(alone),\#(alone),\#(alone)]}"#)
  }

  /// Each set in a transaction of its own, what is made ready for one serving the next.
  @Test(arguments: AskedCase.cases)
  func changesTheGraphForASetAsAlone(_ test: CorpusCase) throws {
    let (alone, together) = (try AskedCase(test, mayWrite: true), try AskedCase(test, mayWrite: true))
    let answers = (0..<4).map { _ in alone.answer(#""params":\#(alone.set)"#) }
    #expect(together.answer(together.batch(4)) == #"{"results":[\#(answers.joined(separator: ","))]}"#)
    #expect(together.contents == alone.contents)
  }
}
