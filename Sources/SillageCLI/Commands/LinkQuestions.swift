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
    /// What there is to say where there is nothing to tell of the entity that was asked for.
    var note: String?
  }

  /// Writes what was weighed in some documents, in their order; they are weighed on all cores.
  func explain(
    _ inputs: [ArticleInput], _ linker: ArticleLinker, _ database: GraphDatabase?, _ console: Console, _ format: MentionForm, _ faults: LinkFaults
  ) throws(SillageError) {
    let entity = try whyNot.map { name throws(SillageError) in try linker.entity(called: name, in: database) }
    let traits = console.traits
    let isForPeople = format == .list || format == .read || (format == .auto && traits.isTerminal)
    if inputs.count == 1, entity == nil, !isForPeople {
      do throws(SillageError) { try write(inputs[0], linker, console) } catch { faults.tell(error) }
      return
    }
    let answers = linker.explain(inputs) { explanation in
      let shown = entity.map(explanation.without) ?? explanation
      var answer = Answer(text: isForPeople ? Array(shown.text(traits).utf8) : shown.jsonLines)
      if let entity, shown.places.isEmpty { answer.note = Self.note(on: entity, explanation, linker) }
      return answer
    }
    for outcome in answers {
      guard let answer = faults.value(of: outcome) else { continue }
      if let note = answer.note { console.reporter.note(note) }
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

  /// Why there is no place that could mean an entity and does not.
  private static func note(on entity: EntityName, _ explanation: Explanation, _ linker: ArticleLinker) -> String {
    let file = explanation.document
    if explanation.places.contains(where: { $0.entity?.id == entity.id }) { return "\(file) names \(entity.id) wherever it could" }
    let longer = linker.longerNames(with: entity.id, in: explanation)
    guard longer.isEmpty else {
      let places = longer.prefix(shownPlaces).map { place in
        let answer = place.entity.map { ", which names \($0.id)" } ?? ", which names no entity"
        return "“\(TerminalText.escaped(place.text))” \(place.offsets.lowerBound)–\(place.offsets.upperBound)\(answer)"
      }
      let rest = longer.count > shownPlaces ? "; and \(longer.count - shownPlaces) more" : ""
      return "\(file) has names of \(entity.id) only within longer ones: \(places.joined(separator: "; "))\(rest)"
    }
    let names = linker.names(of: entity.id).map { "“\($0)”" }.joined(separator: ", ")
    return "\(file) has none of the names of \(entity.id): \(names)"
  }

  private static let shownPlaces = 5
}
