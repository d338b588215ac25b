import ArgumentParser
import Sillage

/// The option of commands that look at a graph as it would be.
struct ScenarioOption: ParsableArguments {
  @Option(help: ArgumentHelp("Ask the graph as it would be with this scenario.", valueName: "name"))
  var scenario: String?
}
