/// Which Sillage this is.
public enum SillageVersion {
  /// By Semantic Versioning.
  public static let text = "0.1.0-dev"
}
