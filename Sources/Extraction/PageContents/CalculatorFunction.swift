internal import Glibc

/// A function in the small part of PostScript that PDF has for it (ISO 32000-1, 7.10.5): `{ dup 0.5 mul exch }`.
///
/// Arithmetic, comparisons, `if` and the moves of the stack; one with other operators gives no value.
struct CalculatorFunction {
  private enum Step {
    case number(Double)
    case word(String)
    case choice([Step], otherwise: [Step])
  }

  private let domain, range: [ClosedRange<Double>]
  private let steps: [Step]

  /// Nil for what isn't such a program, or is longer than one for colours.
  init?(_ bytes: [UInt8], domain: [ClosedRange<Double>], range: [ClosedRange<Double>]) {
    guard bytes.count <= 1 << 16 else { return nil }
    self.domain = domain
    self.range = range
    var words = Self.words(bytes)[...]
    guard words.popFirst() == "{", let steps = Self.block(&words, depth: 0) else { return nil }
    self.steps = steps
  }

  func values(_ input: [Double]) -> [Double]? {
    guard input.count == domain.count else { return nil }
    var stack = zip(input, domain).map { PDFFunction.clamped($0, $1) }
    guard Self.run(steps, &stack), stack.count >= range.count else { return nil }
    return zip(stack.suffix(range.count), range).map { PDFFunction.clamped($0, $1) }
  }

  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  private static func words(_ bytes: [UInt8]) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in bytes {
      switch byte {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: end()
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        end()
        words.append(byte == UInt8(ascii: "{") ? "{" : "}")
      default: word.append(byte)
      }
    }
    end()
    return words
  }

  /// The steps up to the brace that closes the block.
  private static func block(_ words: inout ArraySlice<String>, depth: Int) -> [Step]? {
    guard depth < 16 else { return nil }
    var steps: [Step] = []
    var blocks: [[Step]] = []
    while let word = words.popFirst() {
      switch word {
      case "}": return blocks.isEmpty ? steps : nil
      case "{":
        guard let inner = block(&words, depth: depth + 1) else { return nil }
        blocks.append(inner)
      case "if":
        guard blocks.count == 1 else { return nil }
        steps.append(.choice(blocks[0], otherwise: []))
        blocks = []
      case "ifelse":
        guard blocks.count == 2 else { return nil }
        steps.append(.choice(blocks[0], otherwise: blocks[1]))
        blocks = []
      default:
        if let number = Double(word), number.isFinite {
          steps.append(.number(number))
        } else {
          steps.append(.word(word))
        }
      }
    }
    return nil
  }

  /// False where the stack runs out or something isn't taken.
  private static func run(_ steps: [Step], _ stack: inout [Double]) -> Bool {
    for step in steps {
      guard stack.count <= 100 else { return false }
      switch step {
      case .number(let number): stack.append(number)
      case .choice(let steps, let otherwise):
        guard let condition = stack.popLast(), run(condition != 0 ? steps : otherwise, &stack)
        else { return false }
      case .word(let word): guard execute(word, &stack) else { return false }
      }
    }
    return true
  }

  private static func execute(_ word: String, _ stack: inout [Double]) -> Bool {
    switch word {
    case "true": stack.append(1)
    case "false": stack.append(0)
    case "pop": return stack.popLast() != nil
    case "dup":
      guard let last = stack.last else { return false }
      stack.append(last)
    case "copy", "index": return move(word, &stack)
    case "roll":
      guard let turns = stack.popLast().flatMap({ Int(exactly: $0) }),
        let count = stack.popLast().flatMap({ Int(exactly: $0) }),
        (0...stack.count).contains(count),
        abs(turns) < 1_000
      else { return false }
      guard count > 0 else { return true }
      let moved = Array(stack.suffix(count))
      stack.removeLast(count)
      let turn = ((turns % count) + count) % count
      stack += moved.suffix(turn) + moved.dropLast(turn)
    default: return unary(word, &stack) || binary(word, &stack)
    }
    return true
  }

  private static func move(_ word: String, _ stack: inout [Double]) -> Bool {
    guard let count = stack.popLast().flatMap({ Int(exactly: $0) }), count >= 0,
      count + (word == "index" ? 1 : 0) <= stack.count
    else { return false }
    if word == "copy" {
      stack += stack.suffix(count)
    } else {
      stack.append(stack[stack.count - 1 - count])
    }
    return true
  }

  private static func unary(_ word: String, _ stack: inout [Double]) -> Bool {
    guard let value = stack.last else { return false }
    let result: Double
    switch word {
    case "abs": result = abs(value)
    case "neg": result = -value
    case "ceiling": result = value.rounded(.up)
    case "floor": result = value.rounded(.down)
    case "round": result = (value + 0.5).rounded(.down)
    case "truncate", "cvi": result = value.rounded(.towardZero)
    case "cvr": result = value
    case "sqrt": result = value > 0 ? value.squareRoot() : 0
    case "sin": result = sin(value * .pi / 180)
    case "cos": result = cos(value * .pi / 180)
    case "ln": result = log(value)
    case "log": result = log10(value)
    case "not": result = value == 0 ? 1 : 0
    default: return false
    }
    stack[stack.count - 1] = result
    return true
  }

  private static func binary(_ word: String, _ stack: inout [Double]) -> Bool {
    guard stack.count >= 2 else { return false }
    let (a, b) = (stack[stack.count - 2], stack[stack.count - 1])
    let result: Double
    switch word {
    case "add": result = a + b
    case "sub": result = a - b
    case "mul": result = a * b
    case "div": result = b == 0 ? 0 : a / b
    case "idiv": result = b == 0 ? 0 : (a / b).rounded(.towardZero)
    case "mod": result = b == 0 ? 0 : a.truncatingRemainder(dividingBy: b)
    case "exp": result = pow(a, b)
    case "atan": result = (atan2(a, b) * 180 / .pi + 360).truncatingRemainder(dividingBy: 360)
    case "eq": result = a == b ? 1 : 0
    case "ne": result = a != b ? 1 : 0
    case "gt": result = a > b ? 1 : 0
    case "ge": result = a >= b ? 1 : 0
    case "lt": result = a < b ? 1 : 0
    case "le": result = a <= b ? 1 : 0
    case "and": result = a != 0 && b != 0 ? 1 : 0
    case "or": result = a != 0 || b != 0 ? 1 : 0
    case "exch":
      stack.swapAt(stack.count - 2, stack.count - 1)
      return true
    default: return false
    }
    stack.removeLast()
    stack[stack.count - 1] = result
    return true
  }
}
