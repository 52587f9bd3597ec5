// Why outputs of shards can't be put together.

extension ErrorWords {
  static let merging = [
    Words("没有给出分片", "no shards are named"),
    Words("{1} 不是 gongkai run --shard 的输出", "{1} is no output of gongkai run --shard"),
    Words(
      "{1} 中没有 {2}：运行没有完成，或没有用 --shard；请再次运行同一命令，直到结束",
      "{1} has no {2}: its run is not finished, or had no --shard; run the same command again to its end"
    ),
    Words(
      "{1} 中的 {2} 是本版本的 gongkai 读不懂的；请用本版本重新运行该分片",
      "{1} has a {2} that this version of gongkai doesn't understand; run the shard again with this one"
    ),
    Words(
      "{1} 共分 {2} 片，而 {3} 共分 {4} 片；请都用相同的 --shard K/N",
      "{1} is of {2} shards and {3} of {4}; give all the same --shard K/N"),
    Words(
      "{1} 与 {2} 的设置不同：{3}；请用相同的程序、设置和软件包运行所有分片",
      "{1} was made with other settings than {2}: {3}; run all shards with the same program, settings and packages"
    ),
    Words(
      "{1} 与 {2} 的输入不同：{3} 个文件和 {4} 个，或文件的名称、大小、地址不同；请对同一目录重新运行每个分片",
      "{1} was made of other inputs than {2}: {3} files and {4}, or files of other names, sizes or addresses; run every shard again over the same tree"
    ),
    Words("{1} 都是分片 {2}；每个分片只给一次", "{1} are both shard {2}; name each shard once"),
    Words("{2} 等输出中缺少分片 {1}：{3}", "shard {1} of {2} and the others {3}"),
    Words("{2} 等输出中缺少分片 {1}：{3}", "shards {1} of {2} and the others {3}"),
    Words("请运行后一并给出", "is missing; run and name it, too"),
    Words("请运行后一并给出", "are missing; run and name them, too"),
    Words(
      "{1} 是分片 {2}，却有属于分片 {4} 的 {3}；请重新转换到一个空文件夹",
      "{1} is shard {2} and holds {3}, which belongs to shard {4}; convert it again into an empty folder"
    ),
    Words(
      "{1}（分片 {2}）与其运行所写的不同；请重新运行该分片，或重新复制其文件夹",
      "{1} (shard {2}) is not what its run has written; run the shard again, or copy its folder again"
    ),
    Words(
      "{1} 中没有 {2} 或 {3}；请重新复制该文件夹，或重新运行该分片",
      "{1} has no {2} or {3}; copy the folder again, or run the shard again"),
    Words(
      "需要 {1} 个打开的文件，每个分片两个，而一个进程只能有 {2} 个；ulimit -n {3}",
      "{1} open files are needed, two of each shard, and a process may have {2}; ulimit -n {3}"),
    Words("另一次合并（{1}）", "another merge ({1})"),
    Words("{1} 不是文件夹", "{1} is no folder"),
  ]
}
