import Sillage

/// How a report is written: what `--format` of `show` and `why` takes.
enum ReportForm: String, CaseIterable, OptionValue {
  case text, json
}

extension Console {
  /// Writes a report in the form that was asked for.
  func write(_ form: ReportForm, text: (TerminalTraits) -> String, json: JSONValue) {
    switch form {
    case .text: output.write(text(traits))
    case .json: writeLine(json)
    }
  }
}
