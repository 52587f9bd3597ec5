/// What a record says of the program that wrote it.
package enum Version {
  package static let tool = "0.2.0"
  /// Goes up whenever the same bytes may give another value.
  package static let rules = "3"
}
