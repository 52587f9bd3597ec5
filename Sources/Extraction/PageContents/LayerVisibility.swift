internal import PDFObjects

/// Which layers (optional content, ISO 32000-1, 8.11) a reader of the document sees.
struct LayerVisibility {
  private var hidden: Set<PDFReference> = []

  /// Reads the default configuration (8.11.4.3); without one every layer is seen.
  init(_ file: PDFFile) throws(PDFRefusal) {
    guard let properties = try file.resolve(try file.catalog()["OCProperties"]).dictionary,
      let configuration = try file.resolve(properties["D"]).dictionary
    else { return }
    if try file.resolve(configuration["BaseState"]).name == "OFF" {
      hidden = try Self.references(properties["OCGs"], in: file)
    }
    hidden.subtract(try Self.references(configuration["ON"], in: file))
    hidden.formUnion(try Self.references(configuration["OFF"], in: file))
  }

  private static func references(
    _ object: PDFObject?, in file: PDFFile
  ) throws(PDFRefusal) -> Set<PDFReference> {
    Set((try file.resolve(object).array ?? []).compactMap(\.reference))
  }

  /// Whether what belongs to `layer`, a group or a membership dictionary (8.11.2), is seen.
  func shows(_ layer: PDFObject, in file: PDFFile) throws(PDFRefusal) -> Bool {
    if let reference = layer.reference, hidden.contains(reference) { return false }
    guard let membership = try file.resolve(layer).dictionary,
      try file.resolve(membership["Type"]).name == "OCMD"
    else { return true }
    guard membership["VE"] == nil else {
      if hidden.isEmpty { return true }
      throw .unsupported("a visibility expression")
    }
    let groups: [PDFReference] =
      if let one = membership["OCGs"]?.reference,
        try file.resolve(membership["OCGs"]).array == nil
      {
        [one]
      } else {
        (try file.resolve(membership["OCGs"]).array ?? []).compactMap(\.reference)
      }
    guard !groups.isEmpty else { return true }
    let areSeen = groups.map { !hidden.contains($0) }
    switch try file.resolve(membership["P"]).name?.text {
    case "AllOn": return areSeen.allSatisfy { $0 }
    case "AnyOff": return areSeen.contains(false)
    case "AllOff": return !areSeen.contains(true)
    default: return areSeen.contains(true)
    }
  }
}
