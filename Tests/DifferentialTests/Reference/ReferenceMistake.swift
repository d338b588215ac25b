/// A mistake that the reference makes on purpose, to show that the comparison finds it.
enum ReferenceMistake: CaseIterable {
  /// One MATCH may use a relationship twice.
  case repeatsRelationships
  /// NOT of what is unknown is true.
  case takesUnknownForFalse
  /// OPTIONAL MATCH drops the rows for which it finds nothing.
  case dropsOptionalRows
  /// DISTINCT keeps all rows.
  case keepsDuplicates
  /// A pattern of variable length needs at least one relationship.
  case skipsZeroLength
  /// LIMIT takes one row too many.
  case cutsTooLate
  /// A loop is found twice by a pattern without direction.
  case countsLoopsTwice
  /// SET changes nothing.
  case forgetsToSet
}

/// Why the reference gives no answer.
enum ReferenceStop: Error {
  /// The query fails while it runs, or ought to have been refused.
  case failure(String)
  /// The enumeration became too long; the query is left out.
  case tooLarge
  /// The reference does not know this form: a fault of the generator.
  case unsupported(String)
}
