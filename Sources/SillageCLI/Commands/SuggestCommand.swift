import ArgumentParser
import Sillage

/// `sillage suggest`: what articles hold and the graph does not.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose names and claims that articles hold and the graph has not.",
    discussion: """
      Without --claims, the names that look like entities and are unknown, the most frequent first, with their places. With it, \
      relations that sentences seem to state, as a file of claims to be looked through. Nothing is stored.

      Examples:
        sillage suggest articles/*.md
        sillage suggest article.md --format json
        sillage suggest --claims article.md > graph-data/claims/article.yaml
      """)

  @Argument(help: "The files; - is standard input.")
  var files: [String]

  @Flag(help: "Propose claims of one article.")
  var claims = false

  @Option(help: "How to write them; text of claims is YAML.")
  var format: ReportForm = .text

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if claims, files.count != 1 { throw ValidationError("--claims takes one article at a time") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      let linker = try ArticleLinker(database, try LinkingKnowledge.nearest(above: "."))
      if claims {
        try writeClaims(files[0], linker, database, console)
      } else {
        try writeNames(linker, console)
      }
      return .done
    }
  }

  private func writeNames(_ linker: ArticleLinker, _ console: Console) throws(SillageError) {
    var names = NameSuggestions()
    for file in files { try linker.suggestNames(in: try InputText.bytes(file), document: file, to: &names) }
    for name in names.all {
      switch format {
      case .json: console.writeLine(name.json)
      case .text: console.output.write(name.text(console.traits))
      }
    }
  }

  private func writeClaims(
    _ file: String, _ linker: ArticleLinker, _ database: GraphDatabase, _ console: Console
  ) throws(SillageError) {
    guard let project = try Project.nearest(above: ".") else {
      throw .missingFile(path: "sillage.yaml", hint: "claims need the schema of a project; change to its folder")
    }
    let bytes = try InputText.bytes(file)
    let claims = try linker.suggestClaims(in: bytes, document: file, schemaOf: project)
    switch format {
    case .json: for claim in claims { console.writeLine(claim.json) }
    case .text:
      let text = try linker.text(of: bytes, document: file)
      let article = try database.article(of: text)
      console.output.write(ClaimSuggestion.file(claims, document: file, article: article, text: text))
    }
  }
}

extension NameSuggestion {
  /// The name and how often it stands, then its places.
  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    let head = "\(count) × \(palette.strong(TerminalText.escaped(name)))\(isCode ? " (a code)" : "")"
    let lines = places.map { place in
      let line = "    " + "\(place.document):\(place.offsets.lowerBound)–\(place.offsets.upperBound) \(place.sentence)"
      return palette.faint(traits.width.map { DisplayWidth.cut(TerminalText.escaped(line), to: $0) } ?? TerminalText.escaped(line))
    }
    let more = count > places.count ? ["    … \(count - places.count) more"] : []
    return ([head] + lines + more).joined(separator: "\n") + "\n"
  }
}
