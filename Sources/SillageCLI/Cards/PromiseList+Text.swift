import Sillage

/// Promises as a person reads them: what, how it stands, and every date that was given, with the words.
struct PromiseList {
  var promises: [Promise]
  var today: CalendarDate

  init(promises: [Promise], today: CalendarDate) {
    self.promises = promises
    self.today = today
  }

  func text(_ traits: TerminalTraits) -> String {
    let palette = Palette(colour: traits.colour)
    var lines: [String] = []
    for promise in promises {
      let state = promise.state == .overdue ? palette.warning("overdue") : palette.accent(promise.state.rawValue)
      lines.append("\(palette.strong(TerminalText.escaped(promise.statement)))  \(state)\(palette.faint(moved(promise)))")
      let rows = promise.steps.map(cells)
      lines += AlignedColumns.lines(rows, indent: 2, traits) { $0 > 2 ? palette.faint($1) : $1 } + [""]
    }
    let overdue = promises.count { $0.state == .overdue }
    let total = "\(promises.count) \(promises.count == 1 ? "promise" : "promises")"
    lines.append(palette.faint("\(total), \(overdue) overdue on \(today)"))
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ step: Promise.Step) -> [String] {
    let due = step.due.map { "due \($0)" } ?? "no date"
    let said = step.said.map { "said \($0)" } ?? ""
    let source = [step.source, step.claim].compactMap { $0 }.joined(separator: " ")
    return [due, step.stage, said, source, step.quote.map { "“\($0)”" } ?? ""]
  }

  private func moved(_ promise: Promise) -> String {
    var words: [String] = []
    if let days = promise.slippage, days != 0 {
      words.append(days > 0 ? "slipped by \(count(days))" : "brought forward by \(count(-days))")
    }
    if let days = promise.delay(on: today) { words.append("for \(count(days))") }
    return words.isEmpty ? "" : "  " + words.joined(separator: ", ")
  }

  private func count(_ days: Int) -> String { "\(days) \(days == 1 ? "day" : "days")" }
}
