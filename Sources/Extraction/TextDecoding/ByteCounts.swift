/// How often each byte stands in a text: counted once, it answers most of what is asked about an encoding.
package struct ByteCounts {
  private var counts = InlineArray<256, Int>(repeating: 0)

  package init(_ bytes: [UInt8]) {
    for byte in bytes { counts[Int(byte)] &+= 1 }
  }

  package subscript(byte: UInt8) -> Int { counts[Int(byte)] }

  /// How many bytes are `counted`.
  package func total(where counted: (UInt8) -> Bool) -> Int {
    (UInt8.min...UInt8.max).reduce(0) { counted($1) ? $0 + self[$1] : $0 }
  }
}
