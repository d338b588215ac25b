import Sillage

/// The work of `sillage link` for articles: they are read in batches, linked on all cores and written in their order.
struct LinkFiles {
  var linker: ArticleLinker
  /// Where articles and their mentions are stored; nil where they are not.
  var storage: GraphDatabase?
  /// The database that is linked against; nil for a catalogue in a file.
  var database: GraphDatabase?
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
    let frame = MentionFrame(format.chosen(console.traits), isForMany: files.count > 1 && !questions.isAsked)
    console.output.write(frame.start)
    defer { console.output.write(frame.end) }
    var rest = files[...]
    var count = 0
    while !rest.isEmpty {
      let (inputs, fault) = batch(&rest)
      if questions.isAsked {
        try questions.explain(inputs, linker, database, console, format, faults)
      } else if format.chosen(console.traits).showsText {
        try show(inputs, &count, frame, faults)
      } else {
        try list(inputs, &count, frame, faults)
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
  private func list(_ inputs: [ArticleInput], _ count: inout Int, _ frame: MentionFrame, _ faults: LinkFaults) throws(SillageError) {
    for outcome in linker.link(inputs) {
      guard let list = faults.value(of: outcome) else { continue }
      if count > 0 { console.output.write(frame.between) }
      frame.form.write(list, console, isFirst: count == 0)
      try keep(list, faults)
      count += 1
    }
  }

  /// Shows articles with their mentions.
  private func show(_ inputs: [ArticleInput], _ count: inout Int, _ frame: MentionFrame, _ faults: LinkFaults) throws(SillageError) {
    for outcome in linker.read(inputs) {
      guard let article = faults.value(of: outcome) else { continue }
      count += 1
      console.output.write(frame.form == .html ? frame.page(of: article, number: count) : article.text(console.traits))
      try keep(article.list, faults)
    }
  }

  /// Stores an article. Fails where the database itself does, since it would for the next one, too.
  private func keep(_ list: MentionList, _ faults: LinkFaults) throws(SillageError) {
    guard let storage else { return }
    do throws(SillageError) {
      console.reporter.note(try storage.save(list).text)
    } catch {
      if case .store = error { throw error }
      faults.tell(error)
    }
  }
}
