internal import ConsoleText

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
      let distance = EditDistance.between(
        wrong, name.utf8.map { $0 == UInt8(ascii: "_") ? $0 : $0 | 0x20 })
      if distance <= max(1, name.utf8.count / 3), distance < best?.distance ?? .max {
        best = (name, distance)
      }
    }
    return best?.name
  }
}
