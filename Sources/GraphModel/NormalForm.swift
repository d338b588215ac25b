/// The normal forms of Unicode text (Unicode Standard Annex 15).
public enum NormalForm: String, Hashable, Sendable, CaseIterable {
  case composed = "NFC"
  case decomposed = "NFD"
  /// Composed, with characters that only look different replaced by the usual ones.
  case compatiblyComposed = "NFKC"
  case compatiblyDecomposed = "NFKD"
}
