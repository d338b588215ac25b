/// A name as look-ups compare it: its words in lower case and without accents, with single spaces between them.
public func foldedName(_ name: String) -> String { Folding.words(of: name).joined(separator: " ") }
