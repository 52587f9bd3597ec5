/// The stream cipher of encryption up to 128 bits (7.6.2); libcrypto has it only in its legacy provider.
enum RC4 {
  /// `bytes` encrypted or decrypted, which is the same operation; an empty key leaves them as they are.
  static func applied(to bytes: ArraySlice<UInt8>, key: [UInt8]) -> [UInt8] {
    guard !key.isEmpty else { return Array(bytes) }
    var state = (0...255).map { UInt8($0) }
    var j: UInt8 = 0
    for i in 0..<256 {
      j = j &+ state[i] &+ key[i % key.count]
      state.swapAt(i, Int(j))
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var i: UInt8 = 0
    j = 0
    for byte in bytes {
      i &+= 1
      j = j &+ state[Int(i)]
      state.swapAt(Int(i), Int(j))
      output.append(byte ^ state[Int(state[Int(i)] &+ state[Int(j)])])
    }
    return output
  }
}
