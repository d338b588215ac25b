extension Value {
  /// A value in typed JSON, as a parameter is written.
  public init(typed json: JSONValue) throws(ParameterError) { try self.init(parameter: TypedJSON.parameter(json)) }
}
