import Foundation
import TestKit
import Testing

@Suite("What sillage link reads", .serialized)
struct LinkInputTests {
  private let folder: URL
  private var catalogue: String { path("entities.json") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sillage-link-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("in/deep"), withIntermediateDirectories: true)
    try write(
      "entities.json",
      #"[{"id":"alpine","type":"brand","name":"Alpine"},{"id":"a390","type":"vehicle","name":"Alpine A390","links":["alpine"]}]"#)
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func link(_ arguments: String..., input: String = "") throws -> Program {
    try Program(["link", "--catalogue", catalogue] + arguments, input: input, environment: [:])
  }

  @Test func whyTellsOfManyFilesInTheirOrder() throws {
    for number in 100..<170 { try write("in/n\(number).txt", "La nouvelle Alpine A390 arrive.") }
    let why = try link(path("in"), "--why")
    let documents = why.lines.compactMap { line in (100..<170).first { line.contains("\"doc\":\"n\($0)\"") } }
    #expect(why.status == 0 && documents == Array(100..<170), "\(why)")
    try Data([0x41, 0x00, 0x42]).write(to: folder.appendingPathComponent("in/n135.txt"))
    let broken = try link(path("in"), "--why")
    #expect(broken.status == 65 && broken.lines.count == 69 && broken.errors.contains("E602"), "\(broken)")
    let list = try link(path("in/n100.txt"), path("in/n101.txt"), "--why-not", "alpine", "--format", "list")
    #expect(list.errors.contains("n100.txt") && list.errors.contains("n101.txt"))
  }

  @Test func foldersAndPatterns() throws {
    try write("in/b.txt", "La nouvelle Alpine A390 arrive.")
    try write("in/deep/a.md", "Vu chez **Alpine**.")
    try write("in/deep/.hidden.md", "Alpine")
    try write("in/c.log", "Alpine")
    let all = try link(path("in"))
    #expect(all.status == 0 && all.lines.count == 2, "\(all)")
    #expect(all.lines.first?.contains("in/b.txt") == true && all.lines.last?.contains("deep/a.md") == true)
    #expect(try link(path("in") + "/**/*.md").lines.count == 1)
    #expect(try link(path("in") + "/?.t*").lines.count == 1 && link(path("in") + "/*").lines.count == 1)
    let none = try link(path("in") + "/*.html")
    #expect(none.status == 66 && none.errors.contains("no file fits the pattern"))
  }

  /// Ten thousand documents and more: a line for a line, in order, the same on a second run, and after an interruption.
  @Test func aStreamOfDocuments() throws {
    var random = SeededRandom(seed: 1)
    let names = ["Alpine", "l’Alpine A390", "une Alpine", "alpinisme", "rien"]
    let lines = (0..<10_200).map { number in
      let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in names.randomElement(using: &random) ?? "" }
      return #"{"id":"d\#(number)","text":"Vu : \#(words.joined(separator: " et ")). 💡"}"#
    }
    try write("all.jsonl", lines.joined(separator: "\n") + "\n")
    let all = try link("--jsonl", path("all.jsonl"), "--progress")
    #expect(all.status == 0 && all.lines.count == 10_200)
    for (number, line) in all.lines.enumerated() where !line.hasPrefix(#"{"id":"d\#(number)","mentions":["#) {
      Issue.record("line \(number): \(line)")
    }
    #expect(all.errors.contains("10200 documents, "))
    #expect(all.lines[0] == (try link("--jsonl", input: lines[0]).lines[0]))
    let half = all.lines.prefix(5_000).joined(separator: "\n") + "\n" + #"{"id":"d5000","men"#
    try write("out.jsonl", half)
    let rest = try link("--jsonl", path("all.jsonl"), "-o", path("out.jsonl"), "--resume")
    #expect(rest.status == 0 && rest.output.isEmpty)
    #expect(try String(contentsOf: folder.appendingPathComponent("out.jsonl"), encoding: .utf8) == all.output)
  }

