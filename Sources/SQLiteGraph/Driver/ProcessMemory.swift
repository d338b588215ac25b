import CSQLite

/// How the memory of this process is managed. It has no state to guard.
public enum ProcessMemory {
  /// Keeps up to 256 MB that was given back for the next use of it: asking the system for it anew takes a question of a millisecond a
  /// third of its time. For programs that answer; one that loads much had better give back what it can.
  public static func keepFreed() { sillage_keep_freed_memory() }

  /// Has the system hand out memory in large pieces, which saves most of the time that first touching it takes: about a tenth of what
  /// changes many rows. For programs that go on, of one thread so far.
  public static func useLargePages() { sillage_use_large_pages(128 << 20) }
}
