import Testing

@Suite("Words that are not ours")
struct WordsTests {
  @Test func sourcesAreReadByTheseTests() {
    #expect(Repository.sources.count > 20)
    #expect(Repository.tests.count > 10)
  }

  @Test func nothingIsNamedAfterItsUselessness() {
    let banned = /Utils?|Helpers?|Manager|Common/
    let types = /\b(?:class|struct|enum|protocol|actor|typealias)\s+\w*(?:Utils?|Helpers?|Manager|Common)\b/
    let files = Repository.sources + Repository.tests
    #expect(files.filter { $0.path.contains(banned) }.map(\.path) == [])
    #expect(Repository.places(of: types, in: blanked(files)) == [])
  }

  @Test func nothingIsLeftForLaterAndNothingTraps() {
    let banned = /\bTODO\b|\bFIXME\b|\btry!|\bas!|\bfatalError\(|\bpreconditionFailure\(/
    #expect(Repository.places(of: banned, in: Repository.sources) == [])
  }

  @Test func unsafeCodeStaysInItsPlaces() {
    let files = blanked(Repository.sources.filter { !UnsafePlaces.contain($0) })
    #expect(Repository.places(of: /\bunsafe\b|@unchecked/, in: files) == [])
  }

  @Test func onlyTheGateKnowsOfFilesOutside() {
    let outside = "../" + "shared"
    let files = Repository.files("").filter { $0.path != ".ci/run" && $0.text.contains(outside) }
    #expect(files.map(\.path) == [])
  }

  private func blanked(_ files: [Repository.File]) -> [Repository.File] {
    files.map { Repository.File(path: $0.path, text: SwiftSource($0.text).code) }
  }
}
