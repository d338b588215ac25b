extension GraphDatabase {
  /// The graph with the changes of a scenario, in memory; this one stays as it is. Fails where a statement of the scenario does, and
  /// where all of them together change nothing.
  public func applying(_ scenario: Scenario) throws(SillageError) -> GraphDatabase {
    let overlay = try copiedToMemory()
    var isChanged = false
    for statement in scenario.statements {
      let answer = try overlay.query(
        statement, options: QueryOptions(sourceName: scenario.text.name, mayWrite: true))
      if !answer.changes.isEmpty { isChanged = true }
    }
    guard isChanged else {
      throw .faults(
        [
          Diagnostic(
            .idleScenario, "the scenario `\(scenario.name)` changes nothing", source: scenario.text.name, span: .beginning,
            hint: "what its patterns look for is not in the graph")
        ], sources: [scenario.text])
    }
    return overlay
  }
}
