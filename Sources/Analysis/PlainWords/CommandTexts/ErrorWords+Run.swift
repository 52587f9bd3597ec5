// What is wrong with settings, and why a run ends.

extension ErrorWords {
  static let settings = [
    Words("{1}：{2} 应为 {3}，而不是 {4}", "{1}: {2} takes {3}, not {4}"),
    Words("{1}：没有设置“{2}”；是否要用 {3}？", "{1}: there is no setting \"{2}\"; did you mean {3}?"),
    Words("{1}：没有设置“{2}”", "{1}: there is no setting \"{2}\""),
    Words("{1}：无法读取：{2}（{3}）", "{1}: Cannot be read: {2} ({3})"),
    Words("{1}：没有这个设置", "{1}: there is no such setting"),
    Words("{1}：{2} 与 {3} 矛盾", "{1}: {2} contradicts {3}"),
    Words("{1}：{2} 只能在配置文件中设置", "{1}: {2} can be set in the configuration file only"),
    Words("{1}：“{2}”不是“名称=值”的形式", "{1}: \"{2}\" is not of the form name=value"),
    Words("{1}：文件不是有效的 UTF-8", "{1}: the file is no valid UTF-8"),
    Words("{1}：文件应由各行“键: 值”组成", "{1}: the file must be a mapping, lines of key: value"),
    Words("{1}：文件无法作为 YAML 读取", "{1}: the file cannot be read as YAML"),
    Words("{1}：文件超过 {2} 字节", "{1}: the file has more than {2} bytes"),
    Words("文件和文件夹的列表", "a list of files and folders"),
    Words("{1} 至 {2} 的数", "a number from {1} to {2}"),
    Words("文档个数，或百分比，例如 10%", "a number of documents, or percent of them such as 10%"),
    Words("K/N，即 N 份中的第 K 份（N 不超过 {1}）", "K/N, the K-th of N parts (N to {1})"),
    Words("{1}：不是 YAML：{2}", "{1}: no YAML: {2}"),
    Words("文件夹", "a folder"),
    Words("模式的列表", "a list of patterns"),
    Words("文件，或 -", "a file, or -"),
    Words("CSV 文件", "a CSV file"),
    Words("文件", "a file"),
    Words("限额名称到数字的映射", "a mapping of limits to numbers"),
    Words("true 或 false", "true or false"),
    Words("{1} 之一", "one of {1}"),
    Words("{1} 的列表", "a list of {1}"),
    Words("列表", "a list"),
    Words("映射", "a mapping"),
  ]

  static let map = [
    Words("{1}：该行不是 UTF-8", "{1}: the row is not UTF-8"),
    Words("{1}：引号内的字段没有在应有之处结束", "{1}: a quoted field does not end where it should"),
    Words("{1}：表头缺少 {2} 列", "{1}: the header must name the column {2}"),
    Words("{1}：表头有两个 {2} 列", "{1}: the header names the column {2} twice"),
    Words("{1}：该行有 {2} 个字段，表头有 {3} 个", "{1}: the row has {2} fields and the header {3}"),
    Words("{1}：该行没有 id", "{1}: the row has no id"),
    Words("{1}：该行既没有 name，也没有 path", "{1}: the row has neither a name nor a path"),
    Words(
      "{1}：机关 {2} 与第 {3} 行的 level、region_code 或 parent 不同",
      "{1}: the agency {2} of line {3} has another level, region_code or parent"),
    Words("{1}：{2} {3} 已在第 {4} 行出现", "{1}: the {2} {3} is already on line {4}"),
    Words("{1}：上级 {2} 不是此文件中的 id", "{1}: the parent {2} is not an id in this file"),
    Words("{1}：机关 {2} 成了自己的下级", "{1}: the agency {2} is a part of itself"),
  ]

