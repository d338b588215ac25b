/// The name, the arguments and the results of a procedure, as the binder needs them.
public struct ProcedureSignature: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: ValueType

    public init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// With its dots.
  public var name: String
  public var inputs: [Field]
  /// Empty for a procedure that gives no rows.
  public var outputs: [Field]

  public init(name: String, inputs: [Field], outputs: [Field]) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
  }
}
