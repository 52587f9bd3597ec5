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
    Words("文件夹", "a folder"),
    Words("模式的列表", "a list of patterns"),
    Words("文件，或 -", "a file, or -"),
    Words("CSV 文件", "a CSV file"),
    Words("文件", "a file"),
    Words("限额名称到数字的映射", "a mapping of limits to numbers"),
    Words("true 或 false", "true or false"),
    Words("{1} 之一", "one of {1}"),
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
  ]
}
