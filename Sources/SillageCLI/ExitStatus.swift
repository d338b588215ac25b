import Sillage

/// What this process answers to the one that started it.
enum ExitStatus: Int32 {
  case done = 0
  /// The answer is no: nothing found, a name that means several entities, faults found by a check.
  case no = 1
  /// The command line is wrong.
  case usage = 64
  /// A query or `graph-data` is wrong.
  case badInput = 65
  /// A file or the database is missing.
  case missingInput = 66
  /// A program such as `dot` is missing or failed.
  case unavailable = 69
  /// Our fault.
  case internalFault = 70
  /// A file cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// The database is locked, or time ran out.
  case busy = 75
  /// Ctrl-C.
  case interrupted = 130

  init(_ error: SillageError) {
    switch error {
    case .faults: self = .badInput
    case .ambiguousName, .unknownName, .notLinked: self = .no
    case .missingFile: self = .missingInput
    case .unavailable: self = .unavailable
    case .cannotWrite: self = .cannotCreate
    case .store(let failure): self.init(failure.kind)
    }
  }

  private init(_ kind: StoreError.Kind) {
    switch kind {
    case .cannotOpen: self = .missingInput
    case .notADatabase, .otherVersion, .damaged, .nodeHasRelationships, .notFound, .unstorable, .notUnique,
      .constraintViolated:
      self = .badInput
    case .busy: self = .busy
    case .inputOutput, .readOnly: self = .inputOutput
    case .interrupted: self = .interrupted
    case .misuse: self = .internalFault
    }
  }
}
