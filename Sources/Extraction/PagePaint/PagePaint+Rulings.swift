extension PagePaint {
  /// The lines that may border the cells of a table: every line of the page itself that is seen on its white.
  package var rulings: Rulings { Rulings(of: borders) }

  /// The same lines as they are painted.
  package var borders: [PaintedLine] {
    lines.filter {
      $0.paint.colour != .white && $0.paint.alpha > 0 && $0.paint.order < annotationOrder
    }
  }
}

extension Rulings {
  /// Lines as they are painted, made one where they overlap or touch end to end.
  package init(of lines: some Sequence<PaintedLine>) {
    var rulings = Rulings()
    for line in lines {
      if line.isHorizontal {
        rulings.horizontal.append(line.ruling)
      } else {
        rulings.vertical.append(line.ruling)
      }
    }
    self = rulings.merged()
  }
}
