extension ArticleLinker {
  /// The mentions in some documents, linked on all cores, in their order; a fault for what is no text.
  public func link(_ inputs: [ArticleInput]) -> [Result<MentionList, SillageError>] {
    AllCores.map(inputs) { _, input in
      do throws(SillageError) { return .success(try link(input.bytes, document: input.name)) } catch { return .failure(error) }
    }
  }
}
