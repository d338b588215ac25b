import ArticleText
import Diagnostics

/// The bytes of an article before they are read.
public struct ArticleInput: Sendable {
  /// A path, an address, or `-` for standard input.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Fetches an article from an address of HTTP or HTTPS; private addresses only if that is allowed. A text in an encoding that
  /// the server names becomes UTF-8. Cost: the network.
  public init(address: String, allowsLocal: Bool = false) throws(SillageError) {
    do throws(Diagnostic) {
      let page = try PageFetcher(allowsLocal: allowsLocal).fetch(address)
      self.init(name: page.address, bytes: try page.text())
    } catch { throw .faults([error], sources: []) }
  }

  /// Whether a text is an address to fetch from and not a path.
  public static func isAddress(_ text: String) -> Bool { PageFetcher.isAddress(text) }

  /// The text of the article. Fails with a diagnostic for what cannot be read.
  func read() throws(SillageError) -> VisibleText {
    do throws(Diagnostic) { return try VisibleText(name: name, bytes: bytes) } catch {
      throw .faults([error], sources: [SourceText(name: name, bytes: bytes)])
    }
  }
}
