import Foundation

/// Standard output, which must be flushed after each answer.
enum Standard {
  static func flush() { fflush(nil) }
}
