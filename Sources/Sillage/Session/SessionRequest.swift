import CypherEngine

/// A request to a ``Session``, as far as it could be read.
struct SessionRequest {
  /// Nil where there is none, or it is no string.
  private(set) var query: String?
  private var parameters: ParameterSet = .success([:])
  private var batch: [ParameterSet]?
  /// Why there is nothing to run, but for a query that is missing.
  private(set) var fault: String?

  /// Whether it is answered by a list of results.
  var isBatch: Bool { batch != nil }

  /// The parameters of each run.
  var sets: [ParameterSet] { batch ?? [parameters] }

  /// Cost: linear.
  init(_ line: [UInt8]) throws(JSONError) {
    var json = JSONReader(line)
    if json.startsObject {
      _ = try json.members { json, name throws(JSONError) in try member(name, &json) }
    } else {
      fault = "a request is a JSON object, not \(try json.value().kind)"
    }
    try json.end()
  }

  private mutating func member(_ name: String, _ json: inout JSONReader) throws(JSONError) {
    switch name {
    case "query": query = try json.value().string
    case "params": parameters = try ParameterReader.set(&json)
    case "batch" where json.startsArray:
      var sets: [ParameterSet] = []
      try json.items { json throws(JSONError) in sets.append(try ParameterReader.set(&json)) }
      batch = sets
    case "batch": fault = "`batch` is a list of parameter sets, not \(try json.value().kind)"
    default: _ = try json.value()
    }
  }
}
