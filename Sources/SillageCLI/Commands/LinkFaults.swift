import Sillage

/// The faults of single articles: each is told when it comes, and the others are linked nevertheless.
final class LinkFaults {
  private let console: Console
  /// What the first of them asks the process to answer.
  private(set) var status = ExitStatus.done

  init(_ console: Console) { self.console = console }

  func tell(_ error: SillageError) {
    console.output.flush()
    console.reporter.report(error)
    if status == .done { status = ExitStatus(error) }
  }

  /// What became of an article; nil, and told, where it is at fault.
  func value<Value>(of outcome: Result<Value, SillageError>) -> Value? {
    switch outcome {
    case .success(let value): return value
    case .failure(let error):
      tell(error)
      return nil
    }
  }
}
