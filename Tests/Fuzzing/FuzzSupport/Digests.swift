internal import Foundation
internal import InputFiles

/// Writes the digest of every line to the file that `GONGKAI_FUZZ_DIGESTS` names.
///
/// Two processes over one corpus must write the same: one alone can't see that a line depends on the order of a hash.
enum Digests {
  static func note(_ line: [UInt8]) {
    guard let file = unsafe file else { return }
    unsafe fputs(Digest.sha256(line) + "\n", file)
    // libFuzzer ends without a word to the C library.
    unsafe fflush(file)
  }

  private nonisolated(unsafe) static let file: UnsafeMutablePointer<FILE>? = {
    unsafe ProcessInfo.processInfo.environment["GONGKAI_FUZZ_DIGESTS"].flatMap {
      unsafe fopen($0, "w")
    }
  }()
}
