import ArgumentParser
import Sillage

/// `sillage promises`: what was announced, and how its date has moved.
struct PromisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: "Show what was announced for a date, and whether it came true.",
    discussion: """
      A promise is a claim with a stage (rumoured, announced, confirmed, under-way, done, postponed, dropped) or a date \
      by which it is to come true, and a relation that is planned for a date. Claims and plans that say the same are \
      one promise, whose date may slip. --brand also takes a group, a site or any other entity, and counts what it \
      makes, sells, runs and plans.

      Examples:
        sillage promises
        sillage promises --brand alpine --due 2026
        sillage promises --due 2026-H2 --format json
        sillage query "CALL sillage.promises({about: 'alpine'}) YIELD statement, due, delay RETURN statement, due, delay"
      """)

  @Option(help: ArgumentHelp("Only what has to do with this brand or other entity.", valueName: "name"))
  var brand: String?

  @Option(help: ArgumentHelp("Only what is or was due in this period.", valueName: "date"))
  var due: String?

  @OptionGroup var audit: AuditOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let due, PartialDate(.string(due)) == nil { throw ValidationError("--due: `\(due)` is no date; \(PartialDate.forms)") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      var options = [audit.dayField]
      let about = try brand.map { name throws(SillageError) in try database.entityID(called: name) }
      if let about { options.append(ResultField("about", .string(about))) }
      if let due { options.append(ResultField("due", .string(due))) }
      return try audit.write(
        console, database, time.frame,
        query: "CALL sillage.promises($options) YIELD subject, predicate, object, statement, state, stage, due, slippage, delay, steps "
          + "RETURN subject, predicate, object, statement, state, stage, due, slippage, delay, steps",
        parameters: [ResultField("options", .map(options))]
      ) { traits throws(SillageError) in
        let rules = PromiseRules(today: audit.day, about: about, due: due.flatMap { PartialDate(.string($0)) })
        let found = try database.ledger(time.frame).promises(rules)
        return (PromiseList(promises: found, today: audit.day).text(traits), found.count)
      }
    }
  }
}
