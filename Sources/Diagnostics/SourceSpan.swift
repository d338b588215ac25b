/// A half-open range of UTF-8 byte offsets in one ``SourceText``.
@frozen
public struct SourceSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  @inlinable
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The empty span at the start of a text, for a fault that concerns the text as a whole.
  public static let beginning = SourceSpan(start: 0, end: 0)

  /// The smallest span that covers both.
  @inlinable
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(start: Swift.min(start, other.start), end: Swift.max(end, other.end))
  }
}
