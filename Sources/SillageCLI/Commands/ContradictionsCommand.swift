import ArgumentParser
import Sillage

/// `sillage contradictions`: statements that cannot all be true.
struct ContradictionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "Find statements that cannot all be true.",
    discussion: """
      More objects at a time than a relationship type allows, types that rule each other out, sums that are too large, \
      numbers further apart than the tolerance of their property, and claims that deny what others say. A line in \
      `verdicts` of graph-data settles one: coexist, supersedes, refuted or open, with a reason.

      Examples:
        sillage contradictions
        sillage contradictions --all --format text
        sillage contradictions --tolerance 0.05 --format json
        sillage query 'CALL sillage.contradictions() YIELD kind, entity RETURN entity.name, kind'
      """)

  @Flag(help: "Also show those that a verdict settles.")
  var all = false

  @Option(help: ArgumentHelp("The share by which numbers may differ whose property has no tolerance.", valueName: "share"))
  var tolerance = 0.0

  @OptionGroup var audit: AuditOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if !(0...1).contains(tolerance) { throw ValidationError("--tolerance is a share from 0 to 1, such as 0.05") }
  }

  func run() throws {
    try global.perform { console throws(SillageError) in
      let database = try global.open(console)
      let options: [ResultField] = [ResultField("tolerance", .float(tolerance)), ResultField("settled", .boolean(all))]
      return try audit.write(
        console, database, time.frame,
        query: "CALL sillage.contradictions($options) YIELD kind, subject, predicate, sides, since, until, verdict, reason "
          + "RETURN kind, subject, predicate, sides, since, until, verdict, reason",
        parameters: [ResultField("options", .map(options))]
      ) { traits throws(SillageError) in
        let found = try database.ledger(time.frame).contradictions(tolerance: tolerance)
        let shown = all ? found : found.filter { $0.verdict == nil }
        return (ContradictionList(shown: shown, settled: found.count - shown.count).text(traits), shown.count)
      }
    }
  }
}
