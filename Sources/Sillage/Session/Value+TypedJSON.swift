import CypherEngine

extension Value {
  /// A value in typed JSON, as a parameter is written.
  public init(typed json: JSONValue) throws(ParameterError) {
    switch json {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .array(let items):
      var values: [Value] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(try Value(typed: item)) }
      self = .list(values)
    case .object(let members):
      if members.count == 1, members[0].name.hasPrefix("$") {
        try self.init(parameter: TypedJSON.parameter(json))
        return
      }
      var map = ValueMap()
      for member in members { map[member.name] = try Value(typed: member.value) }
      self = .map(map)
    }
  }
}
