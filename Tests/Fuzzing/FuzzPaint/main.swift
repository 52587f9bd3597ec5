internal import Diagnostics
internal import FuzzSupport
internal import PDFObjects
internal import PageContents
internal import PagePaint
internal import TestSupport

// `0` and a whole PDF, or `1` and the content stream of one page. Whatever comes of it is bounded, a place is a number,
// and the second reading gives the same.
Fuzzing.isTextual = true

private func paints(_ file: [UInt8]) -> [PagePaint?] {
  do throws(PDFRefusal) {
    let file = try PDFFile(file)
    let reader = try PageContentReader(file)
    return try file.pages().prefix(8).map { page in
      do throws(PDFRefusal) {
        return try reader.paint(of: page)
      } catch {
        return nil
      }
    }
  } catch {
    return []
  }
}

private func check(_ paint: PagePaint) {
  let boxes =
    paint.areas.map(\.box) + paint.pictures.map(\.box) + paint.outlines.map(\.box)
    + paint.glyphs.map(\.box)
  precondition(
    boxes.allSatisfy {
      $0.left.isFinite && $0.top.isFinite && $0.right >= $0.left && $0.bottom >= $0.top
    },
    "oracle: a box is none")
  precondition(
    paint.lines.allSatisfy { $0.ruling.position.isFinite && $0.ruling.start < $0.ruling.end },
    "oracle: a line is none")
}

Fuzzing.run { bytes in
  guard let mode = bytes.first else { return }
  var file = Array(bytes.dropFirst())
  if mode == UInt8(ascii: "1") {
    var page = PDFWriter.Page(width: 200, height: 200)
    page.paint(String(decoding: file, as: UTF8.self))
    page.resources =
      "/ExtGState << /G << /ca .5 >> >> /XObject << /X 11 0 R >> /ColorSpace << /S [/Separation /A /DeviceGray << >>] >>"
    var writer = PDFWriter([page])
    writer.objects = [
      "<< /Subtype /Form /BBox [0 0 9 9] /Length 12 >>\nstream\n0 0 5 5 re f\nendstream"
    ]
    file = writer.bytes
  }
  let first = paints(file)
  for paint in first { if let paint { check(paint) } }
  precondition(paints(file) == first, "oracle: read otherwise the second time")
}