  /// What a stream needs at most is what its batches of lines need, however many there are: it keeps nothing of a text. The allocator
  /// may take a piece of a megabyte later than others where two threads meet for the first time, so the texts are of several. The system
  /// tells of Linux programs alone.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func aLongStreamTakesNoMoreMemory() throws {
    let stream = try RunningStream(["link", "--jsonl", "--catalogue", catalogue])
    let words = String(repeating: "Le conseil a voté hier soir le budget de la ville. ", count: 8)
    let batch = (0..<512).map { #"{"id":\#($0),"text":"\#(words)Vu : l’Alpine A390."}"# + "\n" }.joined()
    for _ in 0..<8 { try stream.pass(batch) }
    let short = try stream.peakKilobytes()
    for _ in 0..<24 { try stream.pass(batch) }
    let long = try stream.peakKilobytes()
    #expect(stream.finish() == 0)
    let texts = 24 * batch.utf8.count / 1_024
    #expect(short > 1_000 && long - short < texts / 3, "\(short) KB, then \(long) KB; the texts between are of \(texts) KB")
  }

  @Test func linesThatAreNoDocuments() throws {
    let done = try link(
      "--jsonl",
      input: "{\"id\":7,\"text\":\"l’Alpine A390\"}\n[1]\n{\"id\":\"x\"}\n{\"text\":\"<p>Al&#112;ine A390</p>\",\"format\":\"html\"}\n{bad\n\n")
    #expect(done.status == 1)
    #expect(done.lines[0].hasPrefix(#"{"id":7,"mentions":[{"start":2,"end":13,"text":"Alpine A390","entity":"a390","score":0."#))
    #expect(done.lines.count == 6)
    #expect(done.lines[1].hasPrefix(#"{"id":null,"line":2,"error":{"code":"E606""#) && done.lines[2].contains("no `text`"))
    #expect(done.lines[3].contains(#""start":3,"end":19,"text":"Al&#112;ine A390""#))
    #expect(done.errors.contains("<stdin>:5:2: "), "\(done.errors)")
  }

  @Test(arguments: [
    (["--jsonl", "--save"], "--save"), (["--resume", "a"], "--jsonl"), (["--jsonl", "--resume"], "--output"),
  ])
  func wrongUse(_ arguments: [String], _ word: String) throws {
    let done = try Program(["link"] + arguments, input: "", environment: [:])
    #expect(done.status == 64 && done.errors.contains(word), "\(done.errors)")
  }

  @Test func privateAddressesNeedAFlag() throws {
    let done = try link("http://127.0.0.1:9/a")
    #expect(done.status == 65 && done.errors.contains("E604") && done.errors.contains("--allow-local"))
  }

  @Test func aServerOnLoopback() throws {
    let server = try PageServer(
      answers: [
        "/a": "HTTP/1.1 302 Found\r\nLocation: /b?x=1\r\nContent-Length: 0\r\n\r\n",
        "/b?x=1": "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>L\u{E9}g\u{E8}re Alpine A390</p>",
        "/loop": "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n",
        "/away": "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
      ])
    defer { server.stop() }
    let page = try link("--allow-local", server.address + "/a")
    #expect(page.status == 0 && page.output.contains(#""start":10,"end":21,"text":"Alpine A390""#), "\(page)")
    #expect(try link("--allow-local", server.address + "/loop").errors.contains("redirections"))
    #expect(try link("--allow-local", server.address + "/away").errors.contains("E604"))
    #expect(try link("--allow-local", server.address + "/none").errors.contains("status 404"))
    #expect(try link(server.address + "/a").errors.contains("E604"))
  }
}

/// A server of a few pages on loopback: python's sockets, since every machine that builds Swift has python.
private final class PageServer {
  let address: String
  private let process = Process()

  init(answers: [String: String]) throws {
    let script = """
      import socket, sys, json
      answers = json.loads(sys.argv[1])
      server = socket.create_server(("127.0.0.1", 0))
      print(server.getsockname()[1], flush=True)
      while True:
          peer, _ = server.accept()
          path = peer.recv(65536).split(b" ")[1].decode()
          peer.sendall(answers.get(path, "HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n").encode("latin-1"))
          peer.close()
      """
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)]
    process.standardOutput = output
    try process.run()
    var port = ""
    while !port.hasSuffix("\n") {
      port += String(decoding: try output.fileHandleForReading.read(upToCount: 1) ?? Data("\n".utf8), as: UTF8.self)
    }
    address = "http://127.0.0.1:\(port.dropLast())"
  }

  func stop() {
    // A test's thread may block SIGTERM, and its children with it.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
