import Testing

@Suite("Files and functions stay small")
struct SizeTests {
  /// Flat switches that may be longer than other functions, each with its reason.
  private let flatSwitches: [String: String] = [:]

  @Test(arguments: Repository.sources + Repository.tests)
  func files(file: Repository.File) {
    #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
  }

  @Test(arguments: Repository.sources)
  func functions(file: Repository.File) {
    for function in SwiftSource(file.text).functions where flatSwitches["\(file.path) \(function.name)"] == nil {
      #expect(function.length <= 70, "\(file.path):\(function.line): \(function.name) has \(function.length) lines")
    }
  }
}
