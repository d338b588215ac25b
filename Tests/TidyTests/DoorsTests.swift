import Foundation
import Testing

/// What the table in `Package.swift` says of a room.
struct RoomEntry {
  var name: String
  var opensOnto: [String]
  var packages: [String]

  /// The rows of the table, read as text, since a package cannot be described while its tests run.
  static let table: [RoomEntry] = {
    let manifest = Repository.text("Package.swift")
    guard let start = manifest.range(of: "let rooms: [Room] = ["),
      let end = manifest.range(of: "\n]", range: start.upperBound..<manifest.endIndex)
    else { return [] }
    return manifest[start.upperBound..<end.lowerBound].split(separator: "Room(").dropFirst().map { row in
      let doors = row.split(separator: "packages:")
      let names = doors[0].matches(of: /"(\w+)"/).map { String($0.1) }
      return RoomEntry(
        name: names[0], opensOnto: Array(names.dropFirst()),
        packages: doors.count > 1 ? doors[1].matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) } : [])
    }
  }()
}

@Suite("Doors between the rooms")
struct DoorsTests {
  /// What comes with the toolchain and opens onto no room.
  private let everywhere: Set<String> = ["Swift", "Synchronization", "Dispatch"]
  /// The programs, which stand below all rooms, and what each is made of.
  private let programs: [String: Set<String>] = [
    "SillageCLI": ["Sillage", "CStack", "ArgumentParser"], "SillageConformance": ["Sillage"], "LinkingSpeed": ["Sillage"],
    "LearnCollocations": ["Sillage"],
  ]
  /// Where full Foundation may be used.
  private let foundationRooms: Set<String> = ["GraphFiles", "Sillage", "SillageCLI", "SillageConformance", "LinkingSpeed", "LearnCollocations"]
  /// The C library, for the places that may hold unsafe code, and for its mathematical functions.
  private let systemModules: Set<String> = ["Glibc", "Musl", "Darwin"]
  private let mathematics = "Sources/CypherEngine/Functions/MathematicalFunctions.swift"

  @Test func theTableIsRead() {
    #expect(RoomEntry.table.count >= 13)
    #expect(RoomEntry.table.first { $0.name == "CypherSyntax" }?.opensOnto == ["Diagnostics"])
    #expect(RoomEntry.table.first { $0.name == "GraphFiles" }?.packages == ["Yams"])
  }

  @Test func noRoomOpensOntoOneBelowIt() {
    var above: Set<String> = ["CSQLite", "CStoreFiles", "CDigest", "CZlib", "CCues", "CGumbo", "CLaunch"]
    for room in RoomEntry.table {
      #expect(Set(room.opensOnto).subtracting(above).isEmpty, "\(room.name)")
      above.insert(room.name)
    }
  }

  @Test(arguments: Repository.sources)
  func everyImportIsADoor(file: Repository.File) {
    let room = RoomEntry.table.first { $0.name == file.folder }
    var doors = everywhere.union(room?.opensOnto ?? []).union(room?.packages ?? [])
    doors.formUnion(programs[file.folder] ?? [])
    if foundationRooms.contains(file.folder) { doors.insert("Foundation") }
    if UnsafePlaces.contain(file) || file.path == mathematics { doors.formUnion(systemModules) }
    #expect(room != nil || programs[file.folder] != nil, "\(file.path) is in no room of the table")
    for name in imports(of: file) {
      #expect(doors.contains(name), "\(file.path) imports \(name)")
    }
  }

  private func imports(of file: Repository.File) -> [String] {
    SwiftSource(file.text).code.split(separator: "\n").compactMap { line in
      line.firstMatch(
        of:
          /^\s*(?:@\w+\s+|public\s+|package\s+|internal\s+|private\s+|fileprivate\s+)*import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
      )
      .map { String($0.1) }
    }
  }
}

/// Where unsafe code may stand, since a C library is called there.
enum UnsafePlaces {
  static let prefixes = [
    "Sources/SQLiteGraph/Driver/", "Sources/SillageCLI/Terminal/", "Sources/ChildProcesses/", "Sources/ArticleText/HTML/HTMLTree+Parsing.swift",
    "Sources/Strategy/Digest",
    "Sources/Sillage/Project/TextFile.swift", "Sources/Sillage/Project/DatabaseMaking.swift", "Sources/Sillage/Linking/BuiltInCues.swift",
    "Sources/GraphFiles/GraphFolder.swift", "Sources/Interchange/Files/",
  ]

  static func contain(_ file: Repository.File) -> Bool { prefixes.contains { file.path.hasPrefix($0) } }
}
