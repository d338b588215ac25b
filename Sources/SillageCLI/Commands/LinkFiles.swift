import Sillage

/// The work of `sillage link` for articles: they are read in batches, linked on all cores and written in their order.
struct LinkFiles {
  var linker: ArticleLinker
  /// Where articles and their mentions are stored; nil where they are not.
  var storage: GraphDatabase?
  var questions: LinkQuestions
  var format: MentionForm
  var allowsLocal: Bool
  var console: Console

  /// How many files, and how many bytes of them, are read before they are linked on all cores; fewer where each word may be told of.
  private static let batchFiles = 64
  private static let batchBytes = 16 << 20
  private static let explainedBytes = 2 << 20

  /// Links what arguments stand for. An article that cannot be read, linked or stored is told and the others go on, as long as the database
  /// does; the answer is that of the first fault.
  func run(_ arguments: [String]) throws(SillageError) -> ExitStatus {
    let faults = LinkFaults(console)
    var files: [String] = []
    for argument in arguments {
      do throws(SillageError) { files += try ArticleFiles.expand([argument]) } catch { faults.tell(error) }
    }
    var rest = files[...]
    var isFirst = true
    while !rest.isEmpty {
      let (inputs, fault) = batch(&rest)
      if questions.isAsked {
        try questions.explain(inputs, linker, console, format, faults)
      } else if format.chosen(console.traits).showsText {
        try show(inputs, faults)
      } else {
        try list(inputs, isFirst: &isFirst, faults)
      }
      if let fault { faults.tell(fault) }
    }
    return faults.status
  }

  /// Reads some of the files, up to one that cannot be read.
  private func batch(_ files: inout ArraySlice<String>) -> ([ArticleInput], SillageError?) {
    let most = questions.isAsked ? Self.explainedBytes : Self.batchBytes
    var inputs: [ArticleInput] = []
    var bytes = 0
    while inputs.count < Self.batchFiles, bytes < most, let file = files.popFirst() {
      do throws(SillageError) {
        inputs.append(try InputText.article(file, allowsLocal: allowsLocal))
      } catch { return (inputs, error) }
      bytes += inputs[inputs.count - 1].bytes.count
    }
    return (inputs, nil)
  }

  /// Lists the mentions of articles.
  private func list(_ inputs: [ArticleInput], isFirst: inout Bool, _ faults: LinkFaults) throws(SillageError) {
    for (input, outcome) in zip(inputs, linker.link(inputs)) {
      guard let list = faults.value(of: outcome) else { continue }
      format.chosen(console.traits).write(list, input.bytes, console, isFirst: isFirst)
      try keep(list, input, faults)
      isFirst = false
    }
  }

  /// Shows articles with their mentions.
  private func show(_ inputs: [ArticleInput], _ faults: LinkFaults) throws(SillageError) {
    for (input, outcome) in zip(inputs, linker.read(inputs)) {
      guard let article = faults.value(of: outcome) else { continue }
      console.output.write(format.chosen(console.traits) == .html ? article.html : article.text(console.traits))
      try keep(article.list, input, faults)
    }
  }

  /// Stores an article. Fails where the database itself does, since it would for the next one, too.
  private func keep(_ list: MentionList, _ input: ArticleInput, _ faults: LinkFaults) throws(SillageError) {
    guard let storage else { return }
    do throws(SillageError) {
      console.reporter.note(try storage.save(list, text: input.bytes).text)
    } catch {
      if case .store = error { throw error }
      faults.tell(error)
    }
  }
}
