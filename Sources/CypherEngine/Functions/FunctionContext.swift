public import GraphModel

/// Brings a text into a normal form of Unicode.
public typealias TextNormalizer = @Sendable (String, NormalForm) -> String

/// What functions may look at beside their arguments. One for each run of a statement; not shared between threads.
final class FunctionContext {
  let graph: any GraphReader
  let zones: any TimeZoneRules
  /// Brings text into a normal form; nil where nobody can.
  let normalizer: TextNormalizer?
  private(set) lazy var clock = makeClock()
  private let makeClock: () -> StatementClocks
  /// The zone of points in time that are given none.
  let defaultZone: TimeZoneReference
  /// Deleted by this statement so far.
  var deleted = DeletedEntities()
  lazy var random = RandomNumbers(seed: seed ?? .random(in: .min ... .max))
  private let seed: UInt64?
  var patterns = PatternCache()

  init(
    graph: any GraphReader, zones: any TimeZoneRules, normalizer: TextNormalizer? = nil, defaultZone: TimeZoneReference = .utc,
    seed: UInt64? = nil, clock: @escaping () -> StatementClocks
  ) {
    self.graph = graph
    self.normalizer = normalizer
    self.zones = zones
    makeClock = clock
    self.defaultZone = defaultZone
    self.seed = seed
  }
}

/// What a statement has deleted and can still hold in a variable: its labels and properties are gone, but the type and the
/// ends of a relationship can still be asked for.
struct DeletedEntities {
  var nodes: Set<NodeID> = []
  var relationships: [RelationshipID: RelationshipEnds] = [:]
}

/// The moments that `datetime.transaction()`, `.statement()` and `.realtime()` give.
struct StatementClocks: Sendable {
  var transaction: Instant
  var statement: Instant
  /// Reads the clock of the machine.
  var realtime: @Sendable () -> Instant
}

/// Random numbers that are the same again for the same seed (SplitMix64; Steele, Lea and Flood, 2014).
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
