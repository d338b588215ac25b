/// Which elements of a page are read: its article, without menus, footers, and what is there for programs.
struct HTMLMainText {
  private let tree: HTMLTree
  /// For each element whether it is left out with all that is in it.
  private let isLeftOut: [Bool]
  /// For each element whether it is one that is read; empty where the whole page is.
  private let isRoot: [Bool]

  /// Cost: linear in the size of the page.
  init(_ tree: HTMLTree) {
    let holdsMain = Self.elementsAroundMain(tree)
    let (inQuote, inArticle) = (Self.inside(.quote, tree), Self.inside([.main, .article], tree))
    let notes = tree.elements.contains { $0.traits.contains(.aside) } ? Self.notesOfArticle(tree) : []
    let leftOut = tree.elements.indices.map {
      Self.isLeftOut(tree.elements[$0], holdsMain: holdsMain[$0], inQuote: inQuote[$0], inArticle: inArticle[$0] || notes.contains($0))
    }
    self.tree = tree
    isLeftOut = leftOut
    isRoot = Self.roots(tree, leftOut)
  }

  /// Walks over what is read: `visit` gets each event outside elements that are left out, and whether it is inside the article.
  func forEach(_ visit: (HTMLTree.Event, _ isRead: Bool) -> Void) {
    var (leftOutDepth, rootDepth) = (0, 0)
    for event in tree.events {
      switch event {
      case .open(let element):
        if leftOutDepth > 0 || isLeftOut[element] { leftOutDepth += 1 }
        if rootDepth > 0 || isRoot.isEmpty || isRoot[element] { rootDepth += 1 }
        if leftOutDepth == 0 || leftOutDepth == 1 && isLeftOut[element] { visit(event, rootDepth > 0) }
      case .text:
        if leftOutDepth == 0 { visit(event, rootDepth > 0) }
      case .close(let element):
        if leftOutDepth == 0 || leftOutDepth == 1 && isLeftOut[element] { visit(event, rootDepth > 0) }
        if leftOutDepth > 0 { leftOutDepth -= 1 }
        if rootDepth > 0 { rootDepth -= 1 }
      }
    }
  }

  /// Whether an element is left out with all that is in it.
  func leavesOut(_ element: Int) -> Bool { isLeftOut[element] }

  /// The elements that hold a heading of the page, an article or a main element: whatever they are called, they are no menu.
  private static func elementsAroundMain(_ tree: HTMLTree) -> [Bool] {
    var holds = [Bool](repeating: false, count: tree.elements.count)
    for (index, element) in tree.elements.enumerated() where isMain(element) || element.traits.contains(.heading) {
      var around = tree.elements[index].parent
      while let outer = around, !holds[outer] {
        holds[outer] = true
        around = tree.elements[outer].parent
      }
    }
    return holds
  }

  private static func isMain(_ element: HTMLTree.Element) -> Bool {
    !element.traits.isDisjoint(with: [.main, .article]) || element.attribute("role") == "main"
  }

  private static func isLeftOut(_ element: HTMLTree.Element, holdsMain: Bool, inQuote: Bool, inArticle: Bool) -> Bool {
    if !element.traits.isDisjoint(with: [.hidden, .control, .navigation]) || isHidden(element) { return true }
    guard !holdsMain, !isMain(element), !element.traits.contains(.kept) else { return false }
    if let role = element.attribute("role"), roles.contains(role) { return true }
    if element.traits.contains(.footer) { return !inQuote }
    if element.traits.contains(.aside) { return !inArticle }
    return ["class", "id"].contains { element.attribute($0).map(isAround) ?? false }
  }

  /// Whether one of the names in a class or id begins as those of what is around an article.
  private static func isAround(_ names: String) -> Bool {
    names.split(whereSeparator: \.isWhitespace).contains { name in
      let first = name.prefix { $0.isLetter || $0.isNumber }
      return longestSurrounding >= first.utf8.count && surroundings.contains(first.lowercased())
    }
  }

  private static func isHidden(_ element: HTMLTree.Element) -> Bool {
    if element.attributes.isEmpty { return false }
    if element.attribute("hidden") != nil || element.attribute("aria-hidden")?.lowercased() == "true" { return true }
    guard let style = element.attribute("style")?.lowercased().filter({ !$0.isWhitespace }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// For each element whether one of some kinds is around it. An element stands behind the one around it.
  private static func inside(_ traits: HTMLTraits, _ tree: HTMLTree) -> [Bool] {
    var inside: [Bool] = []
    inside.reserveCapacity(tree.elements.count)
    for element in tree.elements {
      inside.append(element.parent.map { inside[$0] || !tree.elements[$0].traits.isDisjoint(with: traits) } ?? false)
    }
    return inside
  }

  /// The main element, else the articles, where they have enough of the text of the page.
  private static func roots(_ tree: HTMLTree, _ leftOut: [Bool]) -> [Bool] {
    for (trait, share) in [(.main, 4), (.article, 3)] as [(HTMLTraits, Int)] {
      let isRoot = tree.elements.map { element in
        element.traits.contains(trait) || trait == .main && element.attribute("role") == "main"
      }
      if !isRoot.contains(true) { continue }
      let (inside, all) = letters(tree, leftOut, isRoot)
      if inside > 0, inside * share >= all { return isRoot.indices.map { isRoot[$0] || isHeading(tree.elements[$0]) } }
    }
    return []
  }

  private static func isHeading(_ element: HTMLTree.Element) -> Bool { !element.traits.isDisjoint(with: [.title, .heading]) }

  /// How many bytes of text are in the given elements, and in all.
  private static func letters(_ tree: HTMLTree, _ leftOut: [Bool], _ isRoot: [Bool]) -> (inside: Int, all: Int) {
    var (inside, all, leftOutDepth, rootDepth) = (0, 0, 0, 0)
    for event in tree.events {
      switch event {
      case .open(let element):
        if leftOutDepth > 0 || leftOut[element] { leftOutDepth += 1 }
        if rootDepth > 0 || isRoot[element] { rootDepth += 1 }
      case .close:
        if leftOutDepth > 0 { leftOutDepth -= 1 }
        if rootDepth > 0 { rootDepth -= 1 }
      case .text(let bytes, _) where leftOutDepth == 0:
        let count = bytes.count { $0 > 0x20 }
        all += count
        if rootDepth > 0 { inside += count }
      case .text: break
      }
    }
    return (inside, all)
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog", "toolbar",
  ]
  /// What a class or id begins with that is around an article and no part of it.
  private static let surroundings: Set<String> = [
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "cookie", "cookies", "consent", "gdpr",
    "footer", "newsletter", "subscribe", "share", "sharing", "social", "related", "recommended", "promo", "advert",
    "advertisement", "ads", "pagination", "skip",
  ]
  private static let longestSurrounding = surroundings.map(\.utf8.count).max() ?? 0
}
