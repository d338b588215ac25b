import Dispatch
import GraphModel
import Synchronization

/// Pieces of work that know nothing of each other, done on all cores; the results come in the order of the pieces.
enum ParallelWork {
  /// So much work at least, looks at a number for instance, makes another thread worth its while.
  private static let smallestPiece = 8_192

  /// Cuts a list of `count` items into pieces for so many workers, `work` being how much there is to do for all of them.
  static func pieces(of count: Int, work: Int, _ workers: Int) -> [Range<Int>] {
    let pieces = max(1, min(workers, work / smallestPiece))
    return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }

  /// Fails with the failure of the first piece that fails.
  static func map<Piece: Sendable, Result: Sendable>(
    _ pieces: [Piece], _ work: @Sendable (Piece) throws(StoreError) -> Result
  ) throws(StoreError) -> [Result] {
    let results = Mutex<[Swift.Result<Result, StoreError>?]>(Array(filledWith: nil, count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { at in
      let result: Swift.Result<Result, StoreError>
      do throws(StoreError) { result = .success(try work(pieces[at])) } catch { result = .failure(error) }
      results.withLock { $0[at] = result }
    }
    var all: [Result] = []
    all.reserveCapacity(pieces.count)
    for result in results.withLock({ $0 }) {
      if let result { all.append(try result.get()) }
    }
    return all
  }
}
