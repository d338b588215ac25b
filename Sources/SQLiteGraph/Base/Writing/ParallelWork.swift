import Dispatch
import GraphModel
import Synchronization

/// Pieces of work that know nothing of each other, done on all cores; the results come in the order of the pieces.
enum ParallelWork {
  /// Fails with the failure of the first piece that fails.
  static func map<Piece: Sendable, Result: Sendable>(
    _ pieces: [Piece], _ work: @Sendable (Piece) throws(StoreError) -> Result
  ) throws(StoreError) -> [Result] {
    let results = Mutex<[Swift.Result<Result, StoreError>?]>(Array(repeating: nil, count: pieces.count))
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
