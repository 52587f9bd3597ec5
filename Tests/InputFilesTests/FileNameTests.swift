import InputFiles
import Testing

@Test(arguments: [
  [UInt8]("报告 1.docx".utf8), [0xB5, 0x61, 0xFF], [0xE6, 0x8A], [0xC0, 0xAF], [],
  Array("\u{10FFB5}".utf8),
  [0xED, 0xA0, 0x80],
])
func theBytesOfANameComeBack(bytes: [UInt8]) {
  #expect(FileName.bytes(FileName.carried(bytes)) == bytes)
}

@Test func aNameThatIsNoUTF8IsPrintedWithItsBytes() {
  #expect(FileName.printed(FileName.carried([0x61, 0xB5, 0x0A])) == "a\\xB5\n")
}
