import ArgumentParser
import Sillage

/// What `sillage link` can be asked about its own work.
struct LinkQuestions: ParsableArguments {
  @Flag(help: "Tell the cues for and against each name, with their weights and offsets, and the candidates that lost.")
  var why = false

  @Option(help: ArgumentHelp("Tell why places that could mean an entity do not.", valueName: "entity"))
  var whyNot: String?

  @Option(help: ArgumentHelp("Compare with the annotated articles of a folder.", valueName: "folder"))
  var eval: String?

  @Option(help: ArgumentHelp("With --eval, how many disagreements to show.", valueName: "n"))
  var errors: Int = 0

  /// Whether a question about files is asked.
  var isAsked: Bool { why || whyNot != nil }

  func validate(_ command: LinkCommand) throws {
    if eval != nil, !command.files.isEmpty || isAsked || command.save || command.many.jsonl {
      throw ValidationError("--eval takes its articles from its folder, and nothing else")
    }
    if errors < 0 { throw ValidationError("--errors is 0 or more") }
    if errors > 0, eval == nil { throw ValidationError("--errors goes with --eval") }
    if isAsked, command.save { throw ValidationError("--save goes without --why and --why-not") }
    if isAsked || eval != nil, [.csv, .html, .jsonld].contains(command.format) {
      let question = eval != nil ? "--eval" : why ? "--why" : "--why-not"
      throw ValidationError("\(question) is written as --format jsonl, list or read, and not as \(command.format.rawValue)")
    }
  }

  /// Writes the figures of annotated articles.
  func evaluate(
    _ folder: String, _ linker: ArticleLinker, _ console: Console, _ format: MentionForm
  ) throws(SillageError) {
    let score = try linker.score(try GoldArticle.read(folder: folder))
    if format == .jsonl {
      console.writeLine(score.json)
    } else {
      console.output.write(score.text(errors: errors, console.traits))
    }
  }

  /// What is written of a document.
  private struct Answer: Sendable {
    var text: [UInt8]
    /// Whether there is nothing to tell of the entity that was asked for, and whether it is named.
    var isMissing = false
    var isNamed = false
  }

  /// Writes what was weighed in some documents, in their order; they are weighed on all cores.
  func explain(
    _ inputs: [ArticleInput], _ linker: ArticleLinker, _ console: Console, _ format: MentionForm, _ faults: LinkFaults
  ) throws(SillageError) {
    let entity = try askedEntity(linker)
    let traits = console.traits
    let isForPeople = format == .list || format == .read || (format == .auto && traits.isTerminal)
    if inputs.count == 1, entity == nil, !isForPeople {
      do throws(SillageError) { try write(inputs[0], linker, console) } catch { faults.tell(error) }
      return
    }
    let answers = linker.explain(inputs) { explanation in
      let shown = entity.map(explanation.without) ?? explanation
      var answer = Answer(text: isForPeople ? Array(shown.text(traits).utf8) : shown.jsonLines)
      if let entity {
        answer.isMissing = shown.places.isEmpty
        answer.isNamed = explanation.places.contains { $0.entity?.id == entity.id }
      }
      return answer
    }
    for (input, outcome) in zip(inputs, answers) {
      guard let answer = faults.value(of: outcome) else { continue }
      if let entity, answer.isMissing { noteMissing(entity, input.name, isNamed: answer.isNamed, linker, console) }
      console.output.write(answer.text)
    }
  }

  /// Writes what was weighed in one document as lines of JSON while it goes, so that a long document takes no memory for them.
  private func write(_ input: ArticleInput, _ linker: ArticleLinker, _ console: Console) throws(SillageError) {
    var lines: [UInt8] = []
    try linker.explain(input.bytes, document: input.name) { place in
      JSONWriter.append(place.json(document: input.name), to: &lines)
      lines.append(UInt8(ascii: "\n"))
      guard lines.count >= Self.writtenBytes else { return }
      console.output.write(lines)
      lines.removeAll(keepingCapacity: true)
    }
    console.output.write(lines)
  }

  private static let writtenBytes = 64 << 10

  private func askedEntity(_ linker: ArticleLinker) throws(SillageError) -> EntityName? {
    guard let whyNot else { return nil }
    if let entity = linker.entity(called: whyNot) { return entity }
    throw .faults([Diagnostic(.noSuchEntity, "no entity is called `\(whyNot)`", source: "", span: .beginning)], sources: [])
  }

  private func noteMissing(_ entity: EntityName, _ file: String, isNamed: Bool, _ linker: ArticleLinker, _ console: Console) {
    let names = linker.names(of: entity.id).map { "“\($0)”" }.joined(separator: ", ")
    console.reporter.note(
      isNamed ? "\(file) names \(entity.id) wherever it could" : "\(file) has none of the names of \(entity.id): \(names)")
  }
}

extension DiagnosticCode {
  /// A word that names no entity, or several.
  static let noSuchEntity = DiagnosticCode("E614")
}
