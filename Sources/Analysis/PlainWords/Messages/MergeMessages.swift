/// Why outputs of shards can't be put together, each a sentence that names them and says what to do.
package enum MergeMessages {
  package static let noShards = Words("没有给出分片", "no shards are named")
  package static func noFolder(_ name: String) -> Words {
    Words("\(name) 不是文件夹", "\(name) is no folder")
  }
  package static func noOutput(_ name: String) -> Words {
    Words(
      "\(name) 不是 gongkai run --shard 的输出", "\(name) is no output of gongkai run --shard")
  }
  package static func unfinished(_ name: String, _ note: String) -> Words {
    Words(
      "\(name) 中没有 \(note)：运行没有完成，或没有用 --shard；请再次运行同一命令，直到结束",
      "\(name) has no \(note): its run is not finished, or had no --shard; run the same command again to its end"
    )
  }
  package static func unknownNote(_ name: String, _ note: String) -> Words {
    Words(
      "\(name) 中的 \(note) 是本版本的 gongkai 读不懂的；请用本版本重新运行该分片",
      "\(name) has a \(note) that this version of gongkai doesn't understand; run the shard again with this one"
    )
  }
  package static func shard(_ name: String, _ shard: String) -> Words {
    Words("\(name)（分片 \(shard)）", "\(name) (shard \(shard))")
  }
  package static func otherNumber(
    _ one: Words, of count: Int, _ other: Words, of otherCount: Int
  ) -> Words {
    Words(
      "\(one.chinese)共分 \(count) 片，而 \(other.chinese)共分 \(otherCount) 片；请都用相同的 --shard K/N",
      "\(one.english) is of \(count) shards and \(other.english) of \(otherCount); give all the same --shard K/N"
    )
  }
  package static func otherSettings(
    _ one: Words, than other: Words, _ setting: Words, _ value: Words, _ otherValue: Words
  ) -> Words {
    Words(
      "\(one.chinese)与 \(other.chinese)的设置不同：\(setting.chinese)为 \(value.chinese)，而不是 \(otherValue.chinese)；请用相同的程序、设置和软件包运行所有分片",
      "\(one.english) was made with other settings than \(other.english): \(setting.english) \(value.english) and not \(otherValue.english); run all shards with the same program, settings and packages"
    )
  }
  package static let rules = Words("版本、规则和限额", "version, rules and limits")
  package static let none = Words("无", "none")
  package static func otherInputs(
    _ one: Words, than other: Words, _ files: Int, _ otherFiles: Int
  ) -> Words {
    Words(
      "\(one.chinese)与 \(other.chinese)的输入不同：\(files) 个文件和 \(otherFiles) 个，或文件的名称、大小、地址不同；请对同一目录重新运行每个分片",
      "\(one.english) was made of other inputs than \(other.english): \(files) files and \(otherFiles), or files of other names, sizes or addresses; run every shard again over the same tree"
    )
  }
  package static func repeated(_ names: Words, _ shard: String) -> Words {
    Words(
      "\(names.chinese) 都是分片 \(shard)；每个分片只给一次",
      "\(names.english) are both shard \(shard); name each shard once")
  }
  package static func oneMissing(_ shard: String, besides name: String) -> Words {
    Words(
      "\(name) 等输出中缺少分片 \(shard)：请运行后一并给出",
      "shard \(shard) of \(name) and the others is missing; run and name it, too")
  }
  package static func severalMissing(_ shards: Words, besides name: String) -> Words {
    Words(
      "\(name) 等输出中缺少分片 \(shards.chinese)：请运行后一并给出",
      "shards \(shards.english) of \(name) and the others are missing; run and name them, too")
  }
  package static func andMore(_ names: Words, _ rest: Int) -> Words {
    Words("\(names.chinese)等，另有 \(rest) 个", "\(names.english) and \(rest) more")
  }
  package static func stranger(
    _ folder: String, _ shard: String, _ path: String, of other: String
  ) -> Words {
    Words(
      "\(folder) 是分片 \(shard)，却有属于分片 \(other) 的 \(path)；请重新转换到一个空文件夹",
      "\(folder) is shard \(shard) and holds \(path), which belongs to shard \(other); convert it again into an empty folder"
    )
  }
  package static func changed(_ file: Words) -> Words {
    Words(
      "\(file.chinese)与其运行所写的不同；请重新运行该分片，或重新复制其文件夹",
      "\(file.english) is not what its run has written; run the shard again, or copy its folder again"
    )
  }
  package static func fileMissing(_ shard: Words, _ records: String, _ failures: String) -> Words {
    Words(
      "\(shard.chinese)中没有 \(records) 或 \(failures)；请重新复制该文件夹，或重新运行该分片",
      "\(shard.english) has no \(records) or \(failures); copy the folder again, or run the shard again"
    )
  }
}
