internal import FuzzSupport

// The first byte says what the others are: "d" damage to the files of a state, "l" a line that is taken for a record,
// "w" a line of the worker protocol.
let template = try Template()
Fuzzing.run { bytes in
  let rest = bytes.dropFirst()
  switch bytes.first {
  case UInt8(ascii: "d"): StateOracle.check(Damage(rest), template)
  case UInt8(ascii: "l"): RecordLineOracle.check(Array(rest))
  case UInt8(ascii: "w"): RequestOracle.check(Array(rest))
  default: break
  }
}
