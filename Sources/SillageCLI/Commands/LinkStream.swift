import Sillage

/// The work of `sillage link --jsonl`: documents as lines in, results as lines out, in batches, so that memory stays bounded.
struct LinkStream {
  var stream: ArticleStream
  var console: Console
  /// Where the lines go; standard output where it is nil.
  var output: String?
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
  func run(_ files: [String]) throws(SillageError) -> ExitStatus {
    var (sink, done) = try openOutput()
    var tally = Tally()
    for file in files {
      var reader = LineReader(try InputText.descriptor(file))
      defer { InputText.close(reader.descriptor) }
      var number = 1
      while true {
        let batch = try Self.batch(&reader)
        guard !batch.isEmpty else { break }
        let skipped = min(done, batch.count)
        done -= skipped
        try link(Array(batch.dropFirst(skipped)), first: number + skipped, InputText.name(file), &sink, &tally)
        number += batch.count
      }
    }
    sink.flush()
    if tellsProgress { tell(tally) }
    return tally.faults == 0 ? .done : .no
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

  private func link(
    _ lines: [[UInt8]], first: Int, _ source: String, _ sink: inout OutputStream, _ tally: inout Tally
  ) throws(SillageError) {
    for outcome in stream.link(lines, first: first, source: source) {
      sink.write(outcome.line)
      tally.documents += 1
      tally.mentions += outcome.mentions
      if let fault = outcome.fault {
        tally.faults += 1
        console.reporter.report([fault])
      }
    }
    sink.flush()
    tally.bytes += lines.reduce(0) { $0 + $1.count }
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

  /// The output, and how many documents it has the results of. A line that was cut off is taken away.
  private func openOutput() throws(SillageError) -> (OutputStream, Int) {
    guard let output else { return (console.output, 0) }
    var (lines, kept) = (0, 0)
    if resumes {
      switch System.readFile(output) {
      case .success(let bytes):
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
          lines += 1
          kept = offset + 1
        }
      case .failure(let failure) where failure.missing: break
      case .failure(let failure): throw .missingFile(path: output, hint: "it cannot be read: \(failure.reason)")
      }
    }
    switch System.openForWriting(output, keeping: kept) {
    case .success(let descriptor): return (OutputStream(descriptor), lines)
    case .failure(let failure): throw .cannotWrite(path: output, reason: failure.reason)
    }
  }
}
