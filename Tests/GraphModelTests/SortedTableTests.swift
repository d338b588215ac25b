import GraphModel
import Testing

@Suite("Sorted tables")
struct SortedTableTests {
  /// A dictionary is the oracle, over random changes.
  @Test func answersAsADictionaryDoes() {
    var random = SystemRandomNumberGenerator()
    var table = SortedTable<Int, String>()
    var oracle: [Int: String] = [:]
    for step in 0..<2_000 {
      let key = Int.random(in: -20...20, using: &random)
      let value = Bool.random(using: &random) ? "\(step)" : nil
      table[key] = value
      oracle[key] = value
      #expect(table.count == oracle.count)
      let other = Int.random(in: -21...21, using: &random)
      #expect(table[other] == oracle[other])
    }
    #expect(table.map(\.key) == oracle.keys.sorted())
    #expect(table.map(\.value) == oracle.sorted { $0.key < $1.key }.map(\.value))
  }

  @Test func equalByWhatIsInIt() {
    var a = SortedTable<Int, String>()
    var b = a
    a[1] = "x"
    a[2] = "y"
    b[2] = "y"
    #expect(a != b)
    b[1] = "x"
    #expect(a == b)
    b[1] = "z"
    #expect(a != b)
  }
}
