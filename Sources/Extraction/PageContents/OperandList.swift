/// Operands of one kind: a list whose room is used for one operator after another.
struct OperandList<Element> {
  private var room: [Element] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count < room.count { room[count] = element } else { room.append(element) }
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// The one at an index below ``count``.
  subscript(_ index: Int) -> Element { room[index] }
}
