package import PlainWords

/// Why folders are not the shards of one run, each reason a sentence that names them and says what to do.
package struct MergeRefusal: Error, Hashable, Sendable {
  package var reasons: [Words]

  package init(_ reasons: [Words]) { self.reasons = reasons }
}
