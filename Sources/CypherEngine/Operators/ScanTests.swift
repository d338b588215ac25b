import CypherPlanner
import GraphModel

/// A test of what is scanned: what the property is compared with, and the whole condition on the row.
struct CompiledTest {
  let test: ScanTest
  let operand: any Kernel
  let predicate: any Kernel
}

/// What a scan asks of the graph for one row.
enum ScanQuestion {
  /// There is nothing to find.
  case nothing
  /// Everything; `areTested`: no test is left to be made.
  case all(areTested: Bool)
  case passing([PropertyTest])
}

extension [CompiledTest] {
  /// `operands`: what the row compares with, for each test.
  func question(_ operands: [Value], _ graph: any GraphReader) -> ScanQuestion {
    if isEmpty { return .all(areTested: true) }
    var questions: [PropertyTest] = []
    for (test, operand) in zip(self, operands) {
      // Nothing has a property of which there is not even the name.
      guard let key = graph.propertyKey(named: test.test.key) else { return .nothing }
      guard let question = PropertyTest(key, asking: test.test.relation, operand) else { return .all(areTested: false) }
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

extension PropertyTest {
  /// Nil where the value is none that a store could compare with: IN asks for a list.
  fileprivate init?(_ key: PropertyKeyID, asking relation: ScanTest.Relation, _ value: Value) {
    switch relation {
    case .comparison(.equal): self.init(key, .equal, value)
    case .comparison(.less): self.init(key, .less, value)
    case .comparison(.lessOrEqual): self.init(key, .lessOrEqual, value)
    case .comparison(.greater): self.init(key, .greater, value)
    case .comparison(.greaterOrEqual): self.init(key, .greaterOrEqual, value)
    case .comparison(.notEqual), .string(.matches): return nil
    case .isIn:
      guard case .list = value else { return nil }
      self.init(key, .isIn, value)
    case .string(.startsWith): self.init(key, .startsWith, value)
    case .string(.endsWith): self.init(key, .endsWith, value)
    case .string(.contains): self.init(key, .contains, value)
    case .isNotNull: self.init(key, .exists, .null)
    }
  }
}
