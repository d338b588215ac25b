import CypherEngine

/// Reads parameters from typed JSON straight into values: long lists of objects with the same names become rows of tables.
///
/// What is no JSON ends the reading; what is, and is no parameter, is ``fault``.
struct ParameterReader {
  /// The first value that cannot be a parameter.
  private(set) var fault: ParameterError?

  /// The set of parameters that begins here.
  static func set(_ json: inout JSONReader) throws(JSONError) -> ParameterSet {
    guard json.startsObject else {
      return .failure(ParameterError("`params` is an object, not \(try json.value().kind)"))
    }
    var values = [String: Value](minimumCapacity: 4)
    var fault: ParameterError?
    _ = try json.members { json, name throws(JSONError) in
      var reader = ParameterReader()
      values[name] = try reader.value(&json)
      if let error = reader.fault, fault == nil { fault = ParameterError("parameter `\(name)`: \(error.message)") }
    }
    if let fault { return .failure(fault) }
    return .success(values)
  }

  private mutating func value(_ json: inout JSONReader) throws(JSONError) -> Value {
    if json.startsArray { return .list(try list(&json)) }
    if json.startsObject {
      var items = ListOfMaps()
      try object(&json, into: &items)
      return items.take().first ?? .null
    }
    return plain(try json.value())
  }

  private mutating func list(_ json: inout JSONReader) throws(JSONError) -> [Value] {
    var items = ListOfMaps()
    try json.items { json throws(JSONError) in
      if !json.startsObject { items.append(try value(&json)) } else if !json.row(into: &items) { try object(&json, into: &items) }
    }
    return items.take()
  }

  /// An object whose only name begins with `$` is a value of another type.
  private mutating func object(_ json: inout JSONReader, into items: inout ListOfMaps) throws(JSONError) {
    var tagged: JSONMember?
    var count = 0
    let keys = try json.members { json, name throws(JSONError) in
      count += 1
      if count == 1, name.utf8.first == UInt8(ascii: "$") {
        tagged = JSONMember(name, try json.value())
        return
      }
      if let first = tagged {
        items.appendCell(plain(first.value))
        tagged = nil
      }
      items.appendCell(try value(&json))
    }
    if let tagged { items.append(plain(.object([tagged]))) } else { items.endMap(keys) }
  }

  private mutating func plain(_ json: JSONValue) -> Value {
    switch json {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .array, .object:
      do throws(ParameterError) { return try Value(typed: json) } catch {
        if fault == nil { fault = error }
        return .null
      }
    }
  }
}
