/// Why a program did not run to its end.
public enum SubprocessError: Error, Hashable, Sendable {
  /// The program could not be started; the reason is the system's.
  case couldNotStart(reason: String)
  /// It took longer than the limit and was ended.
  case timedOut(seconds: Double)
  /// It wrote more than the limit of so many bytes and was ended.
  case tooMuchOutput(limit: Int)
}
