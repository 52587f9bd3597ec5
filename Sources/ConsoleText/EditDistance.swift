/// How far two names are from each other.
package enum EditDistance {
  /// Levenshtein's distance: characters to insert, delete or replace; a swap of neighbours counts two.
  ///
  ///     EditDistance.between(Array("jbos".utf8), Array("jobs".utf8))  ->  2
  package static func between<Character: Equatable>(_ a: [Character], _ b: [Character]) -> Int {
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
