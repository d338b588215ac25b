import GraphModel

/// What a graph keeps in memory of its small tables. A savepoint keeps a copy and brings it back.
struct StoreState: Equatable {
  var labels = NameTable()
  var types = NameTable()
  var keys = NameTable()
  var traits = RelationshipTraits()
  var indexes: [PropertyIndex] = []
  var schema = SchemaState()
  var fullText: [FullTextIndex] = []
  var counters = Counters()
  /// As they are stored.
  var storedCounters = Counters()
  /// Nil where it is not known: in a file of an older version.
  var endLabels: EndLabels? = EndLabels()

  func index(_ subject: SchemaSubject, _ key: PropertyKeyID) -> PropertyIndex? {
    indexes.first { $0.subject == subject && $0.key == key }
  }
}

/// Names and their numbers, which count from 0.
struct NameTable: Equatable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  func number(of name: String) -> Int32? { numbers[name] }

  func name(_ number: Int32) -> String { holds(number) ? names[Int(number)] : "" }

  func holds(_ number: Int32) -> Bool { names.indices.contains(Int(number)) }

  /// Appends a name that is not there yet.
  mutating func append(_ name: String) -> Int32 {
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}

/// Which of the three tables of names.
enum NameKind: Int64 {
  case label = 0
  case relationshipType = 1
  case propertyKey = 2
}

/// A declared property index.
struct PropertyIndex: Equatable {
  var number: Int64
  var subject: SchemaSubject
  var key: PropertyKeyID
  var isUnique: Bool

  var isOnNodes: Bool { if case .nodes = subject { true } else { false } }
}
