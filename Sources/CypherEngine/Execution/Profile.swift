public import CypherPlanner
public import GraphModel

/// The steps of a running plan, how many rows each has given, and how many stored chunks it had to read for them.
public final class Profile {
  /// One step; the steps that it takes rows from are below it.
  public final class Step {
    public let plan: LogicalPlan
    public fileprivate(set) var rows = 0
    public fileprivate(set) var inputs: [Step] = []
    /// Those of its inputs are among them.
    fileprivate var chunksInAll = 0

    /// Without those of its inputs.
    public var chunks: Int { inputs.reduce(chunksInAll) { $0 - $1.chunksInAll } }

    fileprivate init(_ plan: LogicalPlan) { self.plan = plan }
  }

  public private(set) var root: Step?
  private var open: [Step] = []
  private let graph: any GraphReader

  public init(_ graph: any GraphReader) { self.graph = graph }

  /// Lowers a plan as a step below the one that is being lowered, and counts its rows.
  func lowering(
    _ plan: LogicalPlan, _ lower: () throws(ExecutionFailure) -> Lowering.Lowered
  ) throws(ExecutionFailure) -> Lowering.Lowered {
    let step = Step(plan)
    if let last = open.last { last.inputs.append(step) } else if root == nil { root = step }
    open.append(step)
    defer { open.removeLast() }
    var lowered = try lower()
    lowered.root = Counted(lowered.root, step, graph)
    return lowered
  }

  private final class Counted: Operator {
    private let input: any Operator
    private let step: Step
    private let graph: any GraphReader

    init(_ input: any Operator, _ step: Step, _ graph: any GraphReader) {
      self.input = input
      self.step = step
      self.graph = graph
    }

    func open() throws(ExecutionFailure) { try input.open() }

    func next() throws(ExecutionFailure) -> Batch? {
      let before = graph.chunksRead
      defer { step.chunksInAll += graph.chunksRead - before }
      let batch = try input.next()
      step.rows += batch?.count ?? 0
      return batch
    }
  }
}
