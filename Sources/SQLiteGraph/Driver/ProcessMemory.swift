import CSQLite
import Synchronization

/// How the memory of this process is managed.
public enum ProcessMemory {
  private static let hasLargePages = Atomic<Bool>(false)
  /// In bytes.
  private static let limit = Atomic<UInt64>(sillage_sensible_memory())
  /// When there was room the last time that it was looked at, in milliseconds.
  private static let lastLook = Atomic<UInt64>(0)

  /// Keeps up to 256 MB that was given back for the next use of it: asking the system for it anew takes a question of a millisecond a
  /// third of its time. For programs that answer; one that loads much had better give back what it can.
  public static func keepFreed() { sillage_keep_freed_memory() }

  /// Has the system hand out memory in pieces of 2 MB, where it does: first touching it by pages of 4 KB takes a sixth of the time of a
  /// change of many rows. For programs that go on, before they start threads; one that answers a question and ends touches too little.
  public static func useLargePages() {
    sillage_use_large_pages(128 << 20)
    hasLargePages.store(true, ordering: .relaxed)
  }

  /// Sets how many bytes queries may bring this process to use. Without it that is half the memory of the machine, or a third of the
  /// addresses that the process may use where these are limited.
  public static func limit(bytes: UInt64) { limit.store(bytes, ordering: .relaxed) }

  /// The limit where more is in use; nil where there is room. To be asked now and then by work that gathers more and more.
  /// It looks but every few milliseconds, in which little is gathered. Cost: some nanoseconds, and some microseconds where it looks.
  public static var exceededLimit: UInt64? {
    let now = sillage_milliseconds()
    guard now != lastLook.load(ordering: .relaxed) else { return nil }
    let limit = limit.load(ordering: .relaxed)
    if sillage_uses_more(limit) { return limit }
    lastLook.store(now, ordering: .relaxed)
    return nil
  }

  /// Zeros from the system, of which memory is only taken where they are touched; nil where it has no room. Whoever asks gives them back
  /// with `munmap`.
  @unsafe
  static func zeros(_ size: Int) -> UnsafeMutableRawPointer? {
    unsafe sillage_zeros(size, hasLargePages.load(ordering: .relaxed))
  }
}
