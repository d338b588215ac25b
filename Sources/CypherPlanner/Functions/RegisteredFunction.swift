/// A function that is not part of the language: whoever runs queries registers it, as with procedures.
public struct RegisteredFunction: Hashable, Sendable {
  public let entry: FunctionEntry

  public init(_ entry: FunctionEntry) { self.entry = entry }

  public static func == (a: RegisteredFunction, b: RegisteredFunction) -> Bool { a.entry.name == b.entry.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(entry.name) }
}

/// The functions beside those of the language that a binder may look up. A function of the language comes first.
public protocol FunctionDirectory {
  /// The function of a name, in whatever case it is written; nil for none.
  func function(named name: String) -> RegisteredFunction?
  var functionNames: [String] { get }
}
