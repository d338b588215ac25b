import Diagnostics
import GraphFiles
import Testing

/// One change to the sample project, and everything that is then reported.
struct FaultCase: Sendable, CustomTestStringConvertible {
  var path: String
  var old: String
  var new: String
  var expected: [String]
  var testDescription: String { new }

  init(_ path: String, _ old: String, _ new: String, _ expected: String...) {
    self.path = path
    self.old = old
    self.new = new
    self.expected = expected
  }
}

@Suite struct FaultTests {
  @Test func `the sample project is right`() {
    #expect(SampleProject.faults(SampleProject.files) == [])
  }

  @Test(arguments: FaultCase.all) func `each fault is reported with its place`(_ fault: FaultCase) {
    let files = SampleProject.broken(fault.path, fault.old, fault.new)
    let found = SampleProject.faults(files)
    #expect(found == fault.expected)
  }
}
