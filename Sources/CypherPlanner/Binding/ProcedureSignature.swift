/// The name, the arguments and the results of a procedure, as the binder needs them.
public struct ProcedureSignature: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    /// Whether a call may leave it out; only inputs, and none but the last ones.
    public var isOptional: Bool

    public init(_ name: String, _ type: ValueType, isOptional: Bool = false) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }
  }

  /// With its dots.
  public var name: String
  /// What it is for, in a sentence without a full stop; empty where nobody says.
  public var summary: String
  public var inputs: [Field]
  /// Empty for a procedure that gives no rows.
  public var outputs: [Field]

  public init(name: String, summary: String = "", inputs: [Field], outputs: [Field]) {
    self.name = name
    self.summary = summary
    self.inputs = inputs
    self.outputs = outputs
  }
}
