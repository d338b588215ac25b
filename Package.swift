// swift-tools-version: 6.2
import PackageDescription

/// Types such as `Dictionary<String, Int>` are made by a call that knows how their parts are hashed. The compiler would save a few bytes by
/// their names, which the runtime reads when it first needs them, by a search through all types of the program: half of what a short query
/// takes to start. Whether two accesses to one variable overlap is checked in debug builds and tests alone: up to a fifteenth of the
/// instructions. A package takes no such flags from one that it depends on.
let fastRelease: [SwiftSetting] =
  Context.packageDirectory.contains("/checkouts/")
  ? []
  : [
    .unsafeFlags(
      ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors", "-enforce-exclusivity=unchecked"],
      .when(configuration: .release))
  ]

/// What every target is compiled with. A warning is an error; each unsafe expression is marked.
let houseRules: [SwiftSetting] = fastRelease + [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The rooms that linking spends its time in are made into one piece each, so that calls between their files are inlined, too.
let inOnePiece: [SwiftSetting] =
  Context.packageDirectory.contains("/checkouts/")
  ? []
  : [.unsafeFlags(["-Xfrontend", "-enable-single-module-llvm-emission"], .when(configuration: .release))]

/// On Linux the released program holds all its libraries and starts in half the time: nothing is looked up or moved when it is
/// loaded. It is written at once and not through a mapping, so that the system keeps it in large pieces and maps many pages at a time
/// when it starts: 222 page faults in place of 395. `SILLAGE_LINKING=dynamic` links it as usual, for systems without static libraries. The
/// parts of Foundation are named since a build for the shared Foundation does not name them.
let programLinking: [LinkerSetting] =
  Context.environment["SILLAGE_LINKING"] == "dynamic"
  ? []
  : [
    .unsafeFlags(
      [
        "-static-executable", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
        "-l_FoundationCollections", "-lstdc++", "-Xlinker", "--no-mmap-output-file",
      ],
      .when(platforms: [.linux], configuration: .release))
  ]

/// A room of the house and the doors that open from it. `Tests/TidyTests` holds every import to this table.
struct Room {
  var name: String
  var opensOnto: [String]
  var packages: [Target.Dependency] = []
  /// What it is compiled with beside the ``houseRules``.
  var settings: [SwiftSetting] = []
}

/// The architecture, read from top to bottom: no room opens onto one below it.
let rooms: [Room] = [
  Room(name: "Diagnostics", opensOnto: []),
  Room(name: "GraphModel", opensOnto: []),
  Room(name: "ChildProcesses", opensOnto: ["CLaunch"]),
  Room(name: "CypherSyntax", opensOnto: ["Diagnostics"]),
  Room(name: "CypherPlanner", opensOnto: ["Diagnostics", "GraphModel", "CypherSyntax"]),
  Room(name: "CypherEngine", opensOnto: ["Diagnostics", "GraphModel", "CypherPlanner"]),
  Room(name: "SQLiteGraph", opensOnto: ["GraphModel", "CSQLite", "CStoreFiles"]),
  Room(
    name: "GraphFiles", opensOnto: ["Diagnostics", "GraphModel"],
    packages: [.product(name: "Yams", package: "Yams")]),
  Room(name: "Strategy", opensOnto: ["Diagnostics", "GraphModel", "GraphFiles", "CDigest"]),
  Room(name: "ResultFormats", opensOnto: ["GraphModel"]),
  Room(name: "ArticleText", opensOnto: ["Diagnostics", "ChildProcesses", "ResultFormats", "CGumbo"], settings: inOnePiece),
  Room(name: "EntityLinking", opensOnto: ["GraphModel", "ArticleText"], settings: inOnePiece),
  Room(name: "Diagrams", opensOnto: ["GraphModel", "ChildProcesses"]),
  Room(name: "Interchange", opensOnto: ["Diagnostics", "GraphModel", "CZlib"]),
  Room(
    name: "Sillage",
    opensOnto: [
      "Diagnostics", "GraphModel", "CypherSyntax", "CypherPlanner", "CypherEngine", "SQLiteGraph", "GraphFiles",
      "Strategy", "ArticleText", "EntityLinking", "Diagrams", "Interchange", "ResultFormats", "CDigest", "CCues",
    ]),
]

/// The rooms with tests of their own. The other test targets are listed below them.
let testedRooms = [
  "Diagnostics", "GraphModel", "CypherSyntax", "CypherPlanner", "CypherEngine", "SQLiteGraph", "GraphFiles", "Strategy",
  "ArticleText", "EntityLinking", "Diagrams", "Interchange", "ResultFormats", "Sillage",
]

var targets: [Target] = [
  .systemLibrary(
    name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CGumbo", path: "Sources/CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
  .target(name: "CStoreFiles", dependencies: ["CSQLite"], path: "Sources/CStoreFiles"),
  .target(name: "CCues", path: "Sources/CCues"),
  .systemLibrary(name: "CStack", path: "Sources/CStack"),
  .systemLibrary(name: "CLaunch", path: "Sources/CLaunch"),
  .systemLibrary(name: "CDigest", path: "Sources/CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
]
targets += rooms.map { room in
  .target(
    name: room.name, dependencies: room.opensOnto.map { .target(name: $0) } + room.packages,
    swiftSettings: houseRules + room.settings)
}
targets.append(
  .executableTarget(
    name: "SillageCLI",
    dependencies: ["Sillage", "CStack", .product(name: "ArgumentParser", package: "swift-argument-parser")],
    swiftSettings: houseRules, linkerSettings: programLinking))
targets.append(.executableTarget(name: "SillageConformance", dependencies: ["Sillage"], swiftSettings: houseRules))
targets.append(.executableTarget(name: "LinkingSpeed", dependencies: ["Sillage"], swiftSettings: houseRules))
targets.append(.executableTarget(name: "LearnCollocations", dependencies: ["Sillage"], swiftSettings: houseRules))
targets.append(
  .target(
    name: "TestKit", dependencies: ["GraphModel", "Diagnostics"], path: "Tests/TestKit", swiftSettings: houseRules))
targets += testedRooms.map { name in
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "TestKit"] + (name == "EntityLinking" ? ["Sillage"] : [])
      + (rooms.first { $0.name == name }?.opensOnto ?? []).map { .target(name: $0) },
    swiftSettings: houseRules)
}
targets += [
  .testTarget(
    name: "DifferentialTests",
    dependencies: [
      "Sillage", "SQLiteGraph", "CypherSyntax", "CypherPlanner", "CypherEngine", "Diagnostics", "GraphModel", "TestKit",
    ],
    swiftSettings: houseRules),
  .testTarget(name: "CommandTests", dependencies: ["SillageCLI", "Sillage", "TestKit"], swiftSettings: houseRules),
  .testTarget(
    name: "DurabilityTests", dependencies: ["SillageCLI", "Sillage", "TestKit"], exclude: ["Faults"], swiftSettings: houseRules),
  .testTarget(name: "TidyTests", dependencies: ["TestKit"], swiftSettings: houseRules),
  .testTarget(
    name: "CorpusTests", dependencies: ["Sillage", "TestKit"], exclude: ["Cases"], swiftSettings: houseRules),
]

let package = Package(
  name: "Sillage",
  products: [
    .library(name: "Sillage", targets: ["Sillage"]),
    .executable(name: "sillage", targets: ["SillageCLI"]),
    .executable(name: "sillage-conformance", targets: ["SillageConformance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: targets)
