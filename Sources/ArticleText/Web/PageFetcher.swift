import ChildProcesses
public import Diagnostics

extension DiagnosticCode {
  /// An address that is not fetched: no HTTP, or in a private network.
  static let refusedAddress = DiagnosticCode("E604")
  /// A page that could not be fetched.
  static let failedFetch = DiagnosticCode("E605")
}

/// A page as it came.
public struct FetchedPage: Sendable {
  /// The address of the last redirection.
  public var address: String
  public var bytes: [UInt8]
  /// The encoding that the server named.
  public var charset: String?
  /// What the server called it, such as `text/html`.
  public var mediaType: String

  /// The bytes as UTF-8 where the server names an older encoding; else as they are, which is how a PDF comes.
  public func text() throws(Diagnostic) -> [UInt8] {
    guard charset != nil, !PDFText.isPDF(bytes) else { return bytes }
    return try TextEncoding.text(of: bytes, name: address, declared: charset)
  }
}

/// Fetches one page with `curl`, which knows HTTP, encryption and certificates.
///
/// It makes one hop at a time. Before each, the host is resolved here, each of its addresses must be public, and curl is held to
/// the first of them, so that neither a redirection nor a second answer of a name server leads into a private network.
public struct PageFetcher: Sendable {
  /// Whether private and local addresses may be fetched, too.
  public var allowsLocal: Bool
  /// How long each hop may take, in seconds.
  public var timeLimit: Int
  /// The longest page, in bytes.
  public var sizeLimit: Int
  public var mostRedirections: Int

  public init(allowsLocal: Bool = false, timeLimit: Int = 30, sizeLimit: Int = 20 << 20, mostRedirections: Int = 5) {
    self.allowsLocal = allowsLocal
    self.timeLimit = timeLimit
    self.sizeLimit = sizeLimit
    self.mostRedirections = mostRedirections
  }

