import ArgumentParser
import Diagnostics
import DocumentModel
import Explanation
import InputFiles
import NationalForm
import PDFReading
import PagePictures
import RecordReading
import ReportRecords

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a number is what it is: where it stands, what it adds up to.",
    discussion: """
      Shows a cell as printed, its value, its place, the labels of its row and column on the page and in the form, its \
      meaning, and every identity that it takes part in with all operands. Without --cell the checks that fail and their \
      cells.

      Exit status: 0 done, whether checks fail or not; 3 the document failed; 64 usage, also an unknown cell; 66 no such \
      file or record; 69 pdftotext or pdftoppm is missing; 73 and 74 the picture cannot be written.
      """)

  @Argument(
    help: ArgumentHelp(
      "An original, - for standard input, or a file of records.", valueName: "file"))
  var input: String

  @Option(
    name: .customLong("cell"),
    help: ArgumentHelp(
      "A cell by its path in annual_report, such as applications.granted.total, or by its labels, 予以公开/总计; may be repeated.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customLong("path"),
    help: ArgumentHelp(
      "Of a file of records, the one of this source.path; of a member of an archive a/b.zip!/c.docx.",
      valueName: "path"))
  var recordPath: String?

  @Flag(help: "One line of JSON instead of text.")
  var json = false

  @OptionGroup var language: LanguageOption

  @Option(
    help: ArgumentHelp(
      "Of a PDF, also paint the page of the first cell here, the cells on it framed in red.",
      valueName: "file"))
  var png: String?

  func run() async throws {
    let cells = try paths.map(Self.cell(at:))
    let source = try await ExplainedSource.opening(
      input, path: recordPath.map { FileName.printed($0) })
    let explanation = Explanation(of: source.report, cells: cells)
    if let png { try await paint(explanation, of: source, to: png) }
    let bytes = json ? explanation.json() : Array(explanation.text(in: language.value).utf8)
    try OutputSink(path: nil).write(bytes)
  }

  private static func cell(at path: String) throws -> CellID {
    if let cell = CellID(path: path) { return cell }
    let labelled = LabelledCells.cells(path)
    if labelled.count == 1 { return labelled[0] }
    let nearest =
      (NearestCells.paths(to: path) + LabelledCells.nearest(to: path).map(LabelledCells.label))
      .map { "\"\($0)\"" }
    let name = FileName.printed(path)
    guard !nearest.isEmpty else {
      throw ExitStatus.usage.exit("the form has no cell \"\(name)\"")
    }
    let list = nearest.joined(separator: ", ")
    throw ExitStatus.usage.exit("the form has no cell \"\(name)\"; did you mean \(list)?")
  }

  /// Writes the page of the first cell that has a place, its cells framed.
  private func paint(
    _ explanation: Explanation, of source: ExplainedSource, to path: String
  ) async throws {
    guard let pdf = source.pdf else {
      throw ExitStatus.usage.exit("--png needs a PDF: only there cells stand on pages")
    }
    let boxes = explanation.cells.compactMap { cell -> (page: Int, box: BoundingBox)? in
      guard case .page(let page, let box?) = cell.cell.location else {
        return nil
      }
      return (page, box)
    }
    guard let page = boxes.first?.page else {
      throw ExitStatus.usage.exit("--png: no cell to show stands on a page")
    }
    let image = try await Self.image(page, boxes.filter { $0.page == page }.map(\.box), of: pdf) {
      ExplainedSource.exit($0, path: source.report.path)
    }
    try OutputSink(path: path).finishing { try $0.write(image) }
  }

  private static func image(
    _ page: Int, _ boxes: [BoundingBox], of pdf: [UInt8], _ exit: (Failure) -> ExitCode
  ) async throws -> [UInt8] {
    do throws(Failure) {
      var picture = try await PagePainter().picture(ofPage: page, in: pdf)
      for box in boxes { picture.frame(box) }
      guard let image = picture.png() else {
        throw Failure(.backendMemory, "no memory for the picture")
      }
      return image
    } catch {
      throw exit(error)
    }
  }
}
