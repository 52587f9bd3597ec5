import InputFiles
import Testing

@Test(arguments: [
  ("1/1", 1, 1), ("3/8", 3, 8), ("10000/10000", 10_000, 10_000), ("08/8", 8, 8),
])
func aShardIsReadAsItIsWritten(text: String, number: Int, count: Int) throws {
  let shard = try #require(Shard(text))
  #expect([shard.number, shard.count] == [number, count])
  #expect(shard.description == "\(number)/\(count)")
}

@Test(arguments: [
  "", "3", "3/", "/8", "0/8", "9/8", "-1/8", "+1/8", "1/10001", "1/8/8", "1 /8", "１/8",
  "99999999999999999999/8",
])
func whatIsNoShardIsRefused(text: String) { #expect(Shard(text) == nil) }

@Test func theShardOfAPathIsTheSameForEver() throws {
  // hashlib.blake2b(path).digest()[:8], big-endian, % 8, + 1
  let paths = ["2023/云溪区.docx", "a.txt", "archive.zip", ""]
  let shard = try #require(Shard(number: 1, of: 8))
  #expect(paths.map { shard.number(of: Array($0.utf8)) } == [5, 7, 2, 4])
  let other = try #require(Shard(number: 3, of: 1_000))
  #expect(paths.map { other.number(of: Array($0.utf8)) } == [565, 263, 682, 100])
}

@Test func everyPathIsInOneShard() throws {
  let shards = (1...8).compactMap { Shard(number: $0, of: 8) }
  var counts = [Int](repeating: 0, count: 8)
  for file in 0..<4_000 {
    let path = Array("2023/\(file).docx".utf8)
    let holding = shards.filter { $0.holds(path) }
    #expect(holding.count == 1)
    if let shard = holding.first { counts[shard.number - 1] += 1 }
  }
  #expect(counts.allSatisfy { (400...600).contains($0) }, "\(counts)")
}
