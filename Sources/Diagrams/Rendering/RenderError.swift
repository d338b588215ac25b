/// Why a picture could not be made. In each case nothing was written.
public enum RenderError: Error, Hashable, Sendable {
  /// Graphviz is not installed, or not on the PATH.
  case missing(executable: String)
  /// The program was found and could not be started; the reason is the system's.
  case couldNotStart(executable: String, reason: String)
  /// Layout took longer than the limit and was ended.
  case timedOut(seconds: Double)
  /// Graphviz refused. Its output is discarded, because it writes a picture with edges missing even then.
  case failed(status: Int32, standardError: String)
  /// The program was ended by a signal, which Graphviz does to itself on some graphs.
  case killed(signal: Int32)

  /// What happened, in a sentence without a full stop.
  public var message: String {
    switch self {
    case .missing(let executable): "Graphviz is needed to draw this, and `\(executable)` was not found"
    case .couldNotStart(let executable, let reason): "`\(executable)` could not be started: \(reason)"
    case .timedOut(let seconds): "the layout was not finished after \(Self.plain(seconds)) s"
    case .failed(let status, let standardError):
      "Graphviz failed with status \(status)" + (standardError.isEmpty ? "" : ": " + standardError)
    case .killed(let signal): "Graphviz was ended by signal \(signal)"
    }
  }

  /// What to do about it.
  public var hint: String {
    switch self {
    case .missing:
      "install it with `apt-get install graphviz` (Debian, Ubuntu), `dnf install graphviz` or `brew install graphviz`; "
        + "DOT text can be written without it"
    case .couldNotStart: "check that the file may be executed"
    case .timedOut: "show fewer nodes, or take the engine sfdp"
    case .failed, .killed: "write the DOT text and run `dot -Tsvg` on it to see more"
    }
  }

  private static func plain(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? String(Int(seconds)) : String(seconds)
  }
}
