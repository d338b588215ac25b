public import Diagnostics
import GraphModel

extension DiagnosticCode {
  /// The database file is not there, or cannot be opened.
  static let databaseCannotBeOpened = DiagnosticCode("E501")
  /// The file is no database of Sillage.
  static let notADatabase = DiagnosticCode("E502")
  /// The database was made by another version.
  static let databaseOfAnotherVersion = DiagnosticCode("E503")
  /// The database is damaged.
  static let databaseDamaged = DiagnosticCode("E504")
  /// Another process holds the database.
  static let databaseBusy = DiagnosticCode("E505")
  /// Reading or writing the database failed.
  static let databaseInputOutput = DiagnosticCode("E506")
  /// The work was stopped from outside.
  static let interrupted = DiagnosticCode("E507")
  /// The database refused a change.
  static let databaseRefused = DiagnosticCode("E508")
  /// A fault of this program.
  static let internalFault = DiagnosticCode("E509")
  /// Several entities go by a name.
  static let ambiguousName = DiagnosticCode("E803")
  /// No entity goes by a name.
  static let unknownName = DiagnosticCode("E804")
  /// Articles are not linked to this node, as to none whose name is a description.
  static let notLinked = DiagnosticCode("E812")
  /// A file is not there.
  static let missingFile = DiagnosticCode("E805")
  /// A program that is needed is not there or failed.
  static let unavailable = DiagnosticCode("E806")
  /// A file cannot be made or replaced.
  static let cannotWrite = DiagnosticCode("E807")
}

extension SillageError {
  /// What to tell a person.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .faults(let diagnostics, _): diagnostics
    case .ambiguousName(let name, let candidates):
      [
        bare(
          .ambiguousName, "several entities are called `\(name)`", label: Self.lines(candidates),
          hint: "name one by its id")
      ]
    case .unknownName(let name, let near):
      [
        bare(
          .unknownName, "no entity is called `\(name)`", label: near.isEmpty ? nil : Self.lines(near),
          hint: near.isEmpty ? nil : "did you mean one of these?")
      ]
    case .notLinked(let entity):
      [
        bare(
          .notLinked, "articles are not linked to \(entity.id), “\(entity.name)”",
          hint: "themes, concepts, events, articles and claims have names that are descriptions; see docs/linking.md")
      ]
    case .missingFile(let path, let hint): [bare(.missingFile, "no such file: \(path)", hint: hint)]
    case .unavailable(let message, let hint): [bare(.unavailable, message, hint: hint)]
    case .cannotWrite(let path, let reason): [bare(.cannotWrite, "cannot write \(path): \(reason)")]
    case .store(let error): [bare(Self.code(error.kind), error.message, hint: Self.hint(error.kind))]
    }
  }

  /// The texts that ``diagnostics`` point into.
  public var sources: [SourceText] {
    if case .faults(_, let sources) = self { return sources }
    return []
  }

  private func bare(
    _ code: DiagnosticCode, _ message: String, label: String? = nil, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(code, message, source: "", span: .beginning, label: label, hint: hint)
  }

  /// A line for each entity: its id, its name and what it is.
  private static func lines(_ entities: [EntityName]) -> String {
    entities.map { "\($0.id): \($0.name)" + ($0.types.first.map { ", \($0)" } ?? "") }.joined(separator: "\n  ")
  }

  private static func hint(_ kind: StoreError.Kind) -> String? {
    switch kind {
    case .readOnly: "allow writing to the file and its folder, or work on a copy"
    case .busy: "another process writes to it; nothing was changed: try again when that one is done"
    default: nil
    }
  }

  private static func code(_ kind: StoreError.Kind) -> DiagnosticCode {
    switch kind {
    case .cannotOpen: .databaseCannotBeOpened
    case .notADatabase: .notADatabase
    case .otherVersion: .databaseOfAnotherVersion
    case .damaged: .databaseDamaged
    case .busy: .databaseBusy
    case .inputOutput: .databaseInputOutput
    case .interrupted: .interrupted
    case .readOnly, .nodeHasRelationships, .notFound, .unstorable, .notUnique, .constraintViolated: .databaseRefused
    case .misuse: .internalFault
    }
  }
}
