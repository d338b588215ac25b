import ArgumentParser
import Sillage

/// The option of commands that look at a graph as it would be.
struct ScenarioOption: ParsableArguments {
  @Option(help: ArgumentHelp("Ask the graph as it would be with this scenario.", valueName: "name"))
  var scenario: String?

  /// The database, with the changes of the scenario in memory where one is named.
  func open(_ global: GlobalOptions, _ console: Console, writable: Bool = false) throws(SillageError) -> GraphDatabase {
    let database = try global.open(console, writable: writable)
    guard let scenario else { return database }
    return try database.applying(try Project.named(nil).scenario(named: scenario))
  }
}
