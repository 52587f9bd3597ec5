/// The colours of a picture and what its mask leaves of them, read where they are asked for.
package struct PictureRaster: Hashable, Sendable {
  /// Rows of numbers, each of some bits, each row at a byte of its own (ISO 32000-1, 8.9.5.2).
  package struct Samples: Hashable, Sendable {
    private let width, height, count, bits: Int
    private let bytes: [UInt8]
    /// Whether the greatest number means the least: `/Decode [1 0]`.
    private let isInverted: Bool

    /// Nil where `bytes` are too few.
    ///
    /// - Parameters:
    ///   - count: How many numbers make a place.
    ///   - bits: Of a number: 1, 2, 4 or 8.
    package init?(
      width: Int, height: Int, count: Int, bits: Int, bytes: [UInt8], isInverted: Bool = false
    ) {
      guard (1...1 << 15).contains(width), (1...1 << 15).contains(height),
        (1...4).contains(count), [1, 2, 4, 8].contains(bits),
        (width * count * bits + 7) / 8 * height <= bytes.count
      else { return nil }
      (self.width, self.height, self.count, self.bits) = (width, height, count, bits)
      self.bytes = bytes
      self.isInverted = isInverted
    }

    /// The numbers at a place, `x` and `y` from 0 to 1 from the top left corner.
    fileprivate func numbers(x: Double, y: Double) -> SIMD4<Int> {
      let column = min(Int(x * Double(width)), width - 1)
      let row = min(Int(y * Double(height)), height - 1)
      var numbers = SIMD4<Int>()
      let start = row * ((width * count * bits + 7) / 8)
      for index in 0..<count {
        let bit = (column * count + index) * bits
        let byte = Int(bytes[start + bit / 8])
        let value = byte >> (8 - bits - bit % 8) & greatest
        numbers[index] = isInverted ? greatest - value : value
      }
      return numbers
    }

    fileprivate var greatest: Int { (1 << bits) - 1 }

    fileprivate func shares(x: Double, y: Double) -> SIMD4<Double> {
      SIMD4<Double>(numbers(x: x, y: y)) / Double(greatest)
    }
  }

  /// What the numbers of a place mean.
  package enum Colours: Hashable, Sendable {
    case grey, rgb, cmyk
    /// By number.
    case table([PaintColour])
  }

  package enum Mask: Hashable, Sendable {
    /// How much is seen of each place.
    case soft(Samples)
    /// Colours that are left out: for each number the least and the greatest one.
    case key([ClosedRange<Int>])
  }

  private let samples: Samples?
  private let colours: Colours
  private let mask: Mask?
  /// From the page to a square of side 1, upwards: x' = ax + cy + e, y' = bx + dy + f.
  private let a, b, c, d, e, f: Double

  /// - Parameters:
  ///   - samples: Nil where the colours aren't known.
  ///   - toSquare: Six numbers, from the page to a square of side 1 in which the picture stands upright.
  package init?(samples: Samples?, colours: Colours, mask: Mask?, toSquare: [Double]) {
    guard toSquare.count == 6 else { return nil }
    self.samples = samples
    self.colours = colours
    self.mask = mask
    (a, b, c, d, e, f) = (
      toSquare[0], toSquare[1], toSquare[2], toSquare[3], toSquare[4], toSquare[5]
    )
  }

  /// What the picture shows at a place of the page: its colour, nil where that isn't known, and how much of it is seen;
  /// nil outside of the picture.
  package func look(x: Double, y: Double) -> (colour: PaintColour?, alpha: Double)? {
    let (right, up) = (a * x + c * y + e, b * x + d * y + f)
    guard right >= 0, right <= 1, up >= 0, up <= 1 else { return nil }
    let down = 1 - up
    var alpha = 1.0
    switch mask {
    case .soft(let mask): alpha = mask.shares(x: right, y: down)[0]
    case .key(let ranges):
      if let numbers = samples?.numbers(x: right, y: down),
        ranges.indices.allSatisfy({ $0 < 4 && ranges[$0].contains(numbers[$0]) })
      {
        alpha = 0
      }
    case nil: break
    }
    return (samples.flatMap { colour(of: $0, x: right, y: down) }, alpha)
  }

  private func colour(of samples: Samples, x: Double, y: Double) -> PaintColour? {
    switch colours {
    case .grey:
      let share = samples.shares(x: x, y: y)[0]
      return PaintColour(red: share, green: share, blue: share)
    case .rgb:
      let shares = samples.shares(x: x, y: y)
      return PaintColour(red: shares[0], green: shares[1], blue: shares[2])
    case .cmyk:
      let inks = samples.shares(x: x, y: y)
      return PaintColour(
        red: (1 - inks[0]) * (1 - inks[3]), green: (1 - inks[1]) * (1 - inks[3]),
        blue: (1 - inks[2]) * (1 - inks[3]))
    case .table(let table):
      let number = samples.numbers(x: x, y: y)[0]
      return number < table.count ? table[number] : nil
    }
  }
}
