/// The language of the words that the room adds: types, relationships, statuses, notes. Names stay as they are.
public enum DiagramLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
}

/// One phrase in each language.
public struct Phrase: Hashable, Sendable {
  public var english: String
  public var french: String

  public init(en english: String, fr french: String) {
    self.english = english
    self.french = french
  }

  public func text(in language: DiagramLanguage) -> String {
    switch language {
    case .english: english
    case .french: french
    }
  }
}
