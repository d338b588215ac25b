import ArgumentParser

/// How a report is written: what `--format` of `show` and `why` takes.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
