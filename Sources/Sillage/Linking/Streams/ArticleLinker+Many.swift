extension ArticleLinker {
  /// The mentions in some documents, linked on all cores, in their order; a fault for what is no text.
  public func link(_ inputs: [ArticleInput]) -> [Result<MentionList, SillageError>] {
    Self.map(inputs) { input throws(SillageError) in try link(input.bytes, document: input.name) }
  }

  /// Some documents with their mentions, as people read them, linked on all cores.
  public func read(_ inputs: [ArticleInput]) -> [Result<LinkedArticle, SillageError>] {
    Self.map(inputs) { input throws(SillageError) in try read(input.bytes, document: input.name) }
  }

  /// What is made of everything that was weighed in some documents, on all cores, so that no more of it is kept than that.
  public func explain<Answer: Sendable>(
    _ inputs: [ArticleInput], _ answer: @Sendable (Explanation) -> Answer
  ) -> [Result<Answer, SillageError>] {
    Self.map(inputs) { input throws(SillageError) in answer(try explain(input.bytes, document: input.name)) }
  }

  private static func map<Outcome: Sendable>(
    _ inputs: [ArticleInput], _ work: @Sendable (ArticleInput) throws(SillageError) -> Outcome
  ) -> [Result<Outcome, SillageError>] {
    AllCores.map(inputs) { _, input in
      do throws(SillageError) { return .success(try work(input)) } catch { return .failure(error) }
    }
  }
}
