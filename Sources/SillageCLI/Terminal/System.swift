import CStack

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls to the operating system that the command line makes, and the only place of it with unsafe code.
enum System {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// A reader that goes away ends this process silently, as it ends others in a pipe. A file that may not grow any more (`ulimit -f`)
  /// does not end it: the write fails, which is told.
  static func takeSignals() {
    _ = signal(SIGPIPE, SIG_DFL)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal behind a descriptor; nil where there is none.
  static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all bytes. Returns what went wrong, in words of the system; nil where nothing did.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
        #if canImport(Glibc)
          let written = unsafe Glibc.write(descriptor, piece.baseAddress, piece.count)
        #elseif canImport(Musl)
          let written = unsafe Musl.write(descriptor, piece.baseAddress, piece.count)
        #else
          let written = unsafe Darwin.write(descriptor, piece.baseAddress, piece.count)
        #endif
        if written > 0 {
          unsafe rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return unsafe String(cString: strerror(errno))
        }
      }
      return nil
    }
  }

  /// All bytes up to the end of a file or stream.
  static func readAll(_ descriptor: Int32) -> Result<[UInt8], SystemFailure> {
    var all: [UInt8] = []
    while true {
      switch readSome(descriptor) {
      case .success(let piece) where piece.isEmpty: return .success(all)
      case .success(let piece): all += piece
      case .failure(let failure): return .failure(failure)
      }
    }
  }

  /// What is there to read, up to 64 KB; nothing at the end. Waits for at least one byte.
  static func readSome(_ descriptor: Int32) -> Result<[UInt8], SystemFailure> {
    var failure: SystemFailure?
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      var got = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR { got = unsafe read(descriptor, buffer.baseAddress, buffer.count) }
      if got < 0 { failure = unsafe SystemFailure(reason: String(cString: strerror(errno)), missing: false) }
      count = max(0, got)
    }
    if let failure { return .failure(failure) }
    return .success(piece)
  }

  /// Looks again and again, for so many microseconds at most, whether there is something to read: whoever asks one thing after the
  /// other is answered without the time that a sleeping process takes to wake, some 60 microseconds. Others may have the processor in
  /// between; where there is but one, it does nothing.
  static func watch(_ descriptor: Int32, microseconds: Int) {
    guard hasSeveralProcessors else { return }
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let end = ContinuousClock.now + .microseconds(microseconds)
    while unsafe poll(&watched, 1, 0) == 0, ContinuousClock.now < end { sched_yield() }
  }

  /// Asked of the system once: it reads a file for it.
  private static let hasSeveralProcessors = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1

  /// Where standard output is a pipe or a socket whose other end is closed, so that nobody will read what is written, this ends the process as
  /// writing to it would; it returns false where somebody may. For work that goes on for long before it writes.
  @Sendable
  static func leaveIfUnread() -> Bool {
    var watched = pollfd(fd: standardOutput, events: 0, revents: 0)
    guard unsafe poll(&watched, 1, 0) > 0, watched.revents & Int16(POLLERR | POLLHUP) != 0 else { return false }
    return raise(SIGPIPE) != 0
  }

  /// Where the next line feed is; nil where there is none. Cost: that of `memchr`.
  static func firstLineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count,
        let found = unsafe memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// All bytes of a file.
  static func readFile(_ path: String) -> Result<[UInt8], SystemFailure> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .failure(unsafe SystemFailure(reason: String(cString: strerror(errno)), missing: errno == ENOENT))
    }
    defer { close(descriptor) }
    return readAll(descriptor)
  }

  /// Makes or replaces a file. Returns what went wrong, in words of the system; nil where nothing did.
  static func writeFile(_ path: String, _ bytes: [UInt8]) -> String? {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return unsafe String(cString: strerror(errno)) }
    defer { close(descriptor) }
    return write(bytes, to: descriptor)
  }

  /// Opens a file to read it piece by piece.
  static func openForReading(_ path: String) -> Result<Int32, SystemFailure> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    return descriptor >= 0 ? .success(descriptor) : .failure(lastFailure())
  }

  /// Opens a file to write behind its first bytes, of which it keeps so many; makes it where there is none.
  static func openForWriting(_ path: String, keeping kept: Int) -> Result<Int32, SystemFailure> {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return .failure(lastFailure()) }
    guard ftruncate(descriptor, off_t(kept)) == 0 || kept == 0, lseek(descriptor, off_t(kept), SEEK_SET) >= 0 || kept == 0 else {
      defer { close(descriptor) }
      return .failure(lastFailure())
    }
    return .success(descriptor)
  }

  /// Which regular file stands at a path, behind links; nil where none does.
  static func file(at path: String) -> FileIdentity? {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 ? FileIdentity(facts) : nil
  }

  /// Which regular file is behind a descriptor; nil where it is none.
  static func file(behind descriptor: Int32) -> FileIdentity? {
    var facts = stat()
    return unsafe fstat(descriptor, &facts) == 0 ? FileIdentity(facts) : nil
  }

  /// Why a file cannot be read; nil where it can be. Nothing is opened.
  static func hindrance(reading path: String) -> SystemFailure? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, unsafe access(path, R_OK) == 0 else { return lastFailure() }
    return facts.st_mode & S_IFMT == S_IFDIR ? SystemFailure(reason: "it is a folder", missing: false) : nil
  }

  static func closeFile(_ descriptor: Int32) {
    if descriptor > standardError { close(descriptor) }
  }

  private static func lastFailure() -> SystemFailure {
    let code = errno
    return unsafe SystemFailure(reason: String(cString: strerror(code)), missing: code == ENOENT)
  }

  /// Does the work of the process on a stack that may grow to so many bytes, and leaves with the status that it returns.
  ///
  /// The stack of the first thread is changed where that is known how, since a second thread is one more thing to wait for on a busy
  /// machine. Where there can be neither, the work is done as it is.
  static func leave(stackSize: Int, after work: @escaping @Sendable () -> Int32) -> Never {
    let argument = unsafe Unmanaged.passRetained(ProcessWork(work)).toOpaque()
    unsafe sillage_continue_on_stack(stackSize, { unsafe ProcessWork.run($0) }, argument)
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    #if canImport(Darwin)
      var thread: pthread_t?
      let failure = unsafe pthread_create(&thread, &attributes, { unsafe ProcessWork.run($0) }, argument)
    #else
      var thread = pthread_t()
      let failure = unsafe pthread_create(&thread, &attributes, { unsafe ProcessWork.run($0) }, argument)
    #endif
    if failure != 0 { leave(work()) }
    while true { pause() }
  }

  static func leave(_ status: Int32) -> Never { exit(status) }
}

/// A regular file as the system knows it, whatever names it has.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  fileprivate init?(_ facts: stat) {
    guard facts.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt64(truncatingIfNeeded: facts.st_dev)
    number = UInt64(facts.st_ino)
  }
}

/// What a process does before it leaves, as a value that a stack can be handed.
private final class ProcessWork: Sendable {
  private let work: @Sendable () -> Int32

  init(_ work: @escaping @Sendable () -> Int32) { self.work = work }

  /// Takes the value that was handed over, does its work and ends the process.
  static func run(_ argument: UnsafeMutableRawPointer?) -> Never {
    guard let argument = unsafe argument else { exit(1) }
    exit(unsafe Unmanaged<ProcessWork>.fromOpaque(argument).takeRetainedValue().work())
  }
}

/// Why a file could not be read.
struct SystemFailure: Error {
  /// In words of the system.
  var reason: String
  /// Whether there is no such file.
  var missing: Bool
}
