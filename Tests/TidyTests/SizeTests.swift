import Testing

@Suite("Files and functions stay small")
struct SizeTests {
  /// Flat switches that may be longer than other functions, each with its reason.
  private let flatSwitches: [String: String] = [:]

  @Test(arguments: Repository.sources + Repository.tests)
  func files(file: Repository.File) {
    #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
  }

  /// Code is broken by `swift format` at the length that `.swift-format` says; lines of texts may be longer.
  @Test(arguments: Repository.sources)
  func lines(file: Repository.File) {
    for (number, line) in file.lines.enumerated() where line.count > 150 {
      let code = line.drop { $0 == " " }
      #expect(code.hasPrefix("\"") || code.hasPrefix("- "), "\(file.path):\(number + 1) has \(line.count) characters")
    }
  }

  @Test(arguments: Repository.sources)
  func functions(file: Repository.File) {
    for function in SwiftSource(file.text).functions where flatSwitches["\(file.path) \(function.name)"] == nil {
      #expect(function.length <= 70, "\(file.path):\(function.line): \(function.name) has \(function.length) lines")
    }
  }
}
