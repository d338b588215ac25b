public import ArgumentParser
public import Sillage

/// `sillage gaps`: what is missing or not sure.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Find what is missing or rests on little.",
    discussion: """
      Kinds: general-knowledge (nobody looked it up), single-source (all sources go back to \
      one text), stale (last checked long ago), overdue (a planned \
      date that passed unconfirmed), empty-slot (what the schema expects and nobody filled), undescribed (named, and \
      nothing is said of it), one-language (all evidence in one language).

      Examples:
        sillage gaps
        sillage gaps --kind overdue --kind stale --months 6
        sillage gaps --kind empty-slot --format json
        sillage query "CALL sillage.gaps({kind: 'overdue'}) YIELD date, detail, entity RETURN entity.name, detail"
      """)

  @Option(help: "Only gaps of this kind; may be given several times.")
  var kind: [Gap.Kind] = []

  @Option(help: "After how many months evidence is old.")
  var months = 12

  @OptionGroup var audit: AuditOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if months < 1 { throw ValidationError("--months must be at least 1") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      var options = [ResultField("months", .integer(Int64(months))), audit.dayField]
      if !kind.isEmpty { options.append(ResultField("kind", .list(kind.map { .string($0.rawValue) }))) }
      return try audit.write(
        console, database, time.frame,
        query: "CALL sillage.gaps($options) YIELD kind, subject, predicate, object, date, sources, detail "
          + "RETURN kind, subject, predicate, object, date, sources, detail",
        parameters: [ResultField("options", .map(options))]
      ) { traits throws(SillageError) in
        let rules = GapRules(today: audit.day, months: months, kinds: kind.isEmpty ? nil : Set(kind))
        let found = try database.gaps(rules, time: time.frame)
        return (GapList(gaps: found, isWhole: !kind.isEmpty).text(traits), found.count)
      }
    }
  }
}

extension Gap.Kind: ExpressibleByArgument {}
