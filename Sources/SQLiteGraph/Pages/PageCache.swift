import GraphModel

/// Pages of consecutive ids, read from the database as a whole once that pays.
///
/// Asking SQLite for one id costs about as much as stepping over thirty rows. So ids are asked for one by one until as
/// many of a page were wanted as a whole page costs; then the page is loaded and the rest comes from memory. Whatever is
/// asked for, and in whatever order, this costs at most about twice what the better of the two would have cost.
/// A page is dropped when one of its ids changes, and from then on it takes twice as many to load it; all are dropped when
/// others may have changed the file.
struct PageCache<Page: CachedPage> {
  private var pages: [Page?] = []
  /// For a page that is not loaded: how many ids were wanted of it.
  private var demand: [UInt16] = []
  /// How many wanted ids make a page worth loading.
  private var thresholds: [UInt16] = []
  private var byteCount = 0
  /// The same for a page that was never dropped.
  private let threshold: UInt16
  /// Above this, all pages are dropped before the next is loaded.
  private let byteLimit: Int

  init(threshold: UInt16, byteLimit: Int = 256 << 20) {
    self.threshold = threshold
    self.byteLimit = byteLimit
  }

  /// The page of an id, where it is loaded.
  @inline(__always)
  func page(of id: Int64) -> Page? {
    let number = Int(truncatingIfNeeded: id >> PageSpan.bits)
    return pages.indices.contains(number) ? pages[number] : nil
  }

  /// Counts what is about to be wanted, and loads the pages that are worth it. Ids of `next` and above do not exist.
  mutating func prepare(
    _ ids: some Sequence<Int64>, next: Int64, load: (ClosedRange<Int64>) throws(StoreError) -> Page
  ) throws(StoreError) {
    for id in ids where id > 0 && id < next {
      let number = Int(id >> PageSpan.bits)
      if number >= pages.count {
        let missing = number + 1 - pages.count
        pages.append(contentsOf: repeatElement(nil, count: missing))
        demand.append(contentsOf: repeatElement(0, count: missing))
        thresholds.append(contentsOf: repeatElement(threshold, count: missing))
      }
      guard pages[number] == nil else { continue }
      demand[number] += 1
      if demand[number] >= thresholds[number] { try loadPage(number, load) }
    }
  }

  private mutating func loadPage(
    _ number: Int, _ load: (ClosedRange<Int64>) throws(StoreError) -> Page
  ) throws(StoreError) {
    if byteCount > byteLimit {
      for at in pages.indices { pages[at] = nil }
      byteCount = 0
    }
    let first = Int64(number) << PageSpan.bits
    let page = try load(first...(first + PageSpan.count - 1))
    byteCount += page.byteCount
    pages[number] = page
    demand[number] = 0
  }

  /// Forgets the page of an id, because the id changes.
  mutating func drop(_ id: Int64) {
    let number = Int(truncatingIfNeeded: id >> PageSpan.bits)
    guard pages.indices.contains(number), let page = pages[number] else { return }
    byteCount -= page.byteCount
    pages[number] = nil
    thresholds[number] = min(2 * thresholds[number], 4_096)
  }

  mutating func dropAll() {
    pages = []
    demand = []
    thresholds = []
    byteCount = 0
  }
}

/// How ids are dealt out to pages.
enum PageSpan {
  static let bits: Int64 = 8
  static let count: Int64 = 1 << bits

  /// The place of an id within its page.
  @inline(__always)
  static func slot(of id: Int64) -> Int { Int(truncatingIfNeeded: id & (count - 1)) }
}

/// What a ``PageCache`` keeps: immutable once loaded.
protocol CachedPage: AnyObject {
  /// How much memory it takes, roughly.
  var byteCount: Int { get }
}
