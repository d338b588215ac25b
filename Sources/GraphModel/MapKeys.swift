/// The keys of a map, or of many that are alike, each once and in order.
public final class MapKeys: Sendable {
  /// No keys.
  public static let none = MapKeys(KeyPlaces())

  private let places: KeyPlaces

  init(_ places: KeyPlaces) { self.places = places }

  /// Names that are known to differ from one another.
  public convenience init(distinct names: [String]) { self.init(KeyPlaces(names)) }

  public var names: [String] { places.names }

  /// The key at a place.
  public subscript(place: Int) -> String { places.names[place] }

  /// Where a key stands; nil where it does not. Cost: none that grows.
  public func place(of key: String) -> Int? { places[key] }
}

/// Keys, and where each stands.
struct KeyPlaces {
  /// So few are compared with one another: that costs less than a table.
  private static let few = 8

  private(set) var names: [String] = []
  /// Only of more than a few.
  private var table: [String: Int] = [:]

  /// `names` differ from one another.
  init(_ names: [String] = []) {
    self.names = names
    if names.count > Self.few { fillTable() }
  }

  subscript(key: String) -> Int? {
    names.count > Self.few ? table[key] : names.firstIndex(of: key)
  }

  /// Adds a key that is not there yet.
  mutating func append(_ key: String) {
    names.append(key)
    guard names.count > Self.few else { return }
    if table.isEmpty { fillTable() } else { table[key] = names.count - 1 }
  }

  private mutating func fillTable() {
    for (place, name) in names.enumerated() { table[name] = place }
  }
}
