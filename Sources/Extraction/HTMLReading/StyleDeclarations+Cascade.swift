internal import DocumentModel

/// What styles come to together, and what is in doubt by them.
extension StyleDeclarations {
  /// Notes that text may not show as it stands in the source.
  mutating func doubt(_ cause: String? = nil) {
    var other = StyleDeclarations()
    other.isUnclear = true
    other.cause = cause
    takeDoubt(of: other)
  }

  /// Takes the doubt of `other` to that of its own: both are known by their causes only where both have one.
  private mutating func takeDoubt(of other: StyleDeclarations) {
    guard let isOther = other.isUnclear else { return }
    cause = Self.cause(of: cause, isUnclear == true, and: other.cause, isOther)
    isUnclear = isOther
  }

  /// The cause of two doubts together, of which either may be none.
  static func cause(
    of first: String?, _ isFirst: Bool, and second: String?, _ isSecond: Bool
  ) -> String? {
    guard isFirst, isSecond else { return isSecond ? second : isFirst ? first : nil }
    guard let first, let second else { return nil }
    return first == second ? first : "\(first);\(second)"
  }

  /// Whether text may be gone by it.
  var hides: Bool {
    display == Display.none || isInvisible == true || size == .tiny || isClear == true
      || isOffPage == true || isUnclear == true || ink == .clear
  }

  /// Whether it shows what another rule may hide.
  var shows: Bool {
    display.map { $0 != .none } ?? false || isInvisible == false || size == .seen
      || size == .relative || isClear == false
  }

  /// Whether it says nothing.
  var isBlank: Bool {
    display == nil && isInvisible == nil && ink == nil && ground == nil && isStruck == nil
      && height == nil && size == nil && isClear == nil && isOffPage == nil && isUnclear == nil
      && isMoved == nil && isFlat == nil && isCut == nil && isDrawnBack == nil && isPicture == nil
      && family == nil && listStyle == nil && isListNumber == nil
  }

  /// What it leaves to doubt where it isn't known whether it holds; nil where that is nothing.
  ///
  /// - Parameter cause: What tells the rule from others; nil where it may fit some cells and others not.
  func doubted(_ cause: String?) -> StyleDeclarations? {
    var doubted = StyleDeclarations()
    if hides {
      doubted.isUnclear = true
      doubted.cause = cause
    } else if shows {
      doubted.mayShow = true
    }
    // Where the ground may be another, so may be what is seen on it.
    if ground != nil { doubted.ground = .unknown }
    doubted.ranks.ground = ranks.ground
    return doubted.isBlank && doubted.mayShow == nil ? nil : doubted
  }

  /// Makes what is hidden unclear: another rule may show it.
  mutating func letShow() {
    guard display == Display.none || isInvisible == true || size == .tiny || isClear == true else {
      return
    }
    if display == Display.none { display = nil }
    (isInvisible, size, isClear) = (nil, nil, nil)
    doubt()
  }

  private static func take<Value>(
    _ new: Value?, _ newRank: Int, over old: inout Value?, _ rank: inout Int
  ) {
    guard let new, newRank >= rank else { return }
    old = new
    rank = newRank
  }

  /// Takes from `other` what it says, but for what a stronger rule says here.
  mutating func override(with other: StyleDeclarations) {
    Self.take(other.display, other.ranks.display, over: &display, &ranks.display)
    Self.take(other.isInvisible, other.ranks.visibility, over: &isInvisible, &ranks.visibility)
    Self.take(other.size, other.ranks.size, over: &size, &ranks.size)
    Self.take(other.isClear, other.ranks.opacity, over: &isClear, &ranks.opacity)
    Self.take(other.ink, other.ranks.ink, over: &ink, &ranks.ink)
    Self.take(other.ground, other.ranks.ground, over: &ground, &ranks.ground)
    isStruck = other.isStruck ?? isStruck
    height = other.height ?? height
    isOffPage = other.isOffPage ?? isOffPage
    takeDoubt(of: other)
    mayShow = other.mayShow ?? mayShow
    isMoved = other.isMoved ?? isMoved
    isFlat = other.isFlat ?? isFlat
    isCut = other.isCut ?? isCut
    isDrawnBack = other.isDrawnBack ?? isDrawnBack
    isPicture = other.isPicture ?? isPicture
    family = other.family ?? family
    listStyle = other.listStyle ?? listStyle
    isListNumber = other.isListNumber ?? isListNumber
  }
}
