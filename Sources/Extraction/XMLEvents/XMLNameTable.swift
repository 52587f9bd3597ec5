internal import CLibXML2

/// Finds the index of a name by the address of its only copy in a parser's dictionary.
@safe struct XMLNameTable {
  private struct Slot {
    var address: UInt = 0
    var index = -1
  }

  private var slots: [Slot]
  private let shift: UInt64
  /// Addresses by index, for looking up an attribute.
  private let addresses: [UInt]

  /// Interns `names[i]` and maps it to `indices[i]`.
  init(_ names: [(name: [UInt8], index: Int)], count: Int, in dictionary: xmlDictPtr) {
    var bits: UInt64 = 4
    while 1 << bits < names.count * 4 { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: Slot(), count: 1 << bits)
    var addresses = [UInt](repeating: 0, count: count)
    for (name, index) in names {
      guard let copy = unsafe xmlDictLookup(dictionary, name, Int32(clamping: name.count)) else {
        continue
      }
      let address = UInt(bitPattern: copy)
      if addresses.indices.contains(index) { addresses[index] = address }
      var slot = Self.slot(of: address, shift: shift)
      while slots[slot].address != 0, slots[slot].address != address {
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = Slot(address: address, index: index)
    }
    self.addresses = addresses
  }

  private static func slot(of address: UInt, shift: UInt64) -> Int {
    // Fibonacci hashing: interned names lie packed, so the low bits alone would cluster.
    Int((UInt64(address) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// Where name `index` is interned, nil if it is not in the vocabulary.
  func address(of index: Int) -> UInt? {
    addresses.indices.contains(index) ? addresses[index] : nil
  }

  /// The index of the name interned at `address`, -1 if it is not in the vocabulary.
  func index(of address: UInt) -> Int {
    var slot = Self.slot(of: address, shift: shift)
    while true {
      let candidate = slots[slot]
      if candidate.address == address { return candidate.index }
      if candidate.address == 0 { return -1 }
      slot = (slot + 1) & (slots.count - 1)
    }
  }
}