  /// Whether a text is an address and not a file.
  public static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("//"), parts[0].first?.isLetter == true else { return false }
    return parts[0].utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || "+.-".utf8.contains($0) }
  }

  /// Where a link leads: an address of HTTP or HTTPS, or one that is relative to the page it stands on, which may not be known. What no address
  /// may have is percent-encoded. Nil for what leads to no page.
  public static func address(_ link: String, on page: String?) -> String? {
    let lower = link.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return lower.hasSuffix("//") ? nil : encoded(link, keepsLetters: true) }
    guard link.hasPrefix("/"), let page else { return nil }
    do throws(WebAddress.Fault) { return try WebAddress(page).following(encoded(link, keepsLetters: false)).text } catch { return nil }
  }

  /// An address without blanks, controls, and signs that none may have; letters beyond ASCII may stand in one that people read.
  private static func encoded(_ address: String, keepsLetters: Bool) -> String {
    let digits = Array("0123456789ABCDEF")
    return address.unicodeScalars.map { scalar in
      let isKept = scalar.isASCII ? scalar.value > 0x20 && scalar.value < 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains(scalar) : keepsLetters
      if isKept, scalar.properties.generalCategory != .control { return String(scalar) }
      return String(scalar).utf8.map { "%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }.joined()
  }

  /// Fetches a page. Cost: the network.
  public func fetch(_ text: String) throws(Diagnostic) -> FetchedPage {
    var address = try parsed(text, from: text)
    for _ in 0...mostRedirections {
      let answer = try hop(address, text)
      guard let location = answer.redirection else {
        guard (200..<300).contains(answer.status) else {
          throw Self.failed("\(address.text) answers with status \(answer.status)", text)
        }
        guard answer.isReadable else {
          throw Self.failed(
            "\(address.text) answers with `\(answer.mediaType)`, which is no article", text,
            hint: "what is read is HTML, text, Markdown and PDF")
        }
        return FetchedPage(
          address: address.text, bytes: answer.body, charset: answer.charset, mediaType: answer.mediaType)
      }
      do throws(WebAddress.Fault) { address = try address.following(location) } catch {
        throw Self.refused(error, location, text)
      }
    }
    throw Self.failed("more than \(mostRedirections) redirections", text)
  }

  private func parsed(_ text: String, from source: String) throws(Diagnostic) -> WebAddress {
    do throws(WebAddress.Fault) { return try WebAddress(text) } catch { throw Self.refused(error, text, source) }
  }

  private func hop(_ address: WebAddress, _ source: String) throws(Diagnostic) -> WebAnswer {
    let number = try resolve(address, source)
    let shown = number.contains(":") ? "[\(number)]" : number
    let output = try run(
      try Self.locate("curl", source),
      [
        "-q", "--silent", "--show-error", "--include", "--globoff", "--http1.1", "--compressed", "--noproxy", "*",
        "--proto", "=http,https", "--max-redirs", "0", "--max-time", String(timeLimit), "--max-filesize", String(sizeLimit),
        "--user-agent", "sillage", "--header", "Accept: text/html, application/xhtml+xml, text/*, application/pdf",
        "--resolve", "\(address.hostName):\(address.port):\(shown)", "--url", address.text,
      ], source)
    guard let answer = WebAnswer(output) else { throw Self.failed("the answer of \(address.text) is no HTTP", source) }
    return answer
  }

  /// The first number of a host, after all of them were looked at.
  private func resolve(_ address: WebAddress, _ source: String) throws(Diagnostic) -> String {
    let resolver = try Self.locate("getent", source)
    let output: [UInt8]
    do throws(Diagnostic) { output = try run(resolver, ["ahosts", address.hostName], source) } catch {
      throw Self.failed("the host \(address.host) is not known", source)
    }
    let numbers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    guard let first = numbers.first else { throw Self.failed("the host \(address.host) is not known", source) }
    if !allowsLocal {
      for number in numbers where NetworkAddress(number)?.isPublic != true {
        throw Diagnostic(
          .refusedAddress, "\(address.host) stands at \(number), which is no public address", source: source,
          span: .beginning, hint: "--allow-local fetches from private networks, too")
      }
    }
    return first
  }

  private static func locate(_ program: String, _ source: String) throws(Diagnostic) -> String {
    if let path = Subprocess.locate(program) { return path }
    throw failed(
      "`\(program)` is needed to fetch a page, and was not found", source,
      hint: "install it with: apt-get install \(program == "curl" ? "curl" : "libc-bin")")
  }

  private func run(_ path: String, _ arguments: [String], _ source: String) throws(Diagnostic) -> [UInt8] {
    let headers = 256 << 10
    let process = Subprocess(
      path: path, arguments: arguments, timeLimit: .seconds(timeLimit + 5), outputLimit: sizeLimit + headers)
    do throws(SubprocessError) {
      let result = try process.run(input: [])
      if result.ending == .exited(0) { return result.output }
      throw .couldNotStart(reason: Self.reason(result))
    } catch {
      switch error {
      case .couldNotStart(let reason): throw Self.failed(reason, source)
      case .timedOut: throw Self.failed("no answer within \(timeLimit) s", source)
      case .tooMuchOutput: throw Self.failed("the page is longer than \(sizeLimit >> 20) MB", source)
      }
    }
  }

  /// What curl says, without its own name; it has a status for a page that is too long and for one that takes too long.
  private static func reason(_ result: Subprocess.Result) -> String {
    if result.ending == .exited(63) { return "the page is longer than it may be" }
    let line = String(decoding: result.errorOutput, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    return line.split(separator: ") ", maxSplits: 1).last.map(String.init) ?? "curl failed without a word"
  }

  private static func failed(_ message: String, _ source: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.failedFetch, message, source: source, span: .beginning, hint: hint)
  }

  private static func refused(_ fault: WebAddress.Fault, _ address: String, _ source: String) -> Diagnostic {
    let reason =
      switch fault {
      case .scheme(let scheme): "`\(scheme)` is neither http nor https"
      case .user: "an address with a user name is not fetched"
      case .host: "the address has no host that can be fetched from"
      case .port: "the address has no port from 1 to 65535"
      case .characters: "the address has characters that must be written with %"
      }
    let place = address == source ? "" : ", in the redirection to \(address)"
    return Diagnostic(.refusedAddress, reason + place, source: source, span: .beginning)
  }
}
