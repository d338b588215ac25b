import CypherPlanner
import GraphModel

/// What a scan asks of the graph for one row.
enum ScanQuestion {
  /// There is nothing to find.
  case nothing
  /// Everything; `areTested`: no test is left to be made.
  case all(areTested: Bool)
  case passing([PropertyTest])
}

extension [StoredTest] {
  /// `operands`: what the row compares with, for each test.
  func question(_ operands: [Value], _ graph: any GraphReader) -> ScanQuestion {
    if isEmpty { return .all(areTested: true) }
    var questions: [PropertyTest] = []
    for (test, operand) in zip(self, operands) {
      // Nothing has a property of which there is not even the name.
      guard let key = graph.propertyKey(named: test.test.key) else { return .nothing }
      guard let question = PropertyTest(key, asking: test.test.relation, operand, test.matchers) else { return .all(areTested: false) }
      questions.append(question)
    }
    return .passing(questions)
  }

  /// The rows that pass all tests.
  func passing(_ batch: Batch, _ context: ExecutionContext) throws(ExecutionFailure) -> Batch {
    var batch = batch
    for test in self {
      let passes = try test.predicate.column(batch, context).isTrue
      batch = batch.gathered(passes.indices.filter { passes[$0] })
    }
    return batch
  }
}
