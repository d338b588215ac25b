/// A JSON text as a value. Integers that fit 64 bits stay exact; members keep their order.
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number without fraction and exponent.
  case integer(Int64)
  /// A number with a fraction or an exponent; finite.
  case float(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The value of a member; nil where this is no object or has no such member. Cost: linear in the members.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil for anything else.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The items of an array; nil for anything else.
  public var array: [JSONValue]? {
    if case .array(let items) = self { return items }
    return nil
  }

  /// The members of an object; nil for anything else.
  public var members: [JSONMember]? {
    if case .object(let members) = self { return members }
    return nil
  }

  /// The word for the kind of value, for messages.
  public var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer, .float: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A name and a value in an object.
public struct JSONMember: Hashable, Sendable {
  public var name: String
  public var value: JSONValue

  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// Where and why a text is no JSON.
public struct JSONError: Error, Hashable, Sendable {
  /// In UTF-8 bytes from the start of the text.
  public var offset: Int
  /// One line for a person, without a full stop.
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
