import Dispatch
import Synchronization

/// Work on many things at once.
enum AllCores {
  /// What becomes of each item, in their order. Each is worked on once, on whatever core is free.
  static func map<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], _ work: @Sendable (Int, Item) -> Outcome
  ) -> [Outcome] {
    let outcomes = Mutex<[Outcome?]>(Array(repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { at in
      let outcome = work(at, items[at])
      outcomes.withLock { $0[at] = outcome }
    }
    return outcomes.withLock { $0.compactMap { $0 } }
  }
}
