// Why a run ends.

extension ErrorWords {
  static let runs = [
    Words("[1]：请为 --output 换一个文件夹", "[1]: choose another folder for --output"),
    Words(
      "没有找到任何文件，而输出中有 {1} 条记录：运行将以 66 结束；输入是否已挂载？（--allow-empty 会移除它们）",
      "nothing found, but the output holds {1} records: the run would end with 66; is the input mounted? (--allow-empty removes them)"
    ),
    Words(
      "没有找到任何文件，而输出中有 {1} 条记录：输入是否已挂载？（--allow-empty 会移除它们）",
      "nothing found, but the output holds {1} records: is the input mounted? (--allow-empty removes them)"
    ),
    Words(
      "PATH 中没有 pdftotext；请安装 poppler-utils 和 poppler-data",
      "pdftotext is not in PATH; install poppler-utils and poppler-data"),
    Words("{1} 正被[2]占用", "{1} is in use by [2]"),
    Words("被信号 {1} 停止；下次运行从此处接着做", "stopped by signal {1}; the next run goes on from here"),
    Words(
      "{1} 本身就是输入，而输出文件夹中的内容不会被读取",
      "{1} is an input itself, and what lies in the output is not read"
    ),
    Words(
      "输入位于 {1} 之中，而运行会在那里写入和删除文件",
      "the inputs lie in {1}, where runs write and remove files"
    ),
    Words(
      "{1} 位于输入之中，且有不是运行写出的文件，它们不会被读取",
      "{1} lies in the input and holds files that no run wrote; they would not be read"
    ),
    Words(
      "{1} 位于输入之中，其他分片会把它当作输入；请为 --output 给出输入之外的文件夹",
      "{1} lies among the inputs, where other shards would take it for some; give --output a folder outside of them"
    ),
    Words(
      "{1} 中是[2]，而这次运行的是[3]；请各用一个文件夹，或删除这一个",
      "{1} holds [2], and this run is of [3]; give each its own folder, or remove this one"),
    Words("其输入的全部记录", "all records of its inputs"),
    Words(
      "{1} 由更新版本的 gongkai 写成，比本程序 {2} 新：请用那个版本，或删除 {3} 后全部重新转换",
      "{1} was written by a later version of gongkai than this one, {2}: use that, or remove {3} to convert everything again"
    ),
    Words("另一次合并（[1]）", "another merge ([1])"),
    Words(
      "需要 {1} 个打开的文件，每个分片两个，而一个进程只能有 {2} 个；ulimit -n {3}",
      "{1} open files are needed, two of each shard, and a process may have {2}; ulimit -n {3}"),
    Words(
      "{1} 是一个输入文件夹，只是挂载在别处，且有不是运行写出的文件，它们不会被读取",
      "{1} is a folder of the input, mounted in another place, and holds files that no run wrote; they would not be read"
    ),
    Words("分片 {1}", "shard {1}"),
    Words("没有给出原因", "no message"),
    Words("有一列的值类型不符", "a column holds a value of another kind"),
    Words("记录每次写出后都损坏", "records are damaged each time they are written"),
    Words("段 {1} 已是最后一个", "segment {1} is the last"),
    Words("数据库没有回答", "no answer"),
    Words("另一次运行（[1]）", "another run ([1])"),
    Words("另一次运行", "another run"),
    Words("进程 {1}，自 {2} 起", "process {1}, since {2}"),
    Words("进程 {1}", "process {1}"),
    Words("{1}：没有表头，表头应有 path 和 url 两列", "{1}: no header; it must name the columns path and url"),
    Words("{1}：表头应有 path 和 url 两列", "{1}: the header must name the columns path and url"),
    Words("gongkai {1} 被信号 {2} 结束", "gongkai {1} was ended by signal {2}"),
    Words("gongkai {1}：[2]", "gongkai {1}: [2]"),
    Words("状态已损坏：[1]", "the state is damaged: [1]"),
  ]

  /// Why a run stops before records are lost.
  static let losses = [
    Words(
      "超过 --max-removed {1} 所允许的，除非文件只是改名；--allow-removal 允许移除",
      "more than --max-removed {1} lets go, unless they have new names; --allow-removal lets them go"
    ),
    Words(
      "{2} 份文档中有 {1} 份因本机的问题而失败，与文档无关，将丢失 {4} 条记录中的 {3} 条；请查明缺少什么（内存、完整的 poppler：gongkai doctor），再运行一次；--allow-removal 允许丢失",
      "{1} of {2} documents failed by what is the machine's fault and not theirs, and {3} of {4} records would be lost; see what it lacks (memory, a whole poppler: gongkai doctor), then run again; --allow-removal lets them go"
    ),
    Words(
      "{2} 条记录中有 {1} 条将被移除：[3]；--allow-removal 允许移除",
      "{1} of {2} records would go, [3]; --allow-removal lets them go"),
    Words(
      "{2} 条记录中有 {1} 条将被移除：[3]（--allow-removal 允许移除）",
      "{1} of {2} records would go, [3] --allow-removal lets them go"),
    Words("文件已不在；是否有磁盘没有挂载？", "their files are gone; is a disk not mounted?"),
    Words("已不在压缩包内；压缩包是否完整？", "they are no longer in their archives; are these whole?"),
    Words("所在的压缩包现在读取失败（{1}）；请重新下载", "their archives fail now ({1}); fetch these again"),
    Words(
      "原处现在是另一类文件；文件是否正确？",
      "files of another kind lie in their place; are these the right ones?"),
    Words(
      "{2} 条记录中有 {1} 条将丢失：[3]；这些文件是不是出错页面？请重新下载报告[4]",
      "{1} of {2} records would be lost, [3]; are these error pages? fetch the reports again[4]"),
    Words(
      "{2} 条记录中有 {1} 条将丢失：[3]；本次运行是否有权读取这些文件？请查看其权限、类型和大小（max_size）[4]",
      "{1} of {2} records would be lost, [3]; may this run read these files? see their permissions, kinds and sizes (max_size)[4]"
    ),
    Words("原处现在的文件不是报告或没有表格", "what is there now is no report or has no tables"),
    Words("原处现在的文件无法读取", "what is there now can't be read"),
    Words(
      "文件不再属于输入（--include、--exclude、--files-from）",
      "their files are no inputs any more (--include, --exclude, --files-from)"),
    Words(
      "{1} 条随文件或压缩包消失，{2} 条变为不是报告或没有表格的文件",
      "{1} with their files or archives, {2} to what is no report or has no tables"),
    Words(
      "{1} 条随文件消失，{2} 条变为不是报告或没有表格的文件",
      "{1} with their files, {2} to what is no report or has no tables"),
    Words("[1]；是否有磁盘没有挂载，或压缩包不完整？", "[1]; is a disk not mounted, or is an archive not whole?"),
    Words("{1} 条的文件已不在，[2]", "{1} with their files, [2]"),
    Words("{1} 条已不在压缩包内，[2]", "{1} that are no longer in their archives, [2]"),
    Words("{1} 条所在的压缩包现在读取失败（{2}），[3]", "{1} whose archives fail now ({2}), [3]"),
    Words("{1} 条已不在压缩包内", "{1} that are no longer in their archives"),
    Words("{1} 条所在的压缩包现在读取失败（{2}）", "{1} whose archives fail now ({2})"),
    Words("{1} 条原处现在是另一类文件", "{1} in whose place a file of another kind lies"),
    Words("；--allow-removal 允许丢失", "; --allow-removal lets them go"),
  ]
}
