/// What `schema.yaml` says: the types of things and of relationships, and the vocabulary of claims.
public struct Schema: Sendable {
  /// In the order in which they are written.
  public let types: [NodeType]
  public let relations: [RelationType]
  public let properties: [PropertyDefinition]
  public let predicates: [ClaimPredicate]
  public let modalities: [Modality]
  /// The path of the file; empty where there is none.
  public let file: String
  /// Whether all of it could be read: if not, what is not found in it may yet be there, and is not reported.
  public let isWhole: Bool

  private let typeIndex: [String: Int]
  private let relationIndex: [String: Int]
  private let inverseIndex: [String: Int]
  private let propertyIndex: [String: Int]
  private let predicateIndex: [String: Int]
  private let modalityIndex: [String: Int]
  /// Each type with its supertypes, itself first.
  private let closures: [String: [String]]

  public init(
    types: [NodeType] = [], relations: [RelationType] = [], properties: [PropertyDefinition] = [],
    predicates: [ClaimPredicate] = [], modalities: [Modality] = [], file: String = "", isWhole: Bool = false
  ) {
    self.isWhole = isWhole
    self.types = types
    self.relations = relations
    self.properties = properties
    self.predicates = predicates
    self.modalities = modalities
    self.file = file
    typeIndex = Self.index(types.map(\.name.value))
    relationIndex = Self.index(relations.map(\.name.value))
    inverseIndex = Self.index(relations.map { $0.isSymmetric ? "" : $0.inverse?.value ?? "" })
    propertyIndex = Self.index(properties.map(\.name.value))
    predicateIndex = Self.index(predicates.map(\.name.value))
    modalityIndex = Self.index(modalities.map(\.name.value))
    closures = Self.closures(types)
  }

  private static func index(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().filter { $0.element != "" }.map { ($0.element, $0.offset) }) { first, _ in first }
  }

  private static func closures(_ types: [NodeType]) -> [String: [String]] {
    let supertypes = Dictionary(types.map { ($0.name.value, $0.supertypes.map(\.value)) }) { first, _ in first }
    var closures: [String: [String]] = [:]
    for type in types {
      var found = [type.name.value]
      var next = 0
      while next < found.count {
        for supertype in supertypes[found[next]] ?? [] where !found.contains(supertype) { found.append(supertype) }
        next += 1
      }
      closures[type.name.value] = found
    }
    return closures
  }
}

// MARK: - Asking

extension Schema {
  public func type(_ name: String) -> NodeType? { typeIndex[name].map { types[$0] } }
  public func property(_ name: String) -> PropertyDefinition? { propertyIndex[name].map { properties[$0] } }
  public func predicate(_ name: String) -> ClaimPredicate? { predicateIndex[name].map { predicates[$0] } }
  public func modality(_ name: String) -> Modality? { modalityIndex[name].map { modalities[$0] } }

  /// The relationship type of a name, and whether the name reads it from its end to its start.
  ///
  /// A name that is declared is a type of its own, even where it is the inverse of another.
  public func relation(_ name: String) -> (type: RelationType, isInverted: Bool)? {
    if let index = relationIndex[name] { return (relations[index], false) }
    return inverseIndex[name].map { (relations[$0], true) }
  }

