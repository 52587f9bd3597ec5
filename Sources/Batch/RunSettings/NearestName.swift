/// What somebody may have meant who wrote a name that does not exist.
enum NearestName {
  /// ``; did you mean "jobs"?``, or nothing where no name of `names` is close.
  static func hint(for wrong: String, in names: some Sequence<String>) -> String {
    guard let name = nearest(to: wrong, in: names) else { return "" }
    return "; did you mean \"\(name)\"?"
  }

  /// The name that the fewest typing mistakes lead to `wrong`; the first of several; nil where they are too many.
  static func nearest(to wrong: String, in names: some Sequence<String>) -> String? {
    // What is longer than any name with its mistakes is not worth comparing.
    guard wrong.utf8.count <= 64 else { return nil }
    let wrong = Array(wrong.utf8).map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 | 0x20 }
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = distance(wrong, name.utf8.map { $0 == UInt8(ascii: "_") ? $0 : $0 | 0x20 })
      if distance <= max(1, name.utf8.count / 3), distance < best?.distance ?? .max {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// Levenshtein's distance, a swap of neighbours counting two.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
