import Diagrams
import Foundation
import Testing

@Suite struct RendererTests {
  private let dot = "digraph { \"a\" -> \"b\" }"

  @Test(arguments: [(DiagramFormat.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF")])
  func eachFormatBeginsAsItShould(_ format: DiagramFormat, _ start: String) throws {
    let picture = try GraphvizRenderer().render(dot: dot, format: format)
    #expect(picture.prefix(5).starts(with: start.unicodeScalars.map { UInt8($0.value) }))
  }

  @Test func aMissingProgramIsNamedWithWhatToInstall() {
    let renderer = GraphvizRenderer(executable: "no-such-dot-here")
    #expect(renderer.isAvailable == false)
    let error = #expect(throws: RenderError.self) { try renderer.render(dot: dot, format: .svg) }
    #expect(error == .missing(executable: "no-such-dot-here"))
    #expect(error?.hint.contains("apt-get install graphviz") == true)
    #expect(GraphvizRenderer(executable: "/nowhere/dot").isAvailable == false)
    #expect(GraphvizRenderer(executable: "").isAvailable == false)
  }

  @Test func refusedTextIsAFailureWithTheProgramsOwnWords() {
    let error = #expect(throws: RenderError.self) { try GraphvizRenderer().render(dot: "digraph { a -> ", format: .svg) }
    guard case .failed(let status, let words) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(status == 1)
    #expect(words.contains("syntax error"))
  }

  @Test func outputOfAFailureIsDiscarded() throws {
    let error = try failure(of: "cat > /dev/null; echo '<svg/>'; echo 'lost an edge' >&2; exit 1")
    #expect(error == .failed(status: 1, standardError: "lost an edge"))
  }

  @Test func aSlowProgramIsEnded() throws {
    let start = ContinuousClock.now
    let error = try failure(of: "exec sleep 30", limit: .milliseconds(300))
    #expect(error == .timedOut(seconds: 0.3))
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(error?.message == "the layout was not finished after 0.3 s")
  }

  @Test func aProgramThatClosesItsOutputAndStaysIsEnded() throws {
    let error = try failure(of: "exec >&- 2>&-; exec sleep 30", limit: .milliseconds(300))
    #expect(error == .timedOut(seconds: 0.3))
  }

  @Test func aProgramThatEndsItselfBySignalIsAFailure() throws {
    #expect(try failure(of: "kill -ABRT $$") == .killed(signal: 6))
  }

  /// Reading nothing must neither hang nor raise SIGPIPE here.
  @Test func aProgramThatDoesNotReadIsNoDanger() throws {
    let picture = try withScript("echo done") { path in
      try GraphvizRenderer(executable: path).render(dot: String(repeating: "x", count: 4_000_000), format: .svg)
    }
    #expect(String(decoding: picture, as: UTF8.self) == "done\n")
  }

  /// Both directions at once, far above what a channel buffers.
  @Test func largeInputAndOutputDoNotWaitForEachOther() throws {
    let text = String(repeating: "0123456789abcdef", count: 400_000)
    let picture = try withScript("exec cat") { path in
      try GraphvizRenderer(executable: path, timeLimit: .seconds(60)).render(dot: text, format: .svg)
    }
    #expect(picture == Array(text.utf8))
  }

  @Test func aFileThatCannotRunIsSaidSo() throws {
    let error = try withScript("", interpreter: "/nowhere/sh") { path in
      #expect(throws: RenderError.self) { try GraphvizRenderer(executable: path).render(dot: dot, format: .svg) }
    }
    guard case .couldNotStart(_, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason == "No such file or directory")
  }

  private func failure(of script: String, limit: Duration = .seconds(30)) throws -> RenderError? {
    try withScript(script) { path in
      #expect(throws: RenderError.self) {
        try GraphvizRenderer(executable: path, timeLimit: limit).render(dot: dot, format: .svg)
      }
    }
  }

  private func withScript<T>(_ body: String, interpreter: String = "/bin/sh", _ use: (String) throws -> T) throws -> T {
    let file = FileManager.default.temporaryDirectory.appending(path: "dot-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.write("#!\(interpreter)\n\(body)\n", file)
    return try use(file.path)
  }

  /// Another process writes the file: one that is open here while another test starts a program could not be run then.
  private static func write(_ script: String, _ file: URL) throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "printf %s \"$1\" > \"$0\" && chmod 755 \"$0\"", file.path, script]
    try shell.run()
    shell.waitUntilExit()
  }
}
