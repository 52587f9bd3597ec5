package import DocumentModel

extension Limits {
  /// The defaults, with an hour for a child program: hundreds of tests convert at once on few processors.
  package static var patient: Limits {
    var limits = Limits()
    limits.backendSeconds = 3_600
    return limits
  }
}
