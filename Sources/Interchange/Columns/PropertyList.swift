/// The properties of all tables of a kind, and their types as far as they are known.
///
/// A property has one type in all tables of a kind. The ids of nodes are the property at place 0, called "" where the tables
/// do not name it.
struct PropertyList: Sendable {
  struct Entry: Sendable {
    var key: String
    var type = PropertyType.nothing
    var isDeclared = false
    /// Ids are integers or texts.
    var isID = false
  }

  private(set) var entries: [Entry] = []

  /// The place of a column's property, which is added where it is new; nil where another table gives it another type.
  mutating func place(of column: HeaderColumn) -> Int? {
    let isID = column.role == .id
    let place = entries.firstIndex { isID ? $0.isID : $0.key == column.key && !$0.isID } ?? entries.count
    if place == entries.count { entries.append(Entry(key: column.key, isID: isID)) }
    if isID, entries[place].key.isEmpty { entries[place].key = column.key }
    if let type = column.type {
      guard !entries[place].isDeclared || entries[place].type == type else { return nil }
      entries[place].type = type
      entries[place].isDeclared = true
    }
    return place
  }

  /// Takes in what fields have shown.
  mutating func widen(_ place: Int, by shown: PropertyType) {
    guard !entries[place].isDeclared else { return }
    let joined = entries[place].type.joined(shown)
    let isNumeral = joined == .nothing || joined == .integer
    entries[place].type = entries[place].isID && !isNumeral ? .text : joined
  }
}
