import ArgumentParser
import Sillage

/// `sillage optimize`: a database as compact and fast as it gets.
struct OptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Compact a database: bring all changes since the last time into its columns.",
    discussion: """
      Large writes do this by themselves from time to time. Nothing of the graph changes, ids included; others may read \
      meanwhile. A crash in the middle leaves the database as it was.

      Examples:
        sillage optimize
        sillage optimize --db graph.db
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try global.perform { console throws(SillageError) in
      let clock = ContinuousClock()
      let start = clock.now
      let database = try global.open(console, writable: true)
      try database.optimize()
      console.reporter.note("optimized \(database.path ?? "the database"), \(((clock.now - start) / .seconds(1)).milliseconds) ms")
      return .done
    }
  }
}
