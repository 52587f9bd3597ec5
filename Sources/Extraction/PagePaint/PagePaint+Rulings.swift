extension PagePaint {
  /// The lines that may border the cells of a table: every line of the page itself that is seen on its white.
  package var rulings: Rulings {
    var rulings = Rulings()
    for line in lines
    where line.paint.colour != .white && line.paint.alpha > 0 && line.paint.order < annotationOrder
    {
      if line.isHorizontal {
        rulings.horizontal.append(line.ruling)
      } else {
        rulings.vertical.append(line.ruling)
      }
    }
    return rulings.merged()
  }
}
