import ChildProcesses

/// Draws DOT text by running Graphviz as a program of its own.
///
/// A program and not the library: on some graphs the library ends the whole process, and it may not run in two threads.
public struct GraphvizRenderer: Sendable {
  /// The program: a name that is looked up on the PATH, or a path with "/".
  public var executable: String
  /// After this much wall time the program is ended.
  public var timeLimit: Duration

  public init(executable: String = "dot", timeLimit: Duration = .seconds(10)) {
    self.executable = executable
    self.timeLimit = timeLimit
  }

  /// The picture as bytes. Takes 20 to 100 ms for a diagram of usual size, most of it the start of the program.
  ///
  /// SVG depends on the fonts of the machine; DOT does not.
  public func render(dot: String, format: DiagramFormat) throws(RenderError) -> [UInt8] {
    let path = try located()
    let result = try run(path, format.arguments, dot)
    switch result.ending {
    case .exited(0): return result.output
    case .exited(let status):
      throw .failed(status: status, standardError: Self.readable(result.errorOutput))
    case .signalled(let signal): throw .killed(signal: signal)
    }
  }

  private func run(_ path: String, _ arguments: [String], _ dot: String) throws(RenderError) -> Subprocess.Result {
    do throws(SubprocessError) {
      return try Subprocess(path: path, arguments: arguments, timeLimit: timeLimit).run(input: Array(dot.utf8))
    } catch {
      switch error {
      case .couldNotStart(let reason): throw .couldNotStart(executable: path, reason: reason)
      case .timedOut(let seconds): throw .timedOut(seconds: seconds)
      case .tooMuchOutput: throw .couldNotStart(executable: path, reason: "it wrote without end")
      }
    }
  }

  /// Whether the program can be found.
  public var isAvailable: Bool { Subprocess.locate(executable) != nil }

  private func located() throws(RenderError) -> String {
    guard let path = Subprocess.locate(executable) else { throw .missing(executable: executable) }
    return path
  }

  /// The messages on one line each, at most 2,000 bytes.
  private static func readable(_ bytes: [UInt8]) -> String {
    DOTText.cleaned(String(decoding: bytes.prefix(2_000), as: UTF8.self), graphemes: 2_000, bytes: 4_000)
      .split(separator: "\n").joined(separator: "; ")
  }
}

/// What Graphviz writes.
public enum DiagramFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf

  var arguments: [String] {
    switch self {
    case .svg, .pdf: ["-T" + rawValue]
    // Twice the pixels of a screen point: sharp on slides and on dense screens.
    case .png: ["-Tpng", "-Gdpi=192"]
    }
  }
}
