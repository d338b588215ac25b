import CSQLite
import Synchronization

/// Stops the work of one graph from another thread or from a signal handler: the call that runs, and each later one until
/// its transaction is ended, fails with `interrupted`.
///
/// Guarded by itself: a mutex keeps the connection from closing while it is being interrupted. The mutex is only tried, so
/// a signal that arrives within does not wait for itself.
public final class Interruption: Sendable {
  /// Guarded by the mutex that holds it; SQLite allows this one call on it from any thread.
  @safe
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let handle = Mutex<Handle?>(nil)
  private let requested = Atomic<Bool>(false)

  init() {}

  /// Asks for the stop. Does not wait for it.
  public func interrupt() {
    requested.store(true, ordering: .relaxed)
    handle.withLockIfAvailable { open in
      if let open { unsafe sqlite3_interrupt(open.pointer) }
    }
  }

  /// Whether a stop was asked for that has not been cleared.
  var isRequested: Bool { requested.load(ordering: .relaxed) }

  func clear() { requested.store(false, ordering: .relaxed) }

  func attach(_ open: OpaquePointer) {
    let open = unsafe Handle(pointer: open)
    handle.withLock { $0 = open }
  }

  func detach() {
    handle.withLock { $0 = nil }
  }
}
