/// How well selectors fit elements.
extension StyleMatches {
  mutating func fits(_ steps: ArraySlice<StyleSelector.Step>, at place: Int) -> Fit {
    guard let step = steps.last else { return .sure }
    budget -= 1
    guard budget > 0 else {
      isIncomplete = true
      return .no
    }
    let own = fits(step, at: place)
    guard own != .no else { return .no }
    return min(own, around(place, steps.dropLast(), bond: step.bond))
  }

  /// How well what is around the element at `place` fits the steps before its own.
  private mutating func around(
    _ place: Int, _ steps: ArraySlice<StyleSelector.Step>, bond: StyleSelector.Bond
  ) -> Fit {
    guard let outer = steps.last else { return .sure }
    switch bond {
    case .childOf:
      return links[place].parent < 0 ? .no : fits(steps, at: links[place].parent)
    case .within:
      var best = Fit.no
      var next = links[place].parent
      while next >= 0, best != .sure {
        best = max(best, fits(steps, at: next))
        next = links[next].parent
      }
      return best
    case .beside:
      // What stands beside it isn't looked at.
      return min(.unsure, around(place, steps.dropLast(), bond: outer.bond))
    }
  }

  private mutating func fits(_ step: StyleSelector.Step, at place: Int) -> Fit {
    guard !step.isInteractive, links[place].fit(step) else { return .no }
    var fit = step.isUnsure ? Fit.unsure : .sure
    for number in step.numbers {
      let places = links[place].places
      guard places.first > 0 else {
        fit = .unsure
        continue
      }
      guard number.holds(for: number.isFromLast ? places.last : places.first) else { return .no }
    }
    for choice in step.choices {
      fit = min(fit, best(of: choice, at: place))
      if fit == .no { return .no }
    }
    switch best(of: step.exclusions, at: place) {
    case .sure: return .no
    case .unsure: return .unsure
    case .no: return fit
    }
  }

  private mutating func best(of selectors: [StyleSelector], at place: Int) -> Fit {
    var best = Fit.no
    for selector in selectors where best != .sure {
      let fit = fits(selector.steps[...], at: place)
      best = max(best, selector.isUnsure ? min(fit, .unsure) : fit)
    }
    return best
  }
}
