import Dispatch
import Synchronization

/// Hands items over to another thread, which works on them one after the other, in the order in which they came.
///
/// The thread is taken when there is something to do, and given back when there is not. Guarded by itself.
final class Conveyor<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var isRunning = false
    /// Whether somebody waits for the thread to stop.
    var isAwaited = false
    var failure: ExecutionFailure?
  }

  /// So many may wait before whoever adds the next waits, too.
  private static var limit: Int { 32 }

  private let state = Mutex(State())
  private let stopped = DispatchSemaphore(value: 0)
  private let work: @Sendable (Item) throws(ExecutionFailure) -> Void

  init(_ work: @escaping @Sendable (Item) throws(ExecutionFailure) -> Void) { self.work = work }

  /// Fails with the failure of an earlier item; later ones are dropped then.
  func add(_ item: Item) throws(ExecutionFailure) {
    let (starts, isFull) = state.withLock { state in
      state.items.append(item)
      defer { state.isRunning = true }
      return (!state.isRunning, state.items.count > Self.limit)
    }
    if starts { DispatchQueue.global().async { self.run() } }
    if isFull { try finish() }
  }

  /// Waits until everything is done. Fails with the failure of an item, once.
  func finish() throws(ExecutionFailure) {
    let waits = state.withLock { state in
      state.isAwaited = state.isRunning
      return state.isRunning
    }
    if waits { stopped.wait() }
    let failure = state.withLock { state in
      defer { state.failure = nil }
      return state.failure
    }
    if let failure { throw failure }
  }

  private func run() {
    while let items = next() {
      do throws(ExecutionFailure) { for item in items { try work(item) } } catch {
        let failure = error
        state.withLock { $0.failure = failure }
      }
    }
  }

  /// All that waits; nil where nothing does, or after a failure.
  private func next() -> [Item]? {
    let (items, isAwaited) = state.withLock { state -> ([Item]?, Bool) in
      if state.failure != nil { state.items = [] }
      guard state.items.isEmpty else {
        defer { state.items = [] }
        return (state.items, false)
      }
      defer { (state.isRunning, state.isAwaited) = (false, false) }
      return (nil, state.isAwaited)
    }
    if isAwaited { stopped.signal() }
    return items
  }
}
