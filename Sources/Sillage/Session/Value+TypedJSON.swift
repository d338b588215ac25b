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
      // Mostly the objects of a list have the same names, which are then kept once.
      var names: [String] = []
      for item in items {
        if let members = item.members { values.append(try Value(members, of: item, &names)) } else {
          values.append(try Value(typed: item))
        }
      }
      self = .list(values)
    case .object(let members):
      var names: [String] = []
      try self.init(members, of: json, &names)
    }
  }

  /// Of an object; `names`: those of the object before, and then its own.
  private init(_ members: [JSONMember], of json: JSONValue, _ names: inout [String]) throws(ParameterError) {
    if members.count == 1, members[0].name.hasPrefix("$") {
      try self.init(parameter: TypedJSON.parameter(json))
      return
    }
    let isAlike = members.count == names.count && zip(members, names).allSatisfy { $0.name == $1 }
    if !isAlike { names = members.map(\.name) }
    var values: [Value] = []
    values.reserveCapacity(members.count)
    for member in members { values.append(try Value(typed: member.value)) }
    self = .map(ValueMap(distinctKeys: names, values: values))
  }
}
