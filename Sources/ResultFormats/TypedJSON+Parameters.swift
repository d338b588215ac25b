/// Why a JSON value cannot be a parameter.
public struct ParameterError: Error, Hashable, Sendable {
  /// One line for a person, without a full stop.
  public var message: String

  public init(_ message: String) { self.message = message }
}

extension TypedJSON {
  /// Reads a parameter: what ``append(_:to:)`` writes, except nodes, relationships and paths, which only a graph can make.
  ///
  /// An object without one of the tags is a map too, so that a person may write plain JSON.
  public static func parameter(_ json: JSONValue) throws(ParameterError) -> ResultValue {
    switch json {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .array(let items):
      var values: [ResultValue] = []
      for item in items { values.append(try parameter(item)) }
      return .list(values)
    case .object(let members):
      if members.count == 1, let only = members.first, only.name.hasPrefix("$") {
        return try tagged(only.name, only.value)
      }
      return try map(members)
    }
  }

  private static func tagged(_ tag: String, _ content: JSONValue) throws(ParameterError) -> ResultValue {
    switch tag {
    case "$map":
      guard let members = content.members else { throw ParameterError("`$map` needs an object, found \(content.kind)") }
      return try map(members)
    case "$float":
      guard let text = content.string, let number = float(text) else {
        throw ParameterError("`$float` needs the text of a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
      }
      return .float(number)
    case "$node", "$rel", "$path": throw ParameterError("a parameter cannot hold a node, a relationship or a path")
    default:
      guard let kind = TemporalKind(rawValue: String(tag.dropFirst())) else { throw ParameterError("no such type: `\(tag)`") }
      guard let text = content.string else { throw ParameterError("`\(tag)` needs a string, found \(content.kind)") }
      return .temporal(kind, text)
    }
  }

  private static func map(_ members: [JSONMember]) throws(ParameterError) -> ResultValue {
    var fields: [ResultField] = []
    for member in members { fields.append(ResultField(member.name, try parameter(member.value))) }
    return .map(fields)
  }

  private static func float(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }
}
