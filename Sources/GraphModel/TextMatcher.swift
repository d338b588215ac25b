/// Which texts pass a test that reads them byte by byte, such as a regular expression.
public protocol TextMatcher: Sendable {
  func matches(_ text: String) -> Bool
  /// The same for texts that all begin with some bytes, on one thread. The bytes are those of whole scalars.
  func matcher(behind prefix: [UInt8]) -> any RestMatcher
}

/// Which texts pass, told by what follows after their common beginning.
public protocol RestMatcher: AnyObject {
  func matches(_ rest: Span<UInt8>) -> Bool
}
