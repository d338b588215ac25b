import Foundation
import TestKit
import Testing

/// What is wrong with one article, one line or one option ends nothing else and destroys nothing.
@Suite("Faults of what sillage link is given")
struct LinkFaultTests {
  private let folder: TemporaryFolder
  private static let text = "La nouvelle Alpine A390 arrive."

  init() throws {
    folder = try TemporaryFolder()
    try write(
      "entities.json",
      #"[{"id":"alpine","type":"brand","name":"Alpine"},{"id":"a390","type":"vehicle","name":"Alpine A390","links":["alpine"]}]"#)
    try write("d.jsonl", Self.documents(["1", "2", "3"]))
  }

  private static func documents(_ ids: [String]) -> String {
    ids.map { #"{"id":"\#($0)","text":"\#(text)"}"# + "\n" }.joined()
  }

  private func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  private func write(_ name: String, _ data: Data) throws {
    let file = folder.url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  private func read(_ name: String) throws -> String { try String(contentsOfFile: folder.path(name), encoding: .utf8) }

  private func link(_ arguments: String..., input: String = "") throws -> Program {
    try Program(["link", "--catalogue", "entities.json"] + arguments, input: input, environment: [:], folder: folder.url)
  }

  @Test func theInputIsNeverTheOutput() throws {
    let before = try read("d.jsonl")
    try FileManager.default.createSymbolicLink(atPath: folder.path("soft.jsonl"), withDestinationPath: "d.jsonl")
    try FileManager.default.linkItem(atPath: folder.path("d.jsonl"), toPath: folder.path("hard.jsonl"))
    for output in ["d.jsonl", "./d.jsonl", "soft.jsonl", "hard.jsonl"] {
      let done = try link("--jsonl", "d.jsonl", "-o", output)
      #expect(done.status == 73 && done.errors.contains("cannot write \(output): it is the same file as d.jsonl"), "\(done)")
      #expect(try read("d.jsonl") == before)
    }
    let names = try read("entities.json")
    #expect(try link("--jsonl", "d.jsonl", "-o", "entities.json").status == 73)
    #expect(try read("entities.json") == names)
    let missing = try link("--jsonl", "d.jsonl", "none.jsonl", "-o", "out.jsonl")
    #expect(missing.status == 66 && missing.errors.contains("none.jsonl"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out.jsonl")))
  }

  @Test(arguments: [
    ("{\"id\":\"zzz\",\"mentions\":[]}\n", #"x:1: the result is of "zzz", and the document at d.jsonl:1 has the id "1""#),
    ("{\"id\":\"1\",\"mentions\":[]}\n{\"id\":\"3\",\"mentions\":[]}\n", #"x:2: the result is of "3", and the document at d.jsonl:2 has the id "2""#),
    ("not json\n", "x:1:1: the line is no result"), ("not json", "x:1: the line is no result"),
    ("{\"id\":\"1\",\"mentions\":[]}\n{\"id\":\"2\"}\n", "x:2: the line is no result"),
    ((1...4).map { "{\"id\":\"\($0)\",\"mentions\":[]}\n" }.joined(), "x:4: the results go on behind the last document"),
  ])
  func resultsOfOtherDocumentsAreNotGoneOnBehind(_ results: String, _ message: String) throws {
    try write("x", results)
    let done = try link("--jsonl", "d.jsonl", "-o", "x", "--resume")
    #expect(done.status == 65 && done.errors.contains("error[E607]: " + message), "\(done.errors)")
    #expect(try read("x") == results)
  }

  /// Documents without an id, and lines that are none, are known by their numbers.
  @Test func resultsOfTheSameDocumentsAreGoneOnBehind() throws {
    try write("mixed.jsonl", "{\"text\":\"Alpine\"}\n{bad\n{\"id\":null,\"text\":\"\"}\n" + Self.documents(["2", "a"]))
    let whole = try link("--jsonl", "mixed.jsonl")
    let lines = whole.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0 + "\n" }
    #expect(lines.count == 5)
    for kept in 0...5 {
      for cut in ["", "{\"i", "{\"id\":\"x\",\"ment"] {
        try write("x", lines.prefix(kept).joined() + cut)
        let rest = try link("--jsonl", "mixed.jsonl", "-o", "x", "--resume")
        #expect(try rest.output.isEmpty && read("x") == whole.output, "\(kept) and \(cut): \(rest.errors)")
      }
    }
    let twice = try link("--jsonl", "d.jsonl", "d.jsonl")
    try write("x", twice.lines.prefix(4).joined(separator: "\n") + "\n")
    #expect(try link("--jsonl", "d.jsonl", "d.jsonl", "-o", "x", "--resume").status == 0)
    #expect(try read("x") == twice.output)
  }

  @Test func aBadFileEndsNothing() throws {
    for name in ["f/1.txt", "f/3.txt", "f/sub/1.txt"] { try write(name, Self.text) }
    try write("f/2.txt", Data([0x63, 0x61, 0x66, 0xE9]))
    let all = try link("f")
    #expect(all.status == 65 && all.errors.contains("E601") && all.errors.contains("f/2.txt:1:4"), "\(all)")
    let paths = all.lines.compactMap { line in ["f/1.txt", "f/3.txt", "f/sub/1.txt"].first { line.hasSuffix("\"path\":\"\($0)\"}") } }
    #expect(paths == ["f/1.txt", "f/3.txt", "f/sub/1.txt"] && all.lines.count == 3)
    let named = try link("f/1.txt", "none.txt", "no*.md", "f/3.txt", "--format", "list")
    #expect(named.status == 66 && named.errors.contains("none.txt") && named.errors.contains("no file fits the pattern"), "\(named)")
    #expect(named.output.contains("f/1.txt: 1 mention") && named.output.contains("f/3.txt: 1 mention"))
    let why = try link("f", "--why")
    #expect(why.status == 65 && why.lines.count == 3)
    #expect(try link("f/2.txt").status == 65 && link("f/2.txt", "--why").status == 65)
  }

  @Test func tablesTellFilesApart() throws {
    for name in ["f/1.txt", "f/sub/1.txt"] { try write(name, Self.text) }
    let table = try link("f", "--format", "csv")
    #expect(table.lines.count == 3 && table.lines[0].hasSuffix(",uncertain,path"))
    #expect(table.lines[1].hasPrefix("1,12,23,") && table.lines[1].hasSuffix(",f/1.txt") && table.lines[2].hasSuffix(",f/sub/1.txt"))
  }

  @Test func aFaultyLineIsToldByItsNumber() throws {
    let done = try link(
      "--jsonl",
      input: "{\"id\":\"a\",\"text\":\"\",\"format\":\"pdf\"}\n{bad\n{\"id\":2,\"text\":\"\"}\n"
        + "{\"text\":\"\",\"format\":7}\n{\"text\":\"a\\u0000\"}\n")
    #expect(done.status == 1)
    #expect(done.errors.contains("<stdin>:1: the document has no format `pdf`"))
    #expect(done.errors.contains("<stdin>:4: the document has a number as its format") && done.errors.contains("<stdin>:5"))
    let beginnings = [
      #"{"id":"a","line":1,"error":{"code":"E606","#, #"{"id":null,"line":2,"error":{"code":"E606","#, #"{"id":2,"mentions":[]}"#,
      #"{"id":null,"line":4,"error":{"code":"E606","#, #"{"id":null,"line":5,"error":{"code":"E602","#,
    ]
    #expect(done.lines.count == 5)
    for (line, beginning) in zip(done.lines, beginnings) { #expect(line.hasPrefix(beginning)) }
  }

  /// A line that is too long is neither kept nor linked, and the next one is.
  @Test func aLineThatIsTooLong() throws {
    let long = "{\"id\":\"long\",\"text\":\"" + String(repeating: " ", count: 64 << 20) + "\"}\n"
    let done = try link("--jsonl", input: long + Self.documents(["1"]))
    #expect(done.status == 1 && done.errors.contains("<stdin>:1: the line is longer than 64 MB"))
    #expect(done.lines.count == 2 && done.lines[0].hasPrefix(#"{"id":null,"line":1,"error":"#))
    #expect(done.lines.last?.hasPrefix(#"{"id":"1","mentions":[{"start":12,"#) == true)
  }

  @Test(arguments: [
    (["--jsonl", "--why"], "--why"), (["--jsonl", "--why-not", "alpine"], "--why-not"), (["--jsonl", "--format", "csv"], "--format csv"),
    (["--jsonl", "--format", "html"], "--format html"), (["--jsonl", "--allow-local"], "--allow-local"), (["-", "--why", "--format", "html"], "html"),
    (["-", "--why-not", "alpine", "--format", "csv"], "csv"), (["--eval", "x", "--format", "jsonld"], "jsonld"),
    (["--eval", "x", "--jsonl"], "--eval"), (["-", "--errors", "3"], "--eval"),
  ])
  func optionsThatWouldBeIgnored(_ arguments: [String], _ word: String) throws {
    let done = try Program(["link", "--catalogue", "entities.json"] + arguments, input: "", environment: [:], folder: folder.url)
    #expect(done.status == 64 && done.output.isEmpty && done.errors.contains(word) && done.errors.contains("help: "), "\(done)")
  }

  @Test func standardInputNeedsNoName() throws {
    let done = try link(input: Self.text)
    #expect(try done.status == 0 && done.output == link("-", input: Self.text).output && done.lines.count == 1)
  }

  @Test func theResolverThatIsMissingIsNamed() throws {
    let done = try Program(
      ["link", "--catalogue", "entities.json", "--allow-local", "http://127.0.0.1:9/a"], input: "", environment: ["PATH": "/nowhere"],
      folder: folder.url)
    #expect(done.status == 65 && done.errors.contains("`getent` is needed") && done.errors.contains("libc-bin"), "\(done.errors)")
  }

  /// Programs that are started do not outlive this one, however it ends. The system tells of Linux programs alone.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/cmdline")))
  func aFetchEndsWithTheProgram() throws {
    let note = folder.path("number")
    try write("bin/getent", "#!/bin/sh\necho 127.0.0.1 STREAM\n")
    try write("bin/curl", "#!/bin/sh\necho $$ > '\(note).new'\nmv '\(note).new' '\(note)'\nexec sleep 300\n")
    for name in ["bin/getent", "bin/curl"] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path(name))
    }
    let process = Process()
    process.executableURL = Program.file
    process.arguments = ["link", "--catalogue", "entities.json", "--allow-local", "http://127.0.0.1:9/a"]
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": folder.path("bin") + ":/usr/bin:/bin"]
    try process.run()
    try wait { FileManager.default.fileExists(atPath: note) }
    let number = try #require(Int32(try read("number").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(!isGone(number))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try wait { isGone(number) }
    #expect(isGone(number))
    if !isGone(number) { kill(number, SIGKILL) }
  }

  /// One that has ended and is waited for by nobody has no command line any more.
  private func isGone(_ process: Int32) -> Bool {
    (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/cmdline")))?.isEmpty ?? true
  }

  private func wait(_ isDone: () -> Bool) throws {
    let end = ContinuousClock.now + .seconds(20)
    while !isDone(), ContinuousClock.now < end { usleep(10_000) }
  }
}
