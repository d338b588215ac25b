import Foundation
import FoundationXML

/// An SVG read by an XML parser: a drawing that is not well formed throws.
final class Drawing: NSObject, XMLParserDelegate {
  /// The text of each `text` element, in the order of the file.
  private(set) var texts: [String] = []
  /// The `href` of each link.
  private(set) var links: [String] = []
  private(set) var elementNames: Set<String> = []
  private var groups: [String: Int] = [:]
  private var current: String?

  struct NotWellFormed: Error {
    var line: Int
    var message: String
  }

  init(_ svg: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    guard parser.parse() else {
      throw NotWellFormed(line: parser.lineNumber, message: String(describing: parser.parserError))
    }
  }

  /// How many groups carry a class as one of their classes.
  func count(of className: String) -> Int { groups[className] ?? 0 }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elementNames.insert(element)
    if element == "text" { current = "" }
    if element == "a", let link = attributes["xlink:href"] { links.append(link) }
    if element == "g", let first = attributes["class"]?.split(separator: " ").first { groups[String(first), default: 0] += 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { current?.append(string) }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    if element == "text", let text = current {
      texts.append(text)
      current = nil
    }
  }
}
