// Why a document failed: what became of the program that was to read it.

extension ErrorWords {
  static let programs = [
    Words("PATH 中没有 {1}；请安装 [2]", "{1} is not in PATH; install [2]"),
    Words("无法运行 {1}；请安装 [2]", "{1} cannot be run; install [2]"),
    Words("它，或在 converters 设置中换一个程序", "it, or name another in the setting converters"),
    Words("{1} 所要的内存[2]", "{1} asked for memory of [2]"),
    Words("{1} 所用的处理器秒数[2]", "{1} used processor time of [2]"),
    Words("{1} 写出的文件的字节数[2]", "{1} wrote a file of [2]"),
    Words("{1} 生成的文件的字节数[2]", "{1} made a file of [2]"),
    Words("{1} 试图写出文件", "{1} tried to write a file"),
    Words("{1} 被信号 {2} 结束", "{1} was ended by signal {2}"),
    Words("没有内存可用于复制文件（错误 {1}）", "no memory for a copy of the file (error {1})"),
    Words("{1} 输出的字节数[2]，或提示的字节数[3]", "{1} wrote [2], or messages of [3]"),
    Words(
      "文档开始后 {2} 秒，{1} 仍没有完成，限额为 backend_seconds",
      "{1} was not done {2} s after the document was begun, the limit backend_seconds"),
    Words(
      "{2} 秒后 {1} 仍没有完成，这是其 timeout 与 --timeout 中较小的",
      "{1} was not done after {2} s, the least of its timeout and --timeout"),
    Words("{1} 已被停止", "{1} was stopped"),
    Words("系统没有余地启动 {1}", "the system has no room to start {1}"),
    Words("{1} 无法启动（错误 {2}）", "{1} could not be started (error {2})"),
    Words("{1} 的临时文件夹无法写入（错误 {2}）", "no temporary folder for {1} could be filled (error {2})"),
    Words("{1} 以代码 {2} 结束（它报告“{3}”）", "{1} ended with code {2} ({3})"),
    Words("{1} 以代码 {2} 结束", "{1} ended with code {2}"),
    Words("{1} 无法读取该文件（它报告“{2}”）", "{1} could not read the file ({2})"),
    Words("{1} 无法读取该文件", "{1} could not read the file"),
    Words("{1} 生成的不是 {2}", "{1} made something else than {2}"),
    Words("{1} 生成的 docx 无法读取（[2]）", "{1} made a docx that can't be read ([2])"),
    Words("{1} 无法打开其标准输入", "{1} could not open its standard input"),
    Words("{1} 内存不足", "{1} ran out of memory"),
    Words("{1} 没有画出第 {2} 页", "{1} painted no page {2}"),
    Words("{1} 写出的不是文字和位置", "{1} wrote something else than words and boxes"),
    Words("系统中 {1} 的转换模块无法载入", "The system's converter for {1} cannot be loaded"),
    Words("没有内存可用于第 {1} 页的图片", "no memory for the picture of page {1}"),
    Words("没有内存可用于图片", "no memory for the picture"),
  ]
}
