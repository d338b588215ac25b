import Foundation

/// The normal forms of text, through Foundation, which carries the tables for them.
enum NormalForms {
  static func normalized(_ text: String, _ form: NormalForm) -> String {
    switch form {
    case .composed: text.precomposedStringWithCanonicalMapping
    case .decomposed: text.decomposedStringWithCanonicalMapping
    case .compatiblyComposed: text.precomposedStringWithCompatibilityMapping
    case .compatiblyDecomposed: text.decomposedStringWithCompatibilityMapping
    }
  }
}
