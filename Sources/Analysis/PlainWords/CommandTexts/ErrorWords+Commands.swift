// What is wrong with a command, with what it is given and with where results go.

extension ErrorWords {
  /// What the parser of the command line says.
  static let parsing = [
    Words("缺少参数“{1}”", "Missing expected argument '{1}'"),
    Words("没有选项“{1}”。是否要用“{2}”？", "Unknown option '{1}'. Did you mean '{2}'?"),
    Words("没有选项“{1}”", "Unknown option '{1}'"),
    Words("“{1}”缺少值", "Missing value for '{1}'"),
    Words("多余的参数“{1}”", "Unexpected argument '{1}'"),
    Words("多余的 {1} 个参数：[2]", "{1} unexpected arguments: [2]"),
    Words(
      "选项“{1}”不带值，却给出了“{2}”。", "The option '{1}' does not take any value, but '{2}' was specified."),
    Words(
      "“{1}”不能作为“{2}”的值。请用 [3] 之一。",
      "The value '{1}' is invalid for '{2}'. Please provide one of [3]."),
    Words("“{1}”不能作为“{2}”的值：[3]", "The value '{1}' is invalid for '{2}': [3]"),
    Words("“{1}”不能作为“{2}”的值", "The value '{1}' is invalid for '{2}'"),
    Words("“{1}”、[2]", "'{1}', [2]"),
    Words("“{1}”或“{2}”", "'{1}' or '{2}'"),
    Words("“{1}”和“{2}”", "'{1}' and '{2}'"),
    Words("“{1}”", "'{1}'"),
    Words("缺少以下之一：“{1}”", "Missing one of: '{1}'"),
    Words("缺少子命令。", "Missing required subcommand."),
    Words("[1]的值已由[2]给出", "Value to be set with [1] had already been set with [2]"),
    Words("选项“{1}”", "flag '{1}'"),
  ]

  /// What is wrong with a command.
  static let usage = [
    Words("没有命令 {1}；[2]", "there is no command {1}; [2]"),
    Words(
      "请给出写到哪里：--output 文件夹、--sqlite 文件、--xlsx 文件，可给多个。",
      "Say where to: --output FOLDER, --sqlite FILE, --xlsx FILE, or several."),
    Words(
      "--sqlite 和 --xlsx 是同一个文件；请分别给出。", "--sqlite and --xlsx name one file; give each its own."),
    Words("是否要用 gongkai {1}？", "did you mean gongkai {1}?"),
    Words("gongkai convert {1} 可转换一个文件", "gongkai convert {1} converts a file"),
    Words("gongkai --help 列出所有命令", "gongkai --help lists the commands"),
    Words("缺少命令。", "A command is missing."),
    Words(
      "需要两个输入，或一个记录文件加 --agency 和 --years。",
      "Takes two inputs, or one file of records with --agency and --years."),
    Words(
      "--agency 须与两个年度的 --years 同用，并给出一个记录文件。",
      "--agency and two --years go together, with one file of records."),
    Words(
      "--previous 只能与一个文件同用：它是该报告的上年报告。",
      "--previous goes with one file: it is last year's report of that one."),
    Words("--jobs 应为 1 至 1024 的数。", "--jobs takes a number from 1 to 1024."),
    Words("--jobs 应为不小于 1 的数。", "--jobs takes a number from 1."),
    Words("缺少 --output", "--output is missing"),
    Words("没有给出输入。", "No input is given."),
    Words("格式中没有单元格“{1}”；是否要用 {2}？", "the form has no cell \"{1}\"; did you mean {2}?"),
    Words("格式中没有单元格“{1}”", "the form has no cell \"{1}\""),
    Words("--png 需要 PDF：只有 PDF 的单元格印在页面上", "--png needs a PDF: only there cells stand on pages"),
    Words("--png：要显示的单元格都不在页面上", "--png: no cell to show stands on a page"),
  ]

