#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Called before a test speaks with a program that may be gone when it is written to: that is an error then, and does not end all tests.
public func makeBrokenPipesErrors() {
  _ = signal(SIGPIPE, SIG_IGN)
}
