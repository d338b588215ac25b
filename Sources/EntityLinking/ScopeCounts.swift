import GraphModel

/// How often words of the counted classes occur in each sentence, paragraph or article.
struct ScopeCounts: Sendable {
  private static let counted: [WordClass] = [
    .automotive, .industry, .town, .finance, .racing, .past, .electric, .role, .driving,
  ]
  private static let size = 9

  /// The place of a class among those counted, or -1.
  @inline(__always)
  private static func place(of wordClass: WordClass) -> Int {
    switch wordClass {
    case .automotive: 0
    case .industry: 1
    case .town: 2
    case .finance: 3
    case .racing: 4
    case .past: 5
    case .electric: 6
    case .role: 7
    case .driving: 8
    default: -1
    }
  }

  /// The same of each class by its bit.
  private static let places: [Int] = WordClass.allCases.map(place)
  /// All of them.
  static let any = counted.reduce(into: WordClasses([])) { $0.formUnion(WordClasses($1)) }

  private var counts: [UInt16]
  /// For each scope, whether it has a year before 2000.
  private var oldYears: [Bool]

  /// Counts for the scopes that words are numbered with in ascending order.
  /// - Parameters:
  ///   - numbers: the words of digits only.
  ///   - telling: those of counted classes, and maybe others, in any order.
  init(words: [Word], numbers: [Int32], classes: [WordClasses], of telling: [Int32], scopeOf: [Int32]) {
    let scopes = Int(scopeOf.last ?? 0) + 1
    counts = Array(filledWith: 0, count: scopes * Self.size)
    oldYears = Array(filledWith: false, count: scopes)
    for number in numbers where OldYear.isOne(Int(number), words, classes) { oldYears[Int(scopeOf[Int(number)])] = true }
    Self.count(classes, of: telling, scopeOf, &counts)
  }

  private static func count(_ classes: [WordClasses], of telling: [Int32], _ scopeOf: [Int32], _ counts: inout [UInt16]) {
    let (any, places) = (any, places)
    var counts = counts.mutableSpan
    for index in telling {
      let scope = Int(scopeOf[Int(index)])
      var rest = classes[Int(index)].rawValue & any.rawValue
      while rest != 0 {
        add(1, to: &counts[scope * size + places[rest.trailingZeroBitCount]])
        rest &= rest - 1
      }
    }
  }

  /// Sums for larger scopes, each of which begins with one of the given smaller ones.
  init(_ small: ScopeCounts, by starts: [Int32]) {
    counts = Array(filledWith: 0, count: starts.count * Self.size)
    oldYears = Array(filledWith: false, count: starts.count)
    Self.add(small, by: starts, &counts, &oldYears)
  }

  private static func add(_ small: ScopeCounts, by starts: [Int32], _ counts: inout [UInt16], _ oldYears: inout [Bool]) {
    var large = 0
    var counts = counts.mutableSpan
    var oldYears = oldYears.mutableSpan
    for scope in small.oldYears.indices {
      while large + 1 < starts.count, starts[large + 1] <= scope { large += 1 }
      if small.oldYears[scope] { oldYears[large] = true }
      for place in 0..<size {
        add(small.counts[scope * size + place], to: &counts[large * size + place])
      }
    }
  }

  @inline(__always)
  private static func add(_ count: UInt16, to sum: inout UInt16) {
    let (new, overflow) = sum.addingReportingOverflow(count)
    sum = overflow ? .max : new
  }

  /// How often a counted class occurs in a scope; never for a class that is not counted.
  @inline(__always)
  func count(_ wordClass: WordClass, in scope: Int32) -> Int {
    let place = Self.place(of: wordClass)
    return place < 0 ? 0 : Int(counts[Int(scope) * Self.size + place])
  }

  /// How many scopes have a year before 2000. Cost: the scopes.
  var oldYearCount: Int { oldYears.count { $0 } }

  func hasOldYear(_ scope: Int32) -> Bool { oldYears[Int(scope)] }
}
