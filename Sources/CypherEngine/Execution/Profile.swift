public import CypherPlanner
import GraphModel

/// The steps of a running plan and how many rows each has given.
public final class Profile {
  /// One step; the steps that it takes rows from are below it.
  public final class Step {
    public let plan: LogicalPlan
    public fileprivate(set) var rows = 0
    public fileprivate(set) var inputs: [Step] = []

    fileprivate init(_ plan: LogicalPlan) { self.plan = plan }
  }

  public private(set) var root: Step?
  private var open: [Step] = []

  public init() {}

  /// Lowers a plan as a step below the one that is being lowered, and counts its rows.
  func lowering(
    _ plan: LogicalPlan, _ lower: () throws(ExecutionFailure) -> Lowering.Lowered
  ) throws(ExecutionFailure) -> Lowering.Lowered {
    let step = Step(plan)
    if let last = open.last { last.inputs.append(step) } else if root == nil { root = step }
    open.append(step)
    defer { open.removeLast() }
    var lowered = try lower()
    lowered.root = Counted(lowered.root, step)
    return lowered
  }

  private final class Counted: Operator {
    private let input: any Operator
    private let step: Step

    init(_ input: any Operator, _ step: Step) {
      self.input = input
      self.step = step
    }

    func open() throws(ExecutionFailure) { try input.open() }

    func next() throws(ExecutionFailure) -> Batch? {
      let batch = try input.next()
      step.rows += batch?.count ?? 0
      return batch
    }
  }
}
