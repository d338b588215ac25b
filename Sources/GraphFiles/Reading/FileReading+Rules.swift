import Diagnostics

/// The values of the keys by which a schema says what contradicts what.
extension FileReading {
  /// `5 %` or `10`.
  mutating func tolerance(_ text: Spanned<String>) -> Tolerance? {
    let isShare = text.value.hasSuffix("%")
    let digits = isShare ? text.value.dropLast().split(separator: " ").joined() : text.value
    if let number = PlainNumber.number(digits), number >= 0 { return isShare ? .relative(number / 100) : .absolute(number) }
    report(.graphWrongValue, "`\(text.value)` is no tolerance", at: text.span, hint: "such as `5 %` or `10`")
    return nil
  }

  /// A whole number above 0.
  mutating func bound(_ text: Spanned<String>) -> Int? {
    if let number = PlainNumber.integer(text.value), number > 0 { return Int(number) }
    report(.graphWrongValue, "`\(text.value)` is no number of objects", at: text.span, hint: "such as `3`")
    return nil
  }

  /// `share 100`: a qualifier and what it adds up to at most.
  mutating func total(_ text: Spanned<String>) -> QualifierTotal? {
    let words = words(of: text)
    if words.count == 2, let limit = PlainNumber.number(words[1].value) {
      return QualifierTotal(qualifier: words[0], limit: limit)
    }
    report(.graphWrongValue, "`\(text.value)` is no bound of a sum", at: text.span, hint: "such as `share 100`")
    return nil
  }
}
