public import Diagnostics

/// `AS OF date KNOWN AT date INCLUDE PLANNED` before a statement; each part may be missing, not all of them.
public struct TimePrefix: Hashable, Sendable {
  /// A date as it is written: which texts are dates is not a matter of syntax.
  public struct Moment: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case text(String)
      case parameter(String)
    }

    public var kind: Kind
    @Placed public var span: SourceSpan
  }

  public var asOf: Moment?
  public var knownAt: Moment?
  public var includesPlanned: Bool
  @Placed public var span: SourceSpan
}
