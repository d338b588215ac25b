import TestKit
import Testing

@testable import CypherEngine

/// An element by its place in an order, without sorting.
@Suite struct PlaceTests {
  @Test func theElementAtAPlaceIsThatOfTheSortedOnes() {
    var random = SystemRandomNumberGenerator()
    let shapes: [[Int]] = [
      [7], [2, 1], Array(0..<200), Array((0..<200).reversed()), Array(repeating: 3, count: 150), (0..<300).map { $0 % 7 },
      (0..<400).map { $0 < 200 ? $0 : 400 - $0 }, (0..<500).map { _ in Int.random(in: -50...50, using: &random) },
    ]
    for numbers in shapes {
      let sorted = numbers.sorted()
      for place in Set([0, numbers.count / 3, numbers.count / 2, numbers.count - 1]) {
        var settled = numbers
        settled.settle(place, by: <)
        #expect(settled[place] == sorted[place])
        #expect(settled[..<place].allSatisfy { $0 <= sorted[place] } && settled[place...].allSatisfy { $0 >= sorted[place] })
        #expect(settled.sorted() == sorted)
      }
    }
  }

  /// An order that meets bad pivots does not take more than sorting does, many times over.
  @Test func badPivotsEndInSorting() {
    // Built against the median of three (Musser, 1997): even places hold the small numbers.
    let half = 4_000
    var numbers: [Int] = []
    for at in 1...half { numbers.append(at % 2 == 1 ? at : half + at - 1) }
    for at in 1...half { numbers.append(2 * at) }
    var compared = 0
    var settled = numbers
    settled.settle(half) { a, b in
      compared += 1
      return a < b
    }
    #expect(settled[half] == numbers.sorted()[half])
    #expect(compared < 60 * numbers.count)
  }
}
