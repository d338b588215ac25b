/// The files that a statement may read: opens one by its address and gives its bytes piece by piece, nil after the last.
public struct FileSource {
  public typealias Pieces = () throws(FileFailure) -> [UInt8]?

  public let open: (_ address: String) throws(FileFailure) -> Pieces

  public init(open: @escaping (_ address: String) throws(FileFailure) -> Pieces) { self.open = open }
}

/// Why a file cannot be read, in a sentence.
public struct FileFailure: Error, Hashable, Sendable {
  public var message: String
  public var hint: String?

  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
