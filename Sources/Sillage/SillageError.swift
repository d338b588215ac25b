public import Diagnostics
public import GraphModel

/// Why a call of the façade gave no answer. Each case asks something else of the person, so each is told apart.
public enum SillageError: Error, Sendable {
  /// A text is at fault: a query, `graph-data`, an article. `sources` holds the texts that the diagnostics point into.
  case faults([Diagnostic], sources: [SourceText])
  /// Several entities go by the name.
  case ambiguousName(String, candidates: [EntityName])
  /// No entity goes by the name; some have a name near it.
  case unknownName(String, near: [EntityName])
  /// The name is that of a node which articles are not linked to, such as a concept or an event.
  case notLinked(EntityName)
  /// A file that is needed is not there.
  case missingFile(path: String, hint: String?)
  /// A program that is needed, such as `dot`, is not there or failed.
  case unavailable(String, hint: String?)
  /// A file cannot be made or replaced.
  case cannotWrite(path: String, reason: String)
  /// The database failed.
  case store(StoreError)
}
