internal import FuzzSupport
internal import TestSupport
internal import XMLEvents

// A part of a package. Whatever the scanner takes for plain, libxml2 takes too and reads alike, in pieces of any length.
Fuzzing.isTextual = true

private let readings = XMLReadings(
  namespaces: [
    ["http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
    ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ], names: ["p", "r", "t", "val", "Requires", "Choice", "rPr"], passedOver: "rPr",
  prefixes: ["", "w", "mc", "o"], limits: XMLLimits(depth: 40, tagBytes: 4_096, attributes: 32))

Fuzzing.run { bytes in
  guard let events = readings.scanned(bytes) else { return }
  precondition(readings.parsed(bytes) == events, "oracle: the parser reads it otherwise")
  for step in [1, 7, 64] {
    precondition(readings.scanned(bytes, step: step) == events, "oracle: read otherwise by \(step)")
  }
}
