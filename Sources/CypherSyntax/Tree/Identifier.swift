public import Diagnostics

/// Where a node stands. It takes no part in equality: two nodes are equal if they say the same, wherever they stand.
@propertyWrapper
public struct Placed: Hashable, Sendable {
  public var wrappedValue: SourceSpan

  public init(wrappedValue: SourceSpan) { self.wrappedValue = wrappedValue }

  public static func == (_: Placed, _: Placed) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}

/// A name as it is meant: without back-quotes, with escapes resolved.
public struct Identifier: Hashable, Sendable {
  public var text: String
  @Placed public var span: SourceSpan

  public init(_ text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

/// A dotted name of a function or procedure, such as `apoc.text.join` or `count`.
public struct QualifiedName: Hashable, Sendable {
  /// At least one; all but the last are the namespace.
  public var parts: [Identifier]
  @Placed public var span: SourceSpan

  public init(_ parts: [Identifier], span: SourceSpan) {
    self.parts = parts
    self.span = span
  }

  /// The parts joined by dots, in the letters of the source.
  public var text: String { parts.dropFirst().reduce(parts.first?.text ?? "") { $0 + "." + $1.text } }
}
