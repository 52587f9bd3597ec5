/// A rectangle (7.9.5) with its corners in order: `left` <= `right`, `bottom` <= `top`.
package struct PDFRectangle: Hashable, Sendable {
  package var left, bottom, right, top: Double

  package init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = left
    self.bottom = bottom
    self.right = right
    self.top = top
  }

  package var width: Double { right - left }
  package var height: Double { top - bottom }

  /// Each side moved into `other`; of no area where they don't meet.
  func clipped(to other: PDFRectangle) -> PDFRectangle {
    PDFRectangle(
      left: min(max(left, other.left), other.right),
      bottom: min(max(bottom, other.bottom), other.top),
      right: min(max(right, other.left), other.right),
      top: min(max(top, other.bottom), other.top))
  }
}
