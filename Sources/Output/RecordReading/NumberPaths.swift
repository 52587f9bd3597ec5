/// Whole numbers to be read out of many objects of the same shape, by the keys that lead to them.
///
///     NumberPaths([["a", "x"], ["b"]]) in {"a":{"x":1,"y":2},"b":null}  ->  [1, nil]
package struct NumberPaths: Sendable {
  private var keys: [[UInt8]] = []
  private var inner: [NumberPaths] = []
  /// Of the number that a key leads to, in the list of paths.
  private var place: Int?
  /// All numbers, here and further in.
  private var count = 0

  package init(_ paths: [[String]]) {
    for (place, path) in paths.enumerated() { add(path[...], place) }
  }

  private mutating func add(_ path: ArraySlice<String>, _ place: Int) {
    count += 1
    guard let first = path.first else { return self.place = place }
    let key = Array(first.utf8)
    if let index = keys.firstIndex(of: key) { return inner[index].add(path.dropFirst(), place) }
    keys.append(key)
    inner.append(NumberPaths([]))
    inner[inner.count - 1].add(path.dropFirst(), place)
  }

  /// The numbers in the object at `range`; nil for what isn't there, or no whole number.
  ///
  /// One pass that makes nothing of other members, and ends with the last of its own.
  func numbers(of range: Range<Int>, in bytes: [UInt8]) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: count)
    _ = walk(range.lowerBound, range.upperBound, bytes, &numbers, isOuter: true)
    return numbers
  }

  /// The place after the object that begins at `start`; nil where there is none.
  private func walk(
    _ start: Int, _ end: Int, _ bytes: [UInt8], _ numbers: inout [Int?], isOuter: Bool
  ) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "{") else { return nil }
    var place = start + 1
    var next = 0
    var missing = keys.count
    while place < end, bytes[place] != UInt8(ascii: "}") {
      guard let key = JSONWalk.stringEnd(place, end, bytes), key < end,
        bytes[key] == UInt8(ascii: ":")
      else { return nil }
      let index = index(of: bytes[(place + 1)..<(key - 1)], from: &next)
      let value = key + 1
      let after: Int?
      if let index, inner[index].place == nil, value < end, bytes[value] == UInt8(ascii: "{") {
        after = inner[index].walk(value, end, bytes, &numbers, isOuter: false)
      } else {
        after = JSONWalk.valueEnd(value, end, bytes)
      }
      guard let after, after < end else { return nil }
      if let index {
        if let place = inner[index].place { numbers[place] = Self.integer(bytes[value..<after]) }
        missing -= 1
        if isOuter, missing == 0 { return after }
      }
      place = bytes[after] == UInt8(ascii: ",") ? after + 1 : after
    }
    return place < end ? place + 1 : nil
  }

  /// Keys mostly come in the order in which they are looked for.
  private func index(of name: ArraySlice<UInt8>, from next: inout Int) -> Int? {
    for step in keys.indices {
      let index = next + step < keys.count ? next + step : next + step - keys.count
      if keys[index].count == name.count, name.elementsEqual(keys[index]) {
        next = index + 1 < keys.count ? index + 1 : 0
        return index
      }
    }
    return nil
  }

  private static func integer(_ text: ArraySlice<UInt8>) -> Int? {
    var digits = text
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return isNegative ? -number : number
  }
}
