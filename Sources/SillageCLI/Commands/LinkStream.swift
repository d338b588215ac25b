import Sillage

/// The work of `sillage link --jsonl`: documents as lines in, results as lines out, in batches, so that memory stays bounded.
struct LinkStream {
  var stream: ArticleStream
  var console: Console
  /// Where the lines go; standard output where it is nil.
  var output: String?
  /// Other files that are read and must not be written to.
  var read: [String]
  /// Whether to go on behind what the output already has.
  var resumes: Bool
  var tellsProgress: Bool

  private static let batchLines = 512
  private static let batchBytes = 4 << 20

  /// What was done so far.
  private struct Tally {
    var documents = 0
    var mentions = 0
    var faults = 0
    var bytes = 0
    let start = ContinuousClock.now
    var told = ContinuousClock.now
  }

  /// Links the documents of files, `-` being standard input. The answer is "no" where a line was no document.
  ///
  /// Nothing is opened for writing before all files are known to be readable and none of them to be the output, nor, where it goes on
  /// behind results, before all of these were compared with their documents.
  func run(_ files: [String]) throws(SillageError) -> ExitStatus {
    try check(files)
    var earlier = resumes ? try output.flatMap { path throws(SillageError) in try EarlierResults(path) } : nil
    defer { earlier?.close() }
    var sink = earlier == nil ? try openOutput(keeping: 0) : nil
    var tally = Tally()
    for file in files {
      var reader = LineReader(try InputText.descriptor(file), name: InputText.name(file), longest: ArticleStream.longestLine)
      defer { InputText.close(reader.descriptor) }
      var first = 1
      while true {
        var batch = NumberedLines(try Self.batch(&reader), first: first, source: InputText.name(file))
        guard !batch.lines.isEmpty else { break }
        first += batch.lines.count
        if sink == nil, let results = try earlier?.next(batch.lines.count) {
          if let fault = ArticleStream.difference(results, batch) { throw .faults([fault], sources: []) }
          batch = batch.dropFirst(results.lines.count)
        }
        guard !batch.lines.isEmpty else { continue }
        if sink == nil { sink = try openOutput(keeping: earlier?.bytes ?? 0) }
        if let sink { link(batch, sink, &tally) }
      }
    }
    if sink == nil, let rest = try earlier?.next(1) {
      if !rest.lines.isEmpty { throw .faults([ArticleStream.surplus(rest)], sources: []) }
      sink = try openOutput(keeping: earlier?.bytes ?? 0)
    }
    sink?.flush()
    if tellsProgress { tell(tally) }
    return tally.faults == 0 ? .done : .no
  }

  /// Fails where a file cannot be read, or would be overwritten while it is read.
  private func check(_ files: [String]) throws(SillageError) {
    for file in files where file != "-" {
      if let failure = System.hindrance(reading: file) {
        throw .missingFile(path: file, hint: failure.missing ? nil : "it cannot be read: \(failure.reason)")
      }
    }
    guard let target = output.map(System.file(at:)) ?? System.file(behind: System.standardOutput) else { return }
    for file in files + read {
      guard (file == "-" ? System.file(behind: System.standardInput) : System.file(at: file)) == target else { continue }
      throw .cannotWrite(path: output ?? "standard output", reason: "it is the same file as \(InputText.name(file)), which is read")
    }
  }

  private static func batch(_ reader: inout LineReader) throws(SillageError) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var bytes = 0
    while lines.count < batchLines, bytes < batchBytes, let line = try reader.next() {
      bytes += line.count
      lines.append(line)
    }
    return lines
  }

  private func link(_ lines: NumberedLines, _ sink: OutputStream, _ tally: inout Tally) {
    for outcome in stream.link(lines) {
      sink.write(outcome.line)
      tally.documents += 1
      tally.mentions += outcome.mentions
      if let fault = outcome.fault {
        tally.faults += 1
        console.reporter.report([fault])
      }
    }
    sink.flush()
    tally.bytes += lines.lines.reduce(0) { $0 + $1.count }
    if tellsProgress, ContinuousClock.now - tally.told > .seconds(1) {
      tally.told = .now
      tell(tally)
    }
  }

  private func tell(_ tally: Tally) {
    let seconds = max((ContinuousClock.now - tally.start) / .seconds(1), 0.001)
    let rate = Int(Double(tally.bytes) / 1e5 / seconds)
    console.reporter.note(
      "\(tally.documents) documents, \(tally.mentions) mentions, \(tally.faults) faults, \(rate / 10).\(rate % 10) MB/s")
  }

  /// The output, behind so many bytes that it keeps.
  private func openOutput(keeping kept: Int) throws(SillageError) -> OutputStream {
    guard let output else { return console.output }
    switch System.openForWriting(output, keeping: kept) {
    case .success(let descriptor): return OutputStream(descriptor)
    case .failure(let failure): throw .cannotWrite(path: output, reason: failure.reason)
    }
  }
}
