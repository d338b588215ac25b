import CypherPlanner
import GraphModel

/// A test of a property where it is stored: what the property is compared with, and the whole condition on the finished row, for a
/// value that no store could compare with.
struct StoredTest {
  let test: ScanTest
  let operand: any Kernel
  let predicate: any Kernel
  /// Where the test is that any of these lists is passed, and empty for any other.
  let alternatives: [[StoredTest]]
  /// For `=~`.
  let matchers = KeptMatcher()
}

extension [StoredTest] {
  /// For each test what the rows compare with; nil where that cannot be worked out, so that the error comes with the first row that is tested.
  func operands(_ rows: Batch, _ context: ExecutionContext) -> [Column]? {
    do throws(ExecutionFailure) {
      return try map { test throws(ExecutionFailure) in try test.operand.column(rows, context) }
    } catch { return nil }
  }
}

/// What the relationships and the neighbours of an expansion must pass.
struct ExpansionTests {
  var ofRelationships: [PropertyTest] = []
  var ofNeighbours: [PropertyTest] = []

  var isEmpty: Bool { ofRelationships.isEmpty && ofNeighbours.isEmpty }
}

extension PropertyTest {
  /// Nil where the value is none that a store could compare with: IN asks for a list, and `=~` for a regular expression.
  init?(_ key: PropertyKeyID, asking relation: ScanTest.Relation, _ value: Value, _ matchers: KeptMatcher) {
    switch relation {
    case .comparison(.equal): self.init(key, .equal, value)
    case .comparison(.less): self.init(key, .less, value)
    case .comparison(.lessOrEqual): self.init(key, .lessOrEqual, value)
    case .comparison(.greater): self.init(key, .greater, value)
    case .comparison(.greaterOrEqual): self.init(key, .greaterOrEqual, value)
    case .comparison(.notEqual): self.init(key, .notEqual, value)
    case .anyOf: return nil
    case .string(.matches):
      guard case .string(let pattern) = value, let matcher = matchers.matcher(for: pattern) else { return nil }
      self.init(key, matching: matcher)
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
