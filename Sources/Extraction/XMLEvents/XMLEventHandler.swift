/// Receives the events of one XML part in document order.
///
/// A value, because a class would pay for an exclusivity check at every property of every event.
package protocol XMLEventHandler {
  /// What is in an element that is passed over brings no event, and neither does its end.
  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent
  mutating func end(_ name: XMLName)
  /// Character data; one text may come in many pieces, even in the middle of a character.
  mutating func text(_ text: borrowing XMLText)
}

/// Whether a handler wants what is in the element that it was told of.
package enum XMLContent {
  case wanted, passedOver
}

/// A piece of character data, good only during the call that brings it.
@safe package struct XMLText: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
  }

  package var count: Int { unsafe bytes.count }

  /// Whether it is spaces and line ends only, as between elements.
  package var isBlank: Bool { unsafe bytes.allSatisfy(\.isBlank) }

  /// Appends the UTF-8 bytes of the piece.
  package func append(to buffer: inout [UInt8]) {
    unsafe buffer.append(contentsOf: bytes)
  }
}
