import Sillage

/// The talk of a review: shows a place, reads an answer, writes what was decided, until there is no place left.
struct ReviewTalk {
  private var review: Review
  private let files: ReviewFiles
  private let console: Console
  private var lines = LineReader(System.standardInput)

  init(_ review: Review, _ files: ReviewFiles, _ console: Console) {
    self.review = review
    self.files = files
    self.console = console
  }

  mutating func run() throws(SillageError) {
    while !review.items.isEmpty {
      guard let item = review.current else {
        guard try ask("no place is left: u undo, q quit > ") == "u" else { break }
        try goBack()
        continue
      }
      show(item)
      guard let answer = try ask("> "), try take(answer, item) else { break }
    }
    let decided = review.decided.count
    say("\(decided) decided, \(review.items.count - review.position) left" + (decided == 0 ? "" : "; see graph-data/\(ReviewFiles.mentionsFile)"))
  }

  /// Acts on an answer; false where the person wants to stop.
  private mutating func take(_ answer: String, _ item: ReviewItem) throws(SillageError) -> Bool {
    switch answer {
    case "q": return false
    case "?": tellAnswers(item)
    case "s", "": review.decide(nil)
    case "u": try goBack()
    case "n": try note(ReviewDecision.none)
    case "a":
      if item.isMention, let first = item.candidates.first {
        try note(.entity(first.id))
      } else {
        try note(ReviewDecision.none)
      }
    case "w":
      if let entity = try askForEntity(item) { try note(.new(entity)) }
    default:
      if let number = Int(answer), item.candidates.indices.contains(number - 1) {
        try note(.entity(item.candidates[number - 1].id))
      } else {
        try note(.entity(answer))
      }
    }
    return true
  }

  private mutating func goBack() throws(SillageError) {
    if !review.undo() { say("this is the first place") }
    try files.write(review.decided)
  }

  private mutating func note(_ decision: ReviewDecision) throws(SillageError) {
    if let fault = review.fault(of: decision) {
      say(fault)
      return
    }
    review.decide(decision)
    try files.write(review.decided)
  }

  /// Asks for a new entity, each part again where it cannot be; nil where an empty answer gives up.
  private mutating func askForEntity(_ item: ReviewItem) throws(SillageError) -> ReviewDecision.NewEntity? {
    guard let name = try ask("name [\(TerminalText.escaped(item.text))]: "),
      let type = try ask("type (? lists them, nothing gives up): ", until: { review, answer in review.fault(ofType: answer) }),
      let id = try ask("id (nothing gives up): ", until: { review, answer in review.fault(ofID: answer) })
    else { return nil }
    return ReviewDecision.NewEntity(id: id, type: type, name: name.isEmpty ? item.text : name)
  }

  /// Asks until the answer has no fault; nil for an empty one and at the end of input.
  private mutating func ask(_ prompt: String, until fault: (Review, String) -> String?) throws(SillageError) -> String? {
    while let answer = try ask(prompt), !answer.isEmpty {
      if answer == "?" {
        say("types: " + review.types.joined(separator: ", "))
      } else if let fault = fault(review, answer) {
        say(fault)
      } else {
        return answer
      }
    }
    return nil
  }

  private func tellAnswers(_ item: ReviewItem) {
    say(item.isMention ? "  a      accept: it names the first" : "  a      accept: it names none of them")
    say("  n      it names no entity")
    say("  1, 2   it names that of the list")
    say("  an id  it names that entity")
    say("  w      it names a new entity: its name, type and id are asked for")
    say("  s      skip it, as an empty answer does")
    say("  u      undo the decision before")
    say("  q      quit; what was decided is kept in graph-data/\(ReviewFiles.mentionsFile)")
  }

  private func show(_ item: ReviewItem) {
    let palette = Palette(colour: console.traits.colour)
    let name = TerminalText.escaped(item.document)
    say("\n" + palette.faint("\(review.position + 1) of \(review.items.count), \(name) at \(item.offsets.lowerBound)"))
    say(
      "…\(TerminalText.escaped(item.before))[\(palette.strong(TerminalText.escaped(item.text)))]"
        + "\(TerminalText.escaped(item.behind))…")
    for (number, candidate) in item.candidates.enumerated() {
      let mark = number == 0 && item.isMention ? " (taken)" : ""
      say("  \(number + 1) \(candidate.id), \(TerminalText.escaped(candidate.name))\(mark)")
    }
    if item.candidates.isEmpty { say("  an unknown name") } else if !item.isMention { say("  taken for no entity") }
    let accepting = item.isMention ? "a accept, n no entity" : "a or n no entity"
    say(palette.faint("\(accepting), a number or an id: that entity, w new entity, s skip, u undo, q quit, ? help"))
  }

  /// A line of the person, without blanks around it; nil at the end of input.
  private mutating func ask(_ prompt: String) throws(SillageError) -> String? {
    console.output.write(prompt)
    console.output.flush()
    guard let line = try lines.next() else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard let first = text.firstIndex(where: { !$0.isWhitespace }), let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  private func say(_ text: String) { console.output.write(text + "\n") }
}
