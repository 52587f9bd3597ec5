internal import PDFObjects
internal import PagePaint

/// Colour operators (ISO 32000-1, 8.6.8).
extension ContentInterpreter {
  /// False for other operators.
  mutating func setColour(
    _ name: ContentOperator, _ scanner: ContentScanner
  ) throws(PDFRefusal) -> Bool {
    switch name {
    case "g": state.fill.set(.grey, try scanner.last(1))
    case "G": state.stroke.set(.grey, try scanner.last(1))
    case "rg": state.fill.set(.rgb, try scanner.last(3))
    case "RG": state.stroke.set(.rgb, try scanner.last(3))
    case "k": state.fill.set(.cmyk, try scanner.last(4))
    case "K": state.stroke.set(.cmyk, try scanner.last(4))
    case "cs": try state.fill.begin(space(try scanner.lastName()))
    case "CS": try state.stroke.begin(space(try scanner.lastName()))
    case "sc", "scn":
      state.fill.set(state.fill.space, scanner.allNumbers)
      if let name = scanner.names.last { try setPattern(name.name, \.fill) }
    case "SC", "SCN":
      state.stroke.set(state.stroke.space, scanner.allNumbers)
      if let name = scanner.names.last { try setPattern(name.name, \.stroke) }
    default: return false
    }
    return true
  }

  /// Sets what is known of the colours of the pattern `name` (8.7).
  private mutating func setPattern(
    _ name: PDFName, _ ink: WritableKeyPath<GraphicsState, GraphicsState.Ink>
  ) throws(PDFRefusal) {
    guard case .pattern = state[keyPath: ink].space else { return }
    let look = try look(ofPattern: name)
    state[keyPath: ink].bounds = look.bounds
    state[keyPath: ink].isUncertain = look.isUncertain
    state[keyPath: ink].showsPicture = look.showsPicture
  }

  private func space(_ name: PDFName) throws(PDFRefusal) -> ColourSpace {
    try ColourSpace(.name(name), resources: named, in: resources.file)
  }
}

extension GraphicsState.Ink {
  fileprivate mutating func set(_ space: ColourSpace, _ values: [Double]) {
    begin(space)
    colour = space.colour(values)
  }

  fileprivate mutating func begin(_ space: ColourSpace) {
    self.space = space
    colour = space.initial
    bounds = nil
    isUncertain = false
    showsPicture = false
    isNothing = space.isNothing
  }
}
