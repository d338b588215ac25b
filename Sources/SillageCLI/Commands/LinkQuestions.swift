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

  func validate(hasFiles: Bool, save: Bool) throws {
    if eval != nil, hasFiles || isAsked || save { throw ValidationError("--eval takes its articles from its folder, and nothing else") }
    if isAsked, save { throw ValidationError("--save goes without --why and --why-not") }
    if errors < 0 { throw ValidationError("--errors is 0 or more") }
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

  /// Writes what was weighed in a document.
  func explain(
    _ bytes: [UInt8], _ file: String, _ linker: ArticleLinker, _ console: Console, _ format: MentionForm
  ) throws(SillageError) {
    var explanation = try linker.explain(bytes, document: file)
    if let whyNot {
      guard let entity = linker.entity(called: whyNot) else {
        throw .faults([Diagnostic(.noSuchEntity, "no entity is called `\(whyNot)`", source: "", span: .beginning)], sources: [])
      }
      let isNamed = explanation.places.contains { $0.entity?.id == entity.id }
      explanation = explanation.without(entity)
      if explanation.places.isEmpty {
        let names = linker.names(of: entity.id).map { "“\($0)”" }.joined(separator: ", ")
        console.reporter.note(
          isNamed
            ? "\(file) names \(entity.id) wherever it could" : "\(file) has none of the names of \(entity.id): \(names)")
      }
    }
    if format == .list || format == .read || (format == .auto && console.traits.isTerminal) {
      console.output.write(explanation.text(console.traits))
    } else {
      for place in explanation.places { console.writeLine(place.json(document: explanation.document)) }
    }
  }
}

extension DiagnosticCode {
  /// A word that names no entity, or several.
  static let noSuchEntity = DiagnosticCode("E614")
}