  /// The types and all their supertypes, each once: the labels of a node.
  public func labels(of types: [String]) -> [String] {
    var labels: [String] = []
    for type in types {
      for label in closures[type] ?? [type] where !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  /// Whether the types and all their supertypes are declared.
  func knows(_ types: [String]) -> Bool {
    isWhole && !types.isEmpty && labels(of: types).allSatisfy { typeIndex[$0] != nil }
  }

  /// Whether somebody misses a description of a thing with these labels: unless its types say otherwise, the nearest of them first.
  public func needsDescription(_ labels: [String]) -> Bool {
    let deciding = labels.filter { type($0)?.isSelfExplanatory != nil }
    let nearest = deciding.filter { label in !deciding.contains { $0 != label && self.labels(of: [$0]).contains(label) } }
    return nearest.isEmpty || nearest.contains { type($0)?.isSelfExplanatory == false }
  }

  /// The properties that the types and their supertypes have.
  public func propertyNames(of types: [String]) -> [String] {
    labels(of: types).flatMap { type($0)?.properties.map(\.value) ?? [] }
  }

  /// The names of relationship types and of their inverses.
  public var relationNames: [String] {
    relations.flatMap { relation in [relation.name.value] + (relation.inverse.map { [$0.value] } ?? []) }
  }

  /// Whether something with these labels may stand where `allowed` is asked for.
  public func admits(_ labels: [String], where allowed: [Spanned<String>]) -> Bool {
    allowed.isEmpty || allowed.contains { $0.value == Self.anyType || labels.contains($0.value) || !knows([$0.value]) }
  }

  /// The name that stands for every type.
  public static let anyType = "Any"
}

// MARK: - Parts

/// What a schema entry is called.
public struct DisplayNames: Hashable, Sendable {
  public var english: String?
  public var french: String?
  /// What it means, in a sentence.
  public var meaning: String?
}

/// A type of node.
public struct NodeType: Sendable {
  public var name: Spanned<String>
  public var names: DisplayNames
  public var supertypes: [Spanned<String>]
  public var properties: [Spanned<String>]
  /// Relationship types, inverses and properties that a thing of this type is expected to have.
  public var expects: [Spanned<String>] = []
  /// Whether the name of a thing of this type says all that there is to say of it, so that nobody misses a description; nil where the
  /// supertypes decide.
  public var isSelfExplanatory: Bool?
}

/// A type of relationship.
public struct RelationType: Sendable {
  public var name: Spanned<String>
  public var names: DisplayNames
  /// The types at its start; any, where it is empty.
  public var from: [Spanned<String>]
  /// The types at its end; any, where it is empty.
  public var to: [Spanned<String>]
  public var inverse: Spanned<String>?
  public var isSymmetric: Bool
  public var cardinality: Cardinality?
  /// Whether the cardinality holds at each moment rather than for ever.
  public var holdsAtATime: Bool
  public var qualifiers: [Spanned<String>]
  /// The most objects that one subject has at a time; nil where there is no bound beside the cardinality.
  public var atMost: Int?
  /// Relationship types and inverses that cannot stand between the same two at the same time.
  public var excludes: [Spanned<String>] = []
  /// What the relations to one object add up to at most at a time.
  public var total: QualifierTotal?
}

/// A bound on the sum of a qualifier, such as shares of 100 %.
public struct QualifierTotal: Hashable, Sendable {
  public var qualifier: Spanned<String>
  public var limit: Double
}

public enum Cardinality: String, Hashable, Sendable, CaseIterable {
  case oneToOne = "one-to-one"
  case oneToMany = "one-to-many"
  case manyToOne = "many-to-one"
  case manyToMany = "many-to-many"
}

/// A property of nodes, or a qualifier of relationships.
public struct PropertyDefinition: Sendable {
  public var name: Spanned<String>
  public var names: DisplayNames
  public var type: PropertyType
  /// How far two numbers may differ and still agree; exact where nothing is said.
  public var tolerance: Tolerance?
  /// Whether it does not change with time, so that numbers of different dates are compared.
  public var isConstant = false
}

/// A difference that does not count: absolute, or as a share of the larger number.
public enum Tolerance: Hashable, Sendable {
  case absolute(Double)
  /// 0.05 for 5 %.
  case relative(Double)

  /// Whether two numbers agree.
  public func admits(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .absolute(let most): abs(a - b) <= most
    case .relative(let share): abs(a - b) <= share * max(abs(a), abs(b))
    }
  }
}

public enum PropertyType: String, Hashable, Sendable, CaseIterable {
  case text, integer, number, date, boolean, url
  /// The id of an entity.
  case reference
}

/// A predicate that only claims have.
public struct ClaimPredicate: Sendable {
  public var name: Spanned<String>
  public var names: DisplayNames
  /// Whether a subject has one value of it only.
  public var isFunctional = false
}

/// The way in which something is claimed.
public struct Modality: Sendable {
  public var name: Spanned<String>
  public var names: DisplayNames
  /// Whether a positive claim of this modality supports the relation that says the same.
  public var isAccepted: Bool
}