  static let runs = [
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
    Words("{1} 正被 {2} 占用", "{1} is in use by {2}"),
    Words("被信号 {1} 停止；下次运行从此处接着做", "stopped by signal {1}; the next run goes on from here"),
    Words(
      "{1} 本身就是输入，而输出文件夹中的内容不会被读取：请为 --output 换一个文件夹",
      "{1} is an input itself, and what lies in the output is not read: choose another folder for --output"
    ),
    Words(
      "输入位于 {1} 之中，而运行会在那里写入和删除文件：请为 --output 换一个文件夹",
      "the inputs lie in {1}, where runs write and remove files: choose another folder for --output"
    ),
    Words(
      "{1} 位于输入之中，且有不是运行写出的文件，它们不会被读取：请为 --output 换一个文件夹",
      "{1} lies in the input and holds files that no run wrote; they would not be read: choose another folder for --output"
    ),
    Words(
      "{1} 位于输入之中，其他分片会把它当作输入；请为 --output 给出输入之外的文件夹",
      "{1} lies among the inputs, where other shards would take it for some; give --output a folder outside of them"
    ),
    Words(
      "{1} 中是 {2}，而这次运行的是 {3}；请各用一个文件夹，或删除这一个",
      "{1} holds {2}, and this run is of {3}; give each its own folder, or remove this one"),
    Words("其输入的全部记录", "all records of its inputs"),
    Words(
      "{1} 由更新版本的 gongkai 写成，比本程序 {2} 新：请用那个版本，或删除 {3} 后全部重新转换",
      "{1} was written by a later version of gongkai than this one, {2}: use that, or remove {3} to convert everything again"
    ),
    Words("另一次运行（{1}）", "another run ({1})"),
    Words("另一次运行", "another run"),
    Words("进程 {1}，自 {2} 起", "process {1}, since {2}"),
    Words("进程 {1}", "process {1}"),
    Words("{1}：没有表头，表头应有 path 和 url 两列", "{1}: no header; it must name the columns path and url"),
    Words("{1}：表头应有 path 和 url 两列", "{1}: the header must name the columns path and url"),
    Words("gongkai {1} 被信号 {2} 结束", "gongkai {1} was ended by signal {2}"),
    Words("gongkai {1}：{2}", "gongkai {1}: {2}"),
    Words("状态已损坏：{1}", "the state is damaged: {1}"),
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
      "{2} 条记录中有 {1} 条将被移除：{3}；--allow-removal 允许移除",
      "{1} of {2} records would go, {3}; --allow-removal lets them go"),
    Words(
      "{2} 条记录中有 {1} 条将被移除：{3}（--allow-removal 允许移除）",
      "{1} of {2} records would go, {3} --allow-removal lets them go"),
    Words("文件已不在；是否有磁盘没有挂载？", "their files are gone; is a disk not mounted?"),
    Words("已不在压缩包内；压缩包是否完整？", "they are no longer in their archives; are these whole?"),
    Words("所在的压缩包现在读取失败（{1}）；请重新下载", "their archives fail now ({1}); fetch these again"),
    Words(
      "原处现在是另一类文件；文件是否正确？",
      "files of another kind lie in their place; are these the right ones?"),
    Words(
      "{2} 条记录中有 {1} 条将丢失：{3}；这些文件是不是出错页面？请重新下载报告{4}",
      "{1} of {2} records would be lost, {3}; are these error pages? fetch the reports again{4}"),
    Words(
      "{2} 条记录中有 {1} 条将丢失：{3}；本次运行是否有权读取这些文件？请查看其权限、类型和大小（max_size）{4}",
      "{1} of {2} records would be lost, {3}; may this run read these files? see their permissions, kinds and sizes (max_size){4}"
    ),
    Words("原处现在的文件不是报告或没有表格", "what is there now is no report or has no tables"),
    Words("原处现在的文件无法读取", "what is there now can't be read"),
    Words(
      "文件不再属于输入（--include、--exclude、--files-from）",
      "their files are no inputs any more (--include, --exclude, --files-from)"),
    Words("；--allow-removal 允许丢失", "; --allow-removal lets them go"),
  ]

  /// What the system lets a process have.
  static let system = [
    Words(
      "程序需要 {1} 个打开的文件，而一个进程只能有 {2} 个；{3}",
      "the program needs {1} open files, and a process may have {2}; {3}"),
    Words(
      "{1} 个工作进程的运行需要 {2} 个打开的文件，而一个进程只能有 {3} 个；{4}，或减小 --jobs",
      "a run with {1} workers needs {2} open files, and a process may have {3}; {4}, or fewer --jobs"
    ),
    Words("无法启动线程：{1}", "no thread can be started: {1}"),
    Words("一个进程只能有 {1} 个打开的文件；{2}", "a process may have {1} open files; {2}"),
    Words("一个文件只能有 {1} 字节；{2}", "a file may have {1} bytes; {2}"),
    Words(
      "ulimit -n 1024，或在单元中写 LimitNOFILE=1024", "ulimit -n 1024, or LimitNOFILE=1024 in the unit"),
    Words(
      "ulimit -f unlimited，或在单元中写 LimitFSIZE=infinity",
      "ulimit -f unlimited, or LimitFSIZE=infinity in the unit"),
    Words("一个进程只能有 {1} 字节内存；{2}", "a process may have {1} bytes of memory; {2}"),
    Words(
      "本用户只能有 {1} 个进程和线程；请提高 ulimit -u，或单元中的 LimitNPROC= 和 TasksMax=",
      "this user may have {1} processes and threads; raise ulimit -u, or LimitNPROC= and TasksMax= in the unit"
    ),
    Words(
      "程序需要 {1} 字节的栈，而一个线程只能有 {2} 字节；{3}",
      "the program needs {1} bytes of stack, and a thread may have {2}; {3}"),
    Words("ulimit -s 8192，或在单元中写 LimitSTACK=8M", "ulimit -s 8192, or LimitSTACK=8M in the unit"),
    Words(
      "程序需要 {1} 字节内存，而一个进程只能有 {2} 字节；{3}",
      "the program needs {1} bytes of memory, and a process may have {2}; {3}"),
    Words(
      "请提高 ulimit -v，或单元中的 LimitAS= 和 LimitDATA=",
      "raise ulimit -v, or LimitAS= and LimitDATA= in the unit"),
    Words(
      "一个进程只能有 {1} 秒处理器时间；{2}", "a process may have {1} seconds of processor time; {2}"),
    Words(
      "ulimit -t unlimited，或在单元中写 LimitCPU=infinity",
      "ulimit -t unlimited, or LimitCPU=infinity in the unit"),
    Words("文件过大：{1}", "File too large: {1}"),
    Words("打开的文件过多：{1}", "Too many open files: {1}"),
  ]

  /// Warnings of the log, as a terminal shows them.
  static let logged = [
    Words(
      "状态是新建的：已发布的内容由 records.jsonl 得知",
      "The state is new: what was published is known from records.jsonl"),
    Words(
      "无法建立临时文件夹，今夜由 LibreOffice 和转换程序读取的文件都会失败",
      "No temporary folder could be made, so what LibreOffice and converters read for us fails tonight"
    ),
    Words(
      "文档的下载地址消失：清单和附属文件中都已没有",
      "Urls of documents are gone: neither the manifest nor a side-car has them now"),
    Words(
      "磁盘上的记录已损坏，所涉文档重新转换：{1}",
      "Records were damaged on disk; their documents are converted again: {1}"),
    Words("已搁置，全部重新转换：{1}", "It is set aside, and everything is converted again: {1}"),
    Words("gongkai {1} 被信号 {2} 结束；再试一次", "gongkai {1} was ended by signal {2}; once more"),
    Words("已移除一条记录：{1}", "A record was removed: {1}"),
    Words("文件不再属于输入", "its file is no input any more"),
    Words("文件已不在", "its file is gone"),
    Words("已不在压缩包内", "it is no longer in its archive"),
    Words("所在的压缩包现在读取失败", "its archive fails now"),
    Words("原处现在是一个压缩包", "an archive lies in its place"),
    Words("所在的压缩包现在是一份文档", "its archive is a document now"),
    Words(
      "丢失一条记录：该文档不再是报告，或表格、表格中的数字已不在",
      "A record is lost: its document is no report any more, or its tables or their figures are gone"
    ),
    Words("一份文档内容已变，变得与另一份相同", "A document has other bytes than before, which are another one's"),
    Words("丢失一条记录：{1}", "A record is lost: {1}"),
  ]
}
