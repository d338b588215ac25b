// The calls to Gumbo, an HTML parser in C: the only unsafe expressions of the room. The parse tree lives until the end of `init`,
// and nothing of it is handed out.

import CGumbo

extension HTMLTree {
  private typealias Node = UnsafeMutablePointer<GumboNode>

  /// Parses a page. Cost: linear for pages that ``HTMLShape`` lets pass.
  init(parsing raw: [UInt8]) {
    let page = HTMLSource.parsable(raw)
    source = page
    unsafe page.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var options = unsafe kGumboDefaultOptions
      unsafe options.max_errors = 0
      let start = unsafe base.assumingMemoryBound(to: CChar.self)
      guard let output = unsafe gumbo_parse_with_options(&options, start, buffer.count) else { return }
      if let root = unsafe output.pointee.document { unsafe walk(from: root, base, buffer.count) }
      unsafe gumbo_destroy_output(&options, output)
    }
    for index in elements.indices where elements[index].name.isEmpty { nameAsWritten(index) }
  }

  /// Names an element that the parser does not know as its tag does.
  private mutating func nameAsWritten(_ index: Int) {
    let tag = source[elements[index].startTag].dropFirst()
    let name = String(decoding: tag.prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }, as: UTF8.self).lowercased()
    elements[index].name = name
    elements[index].traits = HTMLTraits(ofElement: name)
  }

  /// Visits all nodes in the order of the document, without recursion.
  private mutating func walk(from document: Node, _ base: UnsafeRawPointer, _ count: Int) {
    var open = unsafe [(node: document, next: 0, element: -1)]
    var names = ElementNames()
    while let top = unsafe open.last {
      let children = unsafe Self.children(of: top.node)
      guard unsafe top.next < Int(children.length), let child = unsafe children.data[top.next] else {
        if unsafe top.element >= 0 { events.append(.close(unsafe top.element)) }
        unsafe open.removeLast()
        continue
      }
      unsafe open[open.count - 1].next += 1
      let node = unsafe child.assumingMemoryBound(to: GumboNode.self)
      switch unsafe node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let parent = unsafe top.element
        unsafe elements.append(Self.element(node.pointee.v.element, &names, parent: parent < 0 ? nil : parent, base, count))
        events.append(.open(elements.count - 1))
        unsafe open.append((node: node, next: 0, element: elements.count - 1))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let text = unsafe node.pointee.v.text
        if let start = unsafe Self.range(text.original_text, base, count)?.lowerBound, let decoded = unsafe text.text {
          events.append(.text(unsafe Self.bytes(of: decoded), start: start))
        }
      default: break
      }
    }
  }

  private static func children(of node: Node) -> GumboVector {
    unsafe node.pointee.type == GUMBO_NODE_DOCUMENT ? node.pointee.v.document.children : node.pointee.v.element.children
  }

  /// The names of elements that occurred, by the number that the parser has for them, and their traits.
  private struct ElementNames {
    private var known: [GumboTag.RawValue: (name: String, traits: HTMLTraits)] = [:]

    /// An element that the parser does not know has no name.
    mutating func name(of tag: GumboTag) -> (name: String, traits: HTMLTraits) {
      if let name = known[tag.rawValue] { return name }
      let name = unsafe gumbo_normalized_tagname(tag).map { unsafe String(cString: $0) } ?? ""
      let own = (name, HTMLTraits(ofElement: name))
      known[tag.rawValue] = own
      return own
    }
  }

  private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    var count = 0
    while unsafe text[count] != 0 { count += 1 }
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) { unsafe Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  private static func element(
    _ element: GumboElement, _ names: inout ElementNames, parent: Int?, _ base: UnsafeRawPointer, _ count: Int
  ) -> Element {
    let isForeign = unsafe element.tag_namespace != GUMBO_NAMESPACE_HTML && element.tag != GUMBO_TAG_SVG && element.tag != GUMBO_TAG_MATH
    let (name, traits) = isForeign ? (Element.foreign, []) : unsafe names.name(of: element.tag)
    var attributes: [Attribute] = []
    for index in 0..<Int(unsafe element.attributes.length) {
      guard let item = unsafe element.attributes.data[index] else { continue }
      let attribute = unsafe item.assumingMemoryBound(to: GumboAttribute.self).pointee
      guard let name = unsafe attribute.name.map({ unsafe String(cString: $0) }), let value = unsafe attribute.value,
        unsafe isAsked(name, of: traits) || name == "href" && traits.contains(.anchor) && value[0] == 0x23
      else { continue }
      attributes.append(Attribute(name: name, value: unsafe String(cString: value)))
    }
    let end = unsafe range(element.original_end_tag, base, count)
    return Element(
      name: name, traits: traits, attributes: attributes, parent: parent,
      startTag: unsafe range(element.original_tag, base, count) ?? 0..<0, endTag: end?.isEmpty == false ? end : nil)
  }

  /// Where a piece of the page is in it; nil for a piece that the parser has made up. The lengths of texts go too far where
  /// the parser has moved them, so that they are cut at the end of the page.
  private static func range(_ piece: GumboStringPiece, _ base: UnsafeRawPointer, _ count: Int) -> Range<Int>? {
    guard let data = unsafe piece.data else { return nil }
    let start = unsafe UnsafeRawPointer(data) - base
    guard start >= 0, start <= count else { return nil }
    let length = unsafe piece.length
    return start..<start + Int(min(UInt(clamping: count - start), UInt(clamping: length)))
  }
}
