/// What `convert` and `merge` say beside what they write.
package enum ConversionMessages {
  package static func passedOver(_ path: String, _ number: Int, _ names: Words) -> Words {
    Words(
      "\(path)：压缩包内跳过 \(number) 个：\(names.chinese)",
      "\(path): \(number) passed over in the archive: \(names.english)")
  }
  package static func shardMerged(_ records: Int, failed: Int) -> Words {
    Words(
      "已合并 1 个分片：\(records) 条记录，其中 \(failed) 条是失败的文档",
      "1 shard merged: \(records) records, \(failed) of them of documents that failed")
  }
  package static func merged(_ shards: Int, _ records: Int, failed: Int) -> Words {
    Words(
      "已合并 \(shards) 个分片：\(records) 条记录，其中 \(failed) 条是失败的文档",
      "\(shards) shards merged: \(records) records, \(failed) of them of documents that failed")
  }
}
