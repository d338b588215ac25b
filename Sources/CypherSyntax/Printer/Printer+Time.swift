extension Printer {
  /// The parts in the order in which they are usually written, and a space.
  mutating func print(_ time: TimePrefix) {
    if let moment = time.asOf { print("AS OF", moment) }
    if let moment = time.knownAt { print("KNOWN AT", moment) }
    if time.includesPlanned { write("INCLUDE PLANNED ") }
  }

  private mutating func print(_ words: String, _ moment: TimePrefix.Moment) {
    write(words + " ")
    switch moment.kind {
    case .text(let text): string(text)
    case .parameter(let name): parameter(name)
    }
    write(" ")
  }
}
