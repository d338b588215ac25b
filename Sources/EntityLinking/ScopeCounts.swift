import GraphModel

/// How often words of the counted classes occur in each sentence, paragraph or article.
struct ScopeCounts: Sendable {
  private static let counted: [WordClass] = [
    .automotive, .industry, .town, .finance, .racing, .past, .electric, .role, .driving,
  ]
  /// The place of each class among those counted, or -1.
  private static let places: [Int] = WordClass.allCases.map { counted.firstIndex(of: $0) ?? -1 }
  private static let any = counted.reduce(into: WordClasses([])) { $0.formUnion(WordClasses($1)) }

  private var counts: [UInt16]
  /// For each scope, whether it has a year before 2000.
  private var oldYears: [Bool]

  /// Counts for the scopes that words are numbered with in ascending order.
  /// - Parameter numbers: the words of digits only.
  init(words: [Word], numbers: [Int32], classes: [WordClasses], scopeOf: [Int32]) {
    let scopes = Int(scopeOf.last ?? 0) + 1
    counts = Array(filledWith: 0, count: scopes * Self.counted.count)
    oldYears = Array(filledWith: false, count: scopes)
    for number in numbers where OldYear.isOne(Int(number), words, classes) { oldYears[Int(scopeOf[Int(number)])] = true }
    let (any, places) = (Self.any, Self.places)
    for index in [Int32](classes.indices, marked: { classes[$0].isDisjoint(with: any) ? 0 : 1 }) {
      var rest = classes[Int(index)].rawValue & any.rawValue
      repeat {
        add(1, at: Int(scopeOf[Int(index)]) * Self.counted.count + places[rest.trailingZeroBitCount])
        rest &= rest - 1
      } while rest != 0
    }
  }

  /// Sums for larger scopes, each of which begins with one of the given smaller ones.
  init(_ small: ScopeCounts, by starts: [Int32]) {
    counts = Array(filledWith: 0, count: starts.count * Self.counted.count)
    oldYears = Array(filledWith: false, count: starts.count)
    var large = 0
    for scope in small.oldYears.indices {
      while large + 1 < starts.count, starts[large + 1] <= scope { large += 1 }
      if small.oldYears[scope] { oldYears[large] = true }
      for place in 0..<Self.counted.count {
        add(small.counts[scope * Self.counted.count + place], at: large * Self.counted.count + place)
      }
    }
  }

  private mutating func add(_ count: UInt16, at place: Int) {
    let (sum, overflow) = counts[place].addingReportingOverflow(count)
    counts[place] = overflow ? .max : sum
  }

  /// How often a counted class occurs in a scope; never for a class that is not counted.
  func count(_ wordClass: WordClass, in scope: Int32) -> Int {
    let place = Self.places[Int(wordClass.rawValue)]
    return place < 0 ? 0 : Int(counts[Int(scope) * Self.counted.count + place])
  }

  /// How many scopes have a year before 2000. Cost: the scopes.
  var oldYearCount: Int { oldYears.count { $0 } }

  func hasOldYear(_ scope: Int32) -> Bool { oldYears[Int(scope)] }
}