  /// What is wrong with what a command is given.
  static let inputs = [
    Words(
      "{1}：[2]；请给出 gongkai convert 或 gongkai run 写出的文件",
      "{1}: [2]; name a file that gongkai convert or gongkai run wrote"),
    Words("没有记录", "holds no records"),
    Words("是空文件", "is empty"),
    Words("第 {1} 行超过 {2} MiB", "line {1} is longer than {2} MiB"),
    Words(
      "{1}：有两条记录来自 {2}：压缩包内有同名文件，或是两次运行的记录；数据库中每个文件只有一行，CSV 表格（-o）两条都可写入",
      "{1}: two records are of {2}: members of an archive with one name, or records of two runs; a database has a row for each file, tables of CSV (-o) take both"
    ),
    Words("没有与 --include 和 --exclude 相符的输入", "no input matches --include and --exclude"),
    Words("{1}：没有这个文件", "{1}: no such file"),
    Words("{1}：有 {2} 行不是记录，例如第 {3} 行", "{1}: {2} lines are not records, such as line {3}"),
    Words("{1}：有 {2} 行不是记录", "{1}: {2} lines are not records"),
    Words("{1}：第 {2} 行不是记录", "{1}: line {2} is no record"),
    Words("{1}：[2]；这是记录文件吗？", "{1}: [2]; is it a file of records?"),
    Words("{1} 有多条记录；请用 --path 选择一条", "{1} holds several records; choose one with --path"),
    Words(
      "{1}：有多条记录；请用 --agency 和 --years 选择两条",
      "{1}: holds more than one record; choose two by --agency and --years"),
    Words("{1} 没有路径为“{2}”的记录", "{1} has no record with the path \"{2}\""),
    Words("{1} 没有记录", "{1} holds no record"),
    Words("{1}：没有 {2} 关于 {3} 年度的报告，但有 {4} 年度的", "{1}: no report of {2} on {3}, but on {4}"),
    Words("{1}：没有 {2} 关于 {3} 年度的报告；有 {4}", "{1}: no report of {2} on {3}; there are {4}"),
    Words("{1}：没有 {2} 关于 {3} 年度的报告", "{1}: no report of {2} on {3}"),
    Words("{2} 关于 {3} 年度有 {1} 份报告，采用 {4}", "{1} reports of {2} on {3}; {4} is taken"),
    Words("{1}：不是政府信息公开工作年度报告", "{1}: is no annual report on information disclosure"),
    Words("{1}：记录无法读回", "{1}: the record cannot be read back"),
    Words("{1}：不是运行的摘要", "{1}: is not a summary of a run"),
    Words("无法读取：[1]", "Cannot be read: [1]"),
  ]

  /// What is wrong with where results go.
  static let outputs = [
    Words("标准输出：无法写入：[1]", "standard output: cannot be written: [1]"),
    Words("{1}：不是文件；请给出可以替换的文件", "{1}: is no file; name one that can be replaced"),
    Words(
      "{1} 是一次运行的输出；请给 merge 单独的文件夹",
      "{1} is the output of a run; give merge a folder of its own"),
    Words(
      "{1} 就是输入文件，写出会将其覆盖；请另给名称", "{1} is the input, which it would overwrite; give another name"),
    Words(
      "{1} 正由另一个 gongkai tables 写入，请等它结束",
      "{1} is being written by another gongkai tables; wait for it"),
    Words(
      "{1} 的结尾与其他文件相同；数据库请用 .sqlite，工作簿请用 .xlsx。",
      "{1} ends like another file; give a database .sqlite and a workbook .xlsx."),
    Words("{1}：无法新建：[2]", "{1}: cannot be created: [2]"),
    Words("{1}：无法打开：[2]", "{1}: cannot be opened: [2]"),
    Words("{1}：无法读取：[2]", "{1}: cannot read: [2]"),
    Words("{1}：无法写入：[2]", "{1}: cannot write: [2]"),
    Words("{1}：无法新建：[2]", "{1}: cannot create: [2]"),
    Words("{1}：无法打开：[2]", "{1}: cannot open: [2]"),
    Words("{1}：无法读取：[2]", "{1}: Cannot be read: [2]"),
    Words("{1}：无法写入：[2]", "{1}: cannot be written: [2]"),
    Words("{1}：无法关闭：[2]", "{1}: cannot close: [2]"),
    Words("{1}：无法写到磁盘：[2]", "{1}: cannot fsync: [2]"),
    Words("{1}：无法建立链接：[2]", "{1}: cannot link: [2]"),
    Words("{1}：不是普通文件，不能替换：[2]", "{1}: cannot replace what is no regular file: [2]"),
    Words("{1}：无法改名：[2]", "{1}: cannot rename: [2]"),
    Words("{1}：无法删除：[2]", "{1}: cannot remove: [2]"),
    Words("{1}：无法加锁：[2]", "{1}: cannot lock: [2]"),
    Words("{1}：无法列出：[2]", "{1}: cannot list: [2]"),
    Words("{1}：是一个链接，其所指之处：[2]", "{1}: is a link, and what it leads to: [2]"),
  ]
}
