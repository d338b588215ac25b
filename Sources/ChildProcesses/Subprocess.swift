// ChildProcesses runs other programs: Graphviz, pdftotext, curl. It is the one place that starts them, and its unsafe expressions
// hand to the C library pointers that live for the duration of a call.

import CLaunch
import Glibc

/// Runs a program to its end: bytes in, bytes out, a limit on wall time and one on what it writes. On Linux it does not outlive this process.
public struct Subprocess: Sendable {
  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  public struct Result: Sendable {
    public var ending: Ending
    public var output: [UInt8]
    /// At most 64 KB of it.
    public var errorOutput: [UInt8]
  }

  /// The file to run, see ``locate(_:)``.
  public var path: String
  public var arguments: [String]
  /// After this much wall time the program is ended.
  public var timeLimit: Duration
  /// When it has written more bytes than this, it is ended.
  public var outputLimit: Int

  public init(path: String, arguments: [String], timeLimit: Duration, outputLimit: Int = .max) {
    self.path = path
    self.arguments = arguments
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// The file that a name stands for on the PATH; a name with "/" is itself. Nil where nothing can be executed.
  public static func locate(_ name: String) -> String? {
    guard !name.isEmpty else { return nil }
    if name.contains("/") { return isExecutable(name) ? name : nil }
    let folders = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").map { $0 + "/" + name }.first(where: isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }

  /// Feeds the program and reads from it at the same time, so that neither waits for the other for ever.
  public func run(input: [UInt8]) throws(SubprocessError) -> Result {
    let clock = ContinuousClock()
    let deadline = clock.now + timeLimit
    let channels = try Channels()
    let process = try spawn(channels)
    var exchange = Exchange(channels: channels, input: input)
    while exchange.isOpen {
      guard exchange.step(milliseconds: remaining(until: deadline)) else {
        throw end(process, &exchange)
      }
      if exchange.output.count > outputLimit {
        _ = end(process, &exchange)
        throw .tooMuchOutput(limit: outputLimit)
      }
    }
    exchange.close()
    while true {
      var status: Int32 = 0
      let done = unsafe waitpid(process, &status, WNOHANG)
      if done == process {
        return Result(ending: Self.ending(status), output: exchange.output, errorOutput: exchange.errorOutput)
      }
      if done < 0, errno != EINTR { throw .couldNotStart(reason: Self.reason(errno)) }
      if clock.now >= deadline { throw end(process, &exchange) }
      usleep(500)
    }
  }

  private func end(_ process: pid_t, _ exchange: inout Exchange) -> SubprocessError {
    exchange.close()
    kill(process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let parts = timeLimit.components
    return .timedOut(seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
  }

  private func remaining(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = (deadline - ContinuousClock().now).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    return Int32(clamping: left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }

  private func spawn(_ channels: Channels) throws(SubprocessError) -> pid_t {
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for unsafe word in unsafe words { unsafe free(word) } }
    let process = unsafe sillage_launch(path, &words, environ, channels.childInput, channels.childOutput, channels.childError)
    channels.closeChildEnds()
    guard process > 0 else {
      channels.closeParentEnds()
      throw .couldNotStart(reason: Self.reason(-process))
    }
    return process
  }

  /// Takes the status of `waitpid` apart as wait(2) describes it.
  private static func ending(_ status: Int32) -> Ending {
    status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
  }

  fileprivate static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}

/// Three channels between this process and the program. They are sockets and not pipes: a write to a socket can be told not to
/// raise SIGPIPE when the program has stopped reading, and a socket is closed on exec from its first moment.
private struct Channels {
  var parentInput: Int32 = -1
  var childInput: Int32 = -1
  var parentOutput: Int32 = -1
  var childOutput: Int32 = -1
  var parentError: Int32 = -1
  var childError: Int32 = -1

  init() throws(SubprocessError) {
    guard Self.connect(&parentInput, &childInput), Self.connect(&parentOutput, &childOutput),
      Self.connect(&parentError, &childError)
    else {
      let reason = Subprocess.reason(errno)
      closeChildEnds()
      closeParentEnds()
      throw .couldNotStart(reason: reason)
    }
    for descriptor in [parentInput, parentOutput, parentError] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  private static func connect(_ parent: inout Int32, _ child: inout Int32) -> Bool {
    var pair: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, type, 0, &pair) == 0 else { return false }
    (parent, child) = (pair[0], pair[1])
    return true
  }

  func closeChildEnds() {
    for descriptor in [childInput, childOutput, childError] where descriptor >= 0 { Glibc.close(descriptor) }
  }

  func closeParentEnds() {
    for descriptor in [parentInput, parentOutput, parentError] where descriptor >= 0 { Glibc.close(descriptor) }
  }
}

/// The bytes under way. A descriptor is -1 once it is closed; `poll` passes over those.
private struct Exchange {
  private static let errorLimit = 65_536
  private let input: [UInt8]
  private var written = 0
  private var writing: Int32
  private var reading: Int32
  private var readingErrors: Int32
  private(set) var output: [UInt8] = []
  private(set) var errorOutput: [UInt8] = []

  init(channels: Channels, input: [UInt8]) {
    self.input = input
    writing = channels.parentInput
    reading = channels.parentOutput
    readingErrors = channels.parentError
    if input.isEmpty { Self.close(&writing) }
  }

  var isOpen: Bool { reading >= 0 || readingErrors >= 0 }

  /// Waits until something can be read or written, and does it; false when the time is over.
  mutating func step(milliseconds: Int32) -> Bool {
    var waiting = [
      pollfd(fd: writing, events: Int16(POLLOUT), revents: 0), pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: readingErrors, events: Int16(POLLIN), revents: 0),
    ]
    let ready = unsafe poll(&waiting, UInt(waiting.count), milliseconds)
    if ready < 0 { return errno == EINTR }
    guard ready > 0 else { return false }
    if waiting[0].revents != 0 { write() }
    if waiting[1].revents != 0 { Self.read(&reading, into: &output, limit: Int.max) }
    if waiting[2].revents != 0 { Self.read(&readingErrors, into: &errorOutput, limit: Self.errorLimit) }
    return true
  }

  mutating func close() {
    Self.close(&writing)
    Self.close(&reading)
    Self.close(&readingErrors)
  }

  private mutating func write() {
    let count = unsafe input.withUnsafeBytes { bytes -> Int in
      guard let start = bytes.baseAddress else { return 0 }
      return unsafe send(writing, start + written, bytes.count - written, Int32(MSG_NOSIGNAL))
    }
    if count > 0 { written += count }
    let isHindered = count < 0 && (errno == EAGAIN || errno == EINTR)
    if written == input.count || (count <= 0 && !isHindered) { Self.close(&writing) }
  }

  private static func read(_ descriptor: inout Int32, into bytes: inout [UInt8], limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 {
      if bytes.count < limit { bytes += buffer[..<count] }
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      close(&descriptor)
    }
  }

  private static func close(_ descriptor: inout Int32) {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
