/// The type of a column, found in its fields or given in the header.
enum PropertyType: Hashable, Sendable {
  /// No field with anything in it was seen yet.
  case nothing
  case boolean
  case integer
  case float
  case text
  case date
  case localTime
  case time
  case localDateTime
  case dateTime
  case duration
  indirect case list(PropertyType)

  /// The type of a name that follows the colon in a header; nil for an unknown one.
  init?(_ name: String) {
    if name.hasSuffix("[]"), let element = Self.names[name.dropLast(2).lowercased()] {
      self = .list(element)
      return
    }
    guard let type = Self.names[name.lowercased()] else { return nil }
    self = type
  }

  /// What may stand behind a colon, in the spellings of several programs.
  static let names: [String: PropertyType] = [
    "int": .integer, "integer": .integer, "long": .integer, "short": .integer, "byte": .integer,
    "float": .float, "double": .float, "bool": .boolean, "boolean": .boolean,
    "string": .text, "text": .text, "char": .text,
    "date": .date, "localtime": .localTime, "time": .time, "localdatetime": .localDateTime, "datetime": .dateTime,
    "duration": .duration,
  ]

  /// What a person calls a value of it.
  var name: String {
    switch self {
    case .nothing, .text: "text"
    case .boolean: "truth value"
    case .integer: "integer"
    case .float: "number"
    case .date: "date"
    case .localTime: "time of day"
    case .time: "time of day with an offset"
    case .localDateTime: "date and time"
    case .dateTime: "date and time with a zone"
    case .duration: "duration"
    case .list(let element): "list of \(element.name)s"
    }
  }

  /// The narrowest type that fits all that either fits.
  func joined(_ other: PropertyType) -> PropertyType {
    if self == other || other == .nothing { return self }
    if self == .nothing { return other }
    let types: Set = [self, other]
    return types == [.integer, .float] ? .float : .text
  }

  /// The narrowest type that the field a scanner has found shows by itself. A number that would not be written like that
  /// again, such as one with zeros in front, is text.
  static func shown(by field: borrowing FieldScanner) -> PropertyType {
    if field.count == 0 { return .nothing }
    if field.hasDoubledQuotes { return .text }
    if FieldNumber.isPlain(field.bytes, field.start, field.end) {
      if FieldNumber.integer(field.bytes, field.start, field.end) != nil { return .integer }
      if FieldNumber.hasFraction(field.bytes, field.start, field.end),
        FieldNumber.float(field.bytes, field.start, field.end) != nil
      {
        return .float
      }
    }
    return FieldNumber.boolean(field.content) == nil ? .text : .boolean
  }
}
